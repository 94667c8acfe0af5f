/** Files of a study changed by someone without the application, and everything that the office then shows and does. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { filesBelow } from '../../electron/files/find-traces.ts';
import { openOffice } from '../../electron/office.ts';
import type { SeatId } from '../../electron/session.ts';
import { Integrity } from '../../electron/vault/integrity.ts';
import { type AskAs, askingAs } from '../../scripts/demo/asking.ts';
import { type Mailbox, startMailbox } from '../../scripts/loopback-mail.ts';
import type { Asked, RequestName } from '../../shared/contract.ts';
import { Refusal } from '../../shared/problem.ts';
import { openedWith, putToWork } from './in-work.ts';
import { inMemory, passphraseOf, quickHost } from './office.ts';
import { partners, prepareStudy, residents, type StudyInUse } from './prepared.ts';
import { cellsOf, inRawFile } from './raw-cells.ts';

/** A study with the app's folder, in memory, put down as often as it is attacked. */
interface Specimen {
  /** Puts the files down in `folder`, in place of what was there. */
  layOut(folder: string): void;
  readonly codes: readonly string[];
  /** By which people are looked up: surnames, and a code that was replaced. */
  readonly texts: readonly string[];
}

/** A study in work whose e-mails go to this mailbox. */
async function specimenFor(mailbox: Mailbox): Promise<Specimen> {
  const prepared = await prepareStudy();
  try {
    const study = await prepared.open();
    await putToWork(study);
    const server = { host: '127.0.0.1', port: mailbox.port, secure: false, from: 'post@bureau.example' };
    await study.ask('manager', 'study.setMailHost', server);
    const replaced = await printAgain(study);
    const cases = await study.cases();
    study.stop();
    const codes = [...cases.values()].map(({ code }) => code);
    return await specimenOf(study.folder, { codes, texts: [...cases.keys(), replaced] });
  } finally {
    await prepared.remove();
  }
}

/** The letter of someone whom nobody rings once more, with a code in place of the one that it had; gives that one. */
async function printAgain(study: StudyInUse): Promise<string> {
  const [, { code }] = [...(await study.cases())].find(([surname]) => surname === 'Fokkinkma')!;
  const target = study.host.offerTarget(join(study.folder, 'brieven-66120935.pdf'));
  await study.ask('manager', 'contact.reprint', { code, newCode: true, target });
  return code;
}

async function specimenOf(
  folder: string,
  people: { readonly codes: readonly string[]; readonly texts: readonly string[] },
): Promise<Specimen> {
  const paths = [...(await filesBelow(join(folder, 'study'))), ...(await filesBelow(join(folder, 'app')))];
  const files = paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)] as const);
  return {
    ...people,
    layOut(to) {
      rmSync(to, { recursive: true, force: true });
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(to, name)), { recursive: true });
        writeFileSync(join(to, name), bytes, { mode: 0o600 });
      }
    },
  };
}

/** What came of one question: its view as JSON, the problem with which it was refused, or that it failed. */
export type Outcome = { readonly view: string } | { readonly problem: string } | { readonly failed: true };

export interface Seen {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Who got an e-mail, and what it said. */
  readonly sent: readonly string[];
  /** Whatever opened of the sealed values, by the keys of two, without the office. */
  readonly texts: readonly string[] | undefined;
  readonly isJournalWhole: boolean | undefined;
}

type Question = { [N in RequestName]: readonly [seat: string, name: N, input: Asked<N>] }[RequestName];

const seats = ['manager', 'researcher', 'officer', 'interviewer', 'second', 'third'] as const;

/** Everything that reads, and then everything that makes a contact. */
function questions({ codes, texts }: Specimen): readonly Question[] {
  return [
    ['researcher', 'export.agreeToCaseRequest', { nr: 1 }],
    ['researcher', 'export.agreeToCaseRequest', { nr: 2 }],
    ['manager', 'study.status', {}],
    ['manager', 'study.agreement', {}],
    ['manager', 'study.bureau', {}],
    ['manager', 'study.instructions', {}],
    ['manager', 'study.people', {}],
    ['manager', 'study.holders', {}],
    ['manager', 'schedule.due', {}],
    ['manager', 'contact.failures', {}],
    ['manager', 'contact.batches', {}],
    ['manager', 'contact.unclear', {}],
    ['manager', 'contact.caseRequests', {}],
    ['manager', 'contact.case', { request: 1 }],
    ['manager', 'destruction.caseErasure', { nr: 2 }],
    ['manager', 'destruction.plan', {}],
    ['manager', 'reporting.responseTable', {}],
    ['manager', 'reporting.attempts', {}],
    ['manager', 'reporting.curve', {}],
    ['researcher', 'export.plan', {}],
    ['researcher', 'export.removals', {}],
    ...[residents, partners].map((group): Question => ['manager', 'schedule.protocol', { group }]),
    ...texts.map((text): Question => ['manager', 'contact.lookUp', { text }]),
    ...codes.map((code): Question => ['manager', 'contact.findCase', { code }]),
    ['interviewer', 'contact.nextCase', {}],
    ['interviewer', 'interview.see', {}],
    ['second', 'contact.nextCase', {}],
    ['third', 'contact.nextCase', {}],
    ...[residents, partners].map((group): Question => ['manager', 'contact.sendEmails', { group }]),
  ];
}

