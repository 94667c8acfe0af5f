/** What a cut interview left behind, read as a new office would after the crash. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keysOfDraft } from '../../../electron/contacts.ts';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { type DraftState, emptyDraft, readDraftLog } from '../../../shared/interview/draft-log.ts';
import type { Response } from '../../../shared/study/response.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { type Ran, runKilled } from '../run-killed.ts';
import { type Acknowledged, type Course, hold } from './courses.ts';
import { loginCodeIn } from './login-code-in.ts';
import { opened } from './opened.ts';

const program = new URL('./interviewing.ts', import.meta.url).pathname;

export interface Cut {
  /** In the order in which it was said to be kept. */
  readonly acknowledged: readonly Acknowledged[];
  readonly isFinished: boolean;
  /** The last write had begun and was not told to be committed. */
  readonly isInsideWrite: boolean;
  readonly wasKilled: boolean;
  readonly steps: number | undefined;
  readonly writes: number;
}

/** Runs a course in a copy of `prepared` and kills it as `where` says; then `look` sees what is left, in the folder. */
export async function cutInterview(
  prepared: string,
  where: readonly string[],
  look: (folder: string, cut: Cut) => Promise<void>,
  course: Course = 'interview',
): Promise<Cut> {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-cut-'));
  try {
    cpSync(prepared, folder, { recursive: true });
    const cut = readCut(await runKilled(program, [folder, course, ...where]));
    await look(folder, cut);
    return cut;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCut({ said: lines, wasKilled }: Ran): Cut {
  const last = lines.findLast((line) => line.startsWith('in ') || line.startsWith('out '));
  const steps = lines.find((line) => line.startsWith('steps '));
  return {
    acknowledged: lines
      .filter((line) => line.startsWith('ack '))
      .map((line) => JSON.parse(line.slice(4)) as Acknowledged),
    isFinished: lines.includes('finished'),
    isInsideWrite: last?.startsWith('in ') ?? false,
    wasKilled,
    steps: steps === undefined ? undefined : Number(steps.slice(6)),
    writes: lines.filter((line) => line.startsWith('in ')).length,
  };
}

/** SQLite's own verdict on the file. */
export function integrityOf(folder: string): string {
  const raw = new Database(join(folder, 'study', 'study.db'), { readonly: true });
  const verdict = raw.pragma('integrity_check', { simple: true });
  raw.close();
  return String(verdict);
}

/** What is there after the crash: the log of what goes on, or the finished response; neither before it was begun. */
export interface Left {
  readonly state?: DraftState;
  readonly response?: Response;
  readonly finalCode?: string;
}

export async function leftIn(folder: string): Promise<Left> {
  const { store, manager, researcher, publicKey, keys } = opened(folder);
  try {
    if (!store.journal.read().isWhole) throw new Error('the journal is not whole');
    if (!store.isWhole()) throw new Error('the rows are not those of the inventory');
    const [one] = store.cases.all();
    const draft = store.drafts.findOfCase(one!.id);
    const responses = store.responses.all();
    if (responses.length !== store.responses.links().length) throw new Error('a response without its link');
    const isFinished = one!.state.kind === 'final';
    if (isFinished !== (responses.length === 1))
      throw new Error('a final case without a response, or the other way round');
    if (isFinished && draft !== undefined) throw new Error('a finished interview that can still be opened as a draft');
    if (one!.state.kind === 'final') {
      const [text] = researcher.openResponses(responses);
      return { response: JSON.parse(text!) as Response, finalCode: one!.state.code };
    }
    if (draft === undefined) return {};
    const rows = store.drafts
      .answers(draft.id)
      .map(({ seq, answer }) => ({ row: `${draft.id} ${seq}`, sealed: answer }));
    const handedKey = manager.handOut(keys(one!), publicKey);
    const texts = researcher.openDraft(keysOfDraft(draft, { ...one!, handedKey }), rows);
    return { state: readDraftLog(texts, emptyDraft(draft.mode)) };
  } finally {
    store.close();
  }
}

/** What was cut is taken up again by its interviewer and held to its end. */
export async function finishAfterwards(folder: string, course: Course): Promise<void> {
  const host = quickHost(folder);
  const office = openOffice(host, host.onBug);
  try {
    office.useFolder(join(folder, 'study'));
    const ask = askingAs(office);
    for (const name of ['manager', 'interviewer'])
      await ask(name[0]!, 'study.signIn', { name, passphrase: passphraseOf(name) });
    await hold(course, ask, loginCodeIn(folder));
  } finally {
    office.close();
  }
}
