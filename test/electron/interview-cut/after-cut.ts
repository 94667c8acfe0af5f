/** What a cut interview left behind, read as a new office would after the crash. */

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keysOfCase, keysOfDraft } from '../../../electron/contacts.ts';
import { openOffice } from '../../../electron/office.ts';
import { openStore } from '../../../electron/store/store.ts';
import { Integrity } from '../../../electron/vault/integrity.ts';
import { readKeyringHeader } from '../../../electron/vault/keyring.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { typedAnswer } from '../../../scripts/demo/typed-answer.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import type { Response } from '../../../shared/study/response.ts';
import type { ItemView } from '../../../shared/views.ts';
import { passphraseOf, quickHost } from '../office.ts';

const program = new URL('./interviewing.ts', import.meta.url).pathname;

export interface Cut {
  /** Item and answer as typed, in the order in which they were acknowledged. */
  readonly acknowledged: readonly (readonly [item: string, answer: unknown])[];
  readonly isFinished: boolean;
  /** The last write had begun and was not told to be committed. */
  readonly isInsideWrite: boolean;
  readonly wasKilled: boolean;
  readonly steps: number | undefined;
  readonly writes: number;
}

/** Runs an interview in a copy of `prepared` and kills it as `where` says; then `look` sees what is left, in the folder. */
export async function cutInterview(
  prepared: string,
  where: readonly string[],
  look: (folder: string, cut: Cut) => Promise<void>,
): Promise<Cut> {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-cut-'));
  try {
    cpSync(prepared, folder, { recursive: true });
    const child = spawn(process.execPath, [program, folder, ...where], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (complaint += chunk));
    const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
      child.on('close', (...end) => done(end)),
    );
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the interview failed: ${complaint}`);
    const cut = readCut(said, signal === 'SIGKILL');
    await look(folder, cut);
    return cut;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCut(said: string, wasKilled: boolean): Cut {
  const lines = said.split('\n').filter((line) => line !== '');
  const last = lines.findLast((line) => line.startsWith('in ') || line.startsWith('out '));
  const steps = lines.find((line) => line.startsWith('steps '));
  return {
    acknowledged: lines
      .filter((line) => line.startsWith('ack '))
      .map((line) => {
        const [, item, answer] = /^ack (\S+) (.*)$/.exec(line)!;
        return [item!, JSON.parse(answer!)] as const;
      }),
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

/** The answers that are there after the crash: those of the interview that goes on, or of the finished response. */
export async function answersLeft(folder: string): Promise<ReadonlyMap<string, unknown>> {
  const host = quickHost(folder);
  const file = new Uint8Array(readFileSync(join(folder, 'study', 'keyring')));
  const { study, epoch } = readKeyringHeader(file);
  const secret = host.deviceSecrets.find(study, epoch)!;
  const researcher = new Vault();
  const { integrityKey, publicKey } = researcher.unlock(
    file,
    secret,
    'researcher',
    host.secretOf(passphraseOf('researcher')),
  );
  const manager = new Vault();
  manager.unlock(file, secret, 'manager', host.secretOf(passphraseOf('manager')));
  const store = openStore(join(folder, 'study', 'study.db'), new Integrity(integrityKey));
  try {
    if (!store.journal.read().isWhole) throw new Error('the journal is not whole');
    const [one] = store.cases.all();
    const draft = store.drafts.findOfCase(one!.id);
    const responses = store.responses.all();
    if (responses.length !== store.responses.links().length) throw new Error('a response without its link');
    const isFinished = one!.state.kind === 'final';
    if (isFinished !== (responses.length === 1))
      throw new Error('a final case without a response, or the other way round');
    if (isFinished && draft !== undefined) throw new Error('a finished interview that can still be opened as a draft');
    if (isFinished) {
      const [text] = researcher.openResponses(responses);
      return new Map((JSON.parse(text!) as Response).answers.map(([item, answer]) => [item, typedAnswer(answer)]));
    }
    if (draft === undefined) return new Map();
    const rows = store.drafts
      .answers(draft.id)
      .map(({ seq, answer }) => ({ row: `${draft.id} ${seq}`, sealed: answer }));
    const handedKey = manager.handOut(keysOfCase(one!), publicKey);
    const opened = researcher
      .openDraft(keysOfDraft(draft, { ...one!, handedKey }), rows)
      .map((text) => JSON.parse(text) as [string, Answer]);
    return new Map(opened.map(([item, answer]) => [item, typedAnswer(answer)]));
  } finally {
    store.close();
  }
}

/** The interview taken up again by its interviewer and held to its end. */
export async function finishAfterwards(folder: string, answerTo: (item: ItemView) => unknown): Promise<void> {
  const host = quickHost(folder);
  const office = openOffice(host, host.onBug);
  try {
    office.useFolder(join(folder, 'study'));
    const ask = askingAs(office);
    for (const name of ['manager', 'interviewer'])
      await ask(name[0]!, 'study.signIn', { name, passphrase: passphraseOf(name) });
    if ((await ask('i', 'contact.nextCase', {})).kind === 'none') return;
    let view = await ask('i', 'interview.begin', { consent: 'spoken' });
    while (view.next !== undefined) {
      view = await ask('i', 'interview.answer', { item: view.next.item, answer: answerTo(view.next) as never });
    }
    await ask('i', 'interview.finish', {});
  } finally {
    office.close();
  }
}