/** `meanwhile`: done to the files when everyone is in. */
async function see(folder: string, specimen: Specimen, mailbox: Mailbox, meanwhile: () => void): Promise<Seen> {
  const host = quickHost(folder, {});
  const office = openOffice(host, () => undefined);
  office.useFolder(join(folder, 'study'));
  const outcomes = new Map<string, Outcome>();
  const before = mailbox.messages.length;
  let isJournalWhole: boolean | undefined;
  const ask = async ([seat, name, input]: Question) => {
    const outcome = await office.ask(seat as SeatId, name, input as never);
    const { kind } = outcome;
    const label = `${seat} ${name} ${JSON.stringify({ ...(input as object), passphrase: undefined })}`;
    if (kind === 'ok') outcomes.set(label, { view: JSON.stringify(outcome.view) });
    else if (kind === 'refused') outcomes.set(label, { problem: outcome.problem.problem });
    else outcomes.set(label, { failed: true });
    return outcome;
  };
  try {
    for (const name of seats) await ask([name, 'study.signIn', { name, passphrase: passphraseOf(name) }]);
    meanwhile();
    // Read before the others write in it.
    const journal = await office.ask('officer' as SeatId, 'study.journal', { entries: 500 });
    if (journal.kind === 'ok') isJournalWhole = journal.view.isWhole;
    for (const question of questions(specimen)) await ask(question);
  } finally {
    office.close();
  }
  const texts = await openedWith(join(folder, 'study'), host).then(
    (opened) => opened.texts,
    (error) => {
      if (error instanceof Refusal || error instanceof SyntaxError) return undefined;
      throw error;
    },
  );
  const sent = mailbox.messages.slice(before).map(({ to, raw }) => `${to.join(' ')} ${raw.length}`);
  return { outcomes, sent, texts, isJournalWhole };
}

/** What may be asked of a damaged study and tells how many rows there are, whatever these are. */
const countsRows = ['manager study.status', 'manager destruction.plan', 'manager study.instructions'];

export interface Judged {
  /** A refusal as damaged, nobody let in, a journal that is not whole, or a sealed value that opens to nobody. */
  readonly isFound: boolean;
  /** Whoever is let in may ask nothing that contacts anyone. */
  readonly isStopped: boolean;
  /** Questions that were answered otherwise than in the untouched study. */
  readonly wrong: readonly string[];
  /** E-mails that the untouched study does not send. */
  readonly contacts: readonly string[];
}

function judged(seen: Seen, untouched: Seen): Judged {
  const problems = [...seen.outcomes.values()].flatMap((one) => ('problem' in one ? [one.problem] : []));
  const wrong = [...seen.outcomes].flatMap(([label, outcome]) => {
    if ('failed' in outcome) return [`${label}: failed`];
    if (!('view' in outcome) || countsRows.some((counts) => label.startsWith(counts))) return [];
    const truth = untouched.outcomes.get(label);
    return truth !== undefined && 'view' in truth && truth.view === outcome.view ? [] : [label];
  });
  const texts = (seen.texts ?? []).filter((text) => untouched.texts?.includes(text) !== true);
  const entered = [...seen.outcomes].filter(([label, one]) => label.includes('study.signIn') && 'view' in one).length;
  const contacting = [...seen.outcomes].filter(([label]) => /nextCase|sendEmails|findCase|schedule\.due/.test(label));
  return {
    isFound:
      entered === 0 || problems.includes('study.damaged') || seen.isJournalWhole === false || seen.texts === undefined,
    isStopped: contacting.every(([, one]) => 'problem' in one),
    wrong: [...wrong, ...texts.map(() => 'a text')],
    contacts: seen.sent.filter((each) => !untouched.sent.includes(each)),
  };
}

/** From now on nobody looks at the inventory: what then is found, the rows' own marks find. `vi.restoreAllMocks` brings it back. */
export function leaveInventoryUnchecked(): void {
  const { isMacOf } = Integrity.prototype;
  vi.spyOn(Integrity.prototype, 'isMacOf').mockImplementation(function (this: Integrity, mac, purpose, values) {
    return purpose === 'inventory' || isMacOf.call(this, mac, purpose, values);
  });
}

/** What is to come of every attack on the rows. */
export const found: Judged = { isFound: true, isStopped: true, wrong: [], contacts: [] };

export interface AttackedStudy {
  readonly untouched: Seen;
  readonly cells: ReturnType<typeof cellsOf>;
  /** A fresh copy, with people at work in it. */
  atWork(work: (ask: AskAs, folder: string) => Promise<unknown>): Promise<string>;
  /** What the office shows and does after `change` to a fresh copy. */
  seen(change: (folder: string) => void, meanwhile?: (folder: string) => void): Promise<Seen>;
  attacked(change: (folder: string) => void, meanwhile?: (folder: string) => void): Promise<Judged>;
  remove(): Promise<void>;
}

export async function attackedStudy(): Promise<AttackedStudy> {
  const mailbox = await startMailbox();
  const folder = mkdtempSync(join(inMemory, 'veldwerk-attacked-'));
  const specimen = await specimenFor(mailbox);
  const seen: AttackedStudy['seen'] = (change, meanwhile = () => undefined) => {
    specimen.layOut(folder);
    change(folder);
    return see(folder, specimen, mailbox, () => meanwhile(folder));
  };
  const untouched = await seen(() => undefined);
  specimen.layOut(folder);
  return {
    untouched,
    cells: inRawFile(folder, cellsOf),
    async atWork(work) {
      specimen.layOut(folder);
      const host = quickHost(folder);
      const office = openOffice(host, host.onBug);
      try {
        office.useFolder(join(folder, 'study'));
        const ask = askingAs(office);
        for (const name of seats) await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
        await work(ask, folder);
      } finally {
        office.close();
      }
      return folder;
    },
    seen,
    attacked: async (change, meanwhile) => judged(await seen(change, meanwhile), untouched),
    async remove() {
      await mailbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
