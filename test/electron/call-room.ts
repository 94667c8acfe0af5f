/**
 * A study that is no practice, so that hours count: invented people of two groups with telephones, some at one address, three interviewers, and
 * a clock that a test sets. Made once per file, copied per test.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { LocalHost } from '../../electron/host.ts';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { agreement, bureau, firstDay, lastDay } from '../../electron/practice/study-set-up.ts';
import { type AskAs, askingAs } from '../../scripts/demo/asking.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import { addDays, type Day, day, daysBetween } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { csvText } from '../../shared/export/csv.ts';
import { type Calling, defaultCalling } from '../../shared/study/calling.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { CaseInHand } from '../../shared/views.ts';
import { type TestClock, testClock } from './clock-here.ts';
import { officeWithStudy, passphraseOf, quickHost } from './office.ts';
import { type Protocol, step } from './prepared.ts';

export const residents = 'residents' as GroupCode;
export const partners = 'partners' as GroupCode;
export const callers = ['interviewer', 'second', 'third'] as const;
const everyone = ['manager', 'researcher', 'officer', ...callers];

export interface Listed {
  readonly surname: string;
  readonly phones?: readonly string[];
  readonly house?: string;
  readonly email?: string;
  readonly team?: string;
}

const header = ['Clientnummer', 'Voorletters', 'Achternaam', 'Straat', 'Huisnummer', 'Postcode', 'Plaats'];
const rest = ['Telefoon', 'Mobiel', 'E-mail', 'Wijkteam', 'Kanalen'];

/** Everyone has a number of their own unless others are given. */
export function listOf(people: readonly Listed[], from = 0): string {
  const rows = people.map(({ surname, phones, house, email = '', team = 'Noord' }, index) => {
    const own = `06-89${String(100_000 + from + index).slice(-6)}`;
    const [first = own, second = ''] = phones ?? [];
    const address = house === undefined ? ['', '', '', ''] : ['Verzonnenlaan', house, '9999 ZZ', 'Waterhoven'];
    return [
      `C-${from + index}`,
      'Q.',
      surname,
      ...address,
      first,
      second,
      email,
      team,
      'e-mail, brief, telefoon, bezoek',
    ];
  });
  return csvText([[...header, ...rest], ...rows], { separator: ';' });
}

const survey = [
  ['type', 'name', 'label::Nederlands (nl)', 'required'],
  ['select_one janee', 'hulp', 'Kreeg u hulp?', 'yes'],
  ['text', 'verhaal', 'Wat vond u ervan?', ''],
];
const choices = [
  ['list_name', 'name', 'label::Nederlands (nl)'],
  ['janee', 'ja', 'Ja'],
  ['janee', 'nee', 'Nee'],
];
const settings = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Bewoners', 'bewoners', '1', 'Nederlands (nl)'],
];

/** The telephone from the first day, again two days later. */
export const byPhone: Protocol = {
  startsOn: firstDay,
  closesOn: lastDay,
  steps: [step('phone', 'phone', 0)],
  callsMaximum: 8,
  callAgainAfterDays: 2,
};
export const calledAs = (calling: Partial<Calling>): Protocol => ({
  ...byPhone,
  calling: { ...defaultCalling, ...calling },
});

export interface CallRoomInUse {
  readonly ask: AskAs;
  readonly clock: TestClock;
  readonly host: LocalHost;
  readonly folder: string;
  /** The day and hour of this machine. */
  at(on: Day, hour: string): void;
  next(seat?: string, channel?: 'phone' | 'visit'): Promise<CaseInHand | undefined>;
  take(seat?: string): Promise<CaseInHand>;
  close(call: Asked<'contact.closeCall'>, seat?: string): Promise<unknown>;
  rows<R = Record<string, string | number | null>>(sql: string): readonly R[];
  stop(): void;
  /** A new office on the same files, with these people signed in. */
  restart(names?: readonly string[]): Promise<void>;
}

export interface PreparedCallRoom {
  readonly folder: string;
  open(): Promise<CallRoomInUse>;
  remove(): void;
}

export interface Lists {
  readonly residents: readonly Listed[];
  readonly partners?: readonly Listed[];
  readonly protocol?: Protocol;
}

export async function prepareCallRoom({
  residents: list,
  partners: others = [],
  protocol = byPhone,
}: Lists): Promise<PreparedCallRoom> {
  const root = mkdtempSync(join(tmpdir(), 'veldwerk-call-room-'));
  const made = join(root, 'made');
  mkdirSync(made);
  const before = testClock();
  before.sleep(-7 * 24 * 60);
  const { office, host, ask } = await officeWithStudy(made, { practice: false, clock: before, today: todayOf(before) });
  const offer = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(made, name), content);
    return host.offerSource(join(made, name));
  };
  for (const name of callers.slice(1)) {
    const confidentialityOn = day('2026-01-15');
    const { invited } = await ask('manager', 'study.addPerson', { name, roles: ['interviewer'], confidentialityOn });
    const passphrase = invited!.oneTimePassphrase;
    await ask(name, 'study.signIn', { name, passphrase, chosen: passphraseOf(name) });
    await ask('researcher', 'study.passKeysOn', { to: name });
  }
  await ask('manager', 'study.acceptFewHolders', { by: 'manager' });
  await ask('manager', 'study.recordAgreement', { agreement });
  await ask('manager', 'study.recordBureau', bureau);
  await ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: false } });
  for (const [group, people] of [
    [residents, list],
    [partners, others],
  ] as const) {
    if (people.length === 0) continue;
    await ask('manager', 'study.addGroup', { code: group, title: group, consentBasis: 'no-objection' });
    const file = offer(`${group}.csv`, listOf(people, group === partners ? 50_000 : 0));
    await ask('manager', 'intake.accept', { group, files: [{ file }] });
    const questionnaire = offer(`${group}.xlsx`, workbook({ survey, choices, settings }));
    await ask('researcher', 'study.loadQuestionnaire', { group, file: questionnaire });
    await ask('manager', 'schedule.setProtocol', { group, protocol });
  }
  office.close();
  const opened: CallRoomInUse[] = [];
  return {
    folder: made,
    async open() {
      const folder = join(root, `copy-${opened.length + 1}`);
      cpSync(made, folder, { recursive: true });
      const room = await openCopy(folder);
      opened.push(room);
      return room;
    },
    remove() {
      for (const room of opened) room.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const todayOf = (clock: TestClock) => (): Day => {
  const now = clock.now();
  const two = (part: number) => String(part).padStart(2, '0');
  return day(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
};

async function openCopy(folder: string): Promise<CallRoomInUse> {
  const clock = testClock();
  const host = quickHost(folder, { clock, today: todayOf(clock) });
  let office: OpenOffice;
  let asking: AskAs;
  const start = async (names: readonly string[]) => {
    office = openOffice(host, host.onBug);
    office.useFolder(join(folder, 'study'));
    asking = askingAs(office);
    for (const name of names) await asking(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
  };
  await start(everyone);
  const ask: AskAs = (seat, name, input) => asking(seat, name, input);
  const next: CallRoomInUse['next'] = async (seat = 'interviewer', channel = 'phone') => {
    const found = await ask(seat, 'contact.nextCase', { channel });
    return found.kind === 'case' ? found.case : undefined;
  };
  return {
    ...{ ask, clock, host, folder, next },
    at(on, hour) {
      // From noon: late in the evening an hour of summer time more would be another day.
      clock.set(12);
      clock.sleep(daysBetween(todayOf(clock)(), on) * 24 * 60);
      const [hours, minutes] = hour.split(':').map(Number);
      clock.set(hours!, minutes!);
    },
    async take(seat) {
      const one = await next(seat);
      if (one === undefined) throw new Error('nobody is due');
      return one;
    },
    close: (call, seat = 'interviewer') => ask(seat, 'contact.closeCall', call),
    rows<R>(sql: string) {
      const raw = new Database(join(folder, 'study', 'study.db'), { readonly: true });
      try {
        return raw.prepare(sql).all() as R[];
      } finally {
        raw.close();
      }
    },
    stop: () => office.close(),
    async restart(names = everyone) {
      office.close();
      await start(names);
    },
  };
}

/** As the manager sees it, at a request for access. */
export async function codeOf(room: Pick<CallRoomInUse, 'ask'>, caseId: string): Promise<{ readonly code: string }> {
  const { nr } = await room.ask('manager', 'contact.recordCaseRequest', {
    ...{ article: '15', receivedOn: firstDay, channel: 'client' },
  });
  await room.ask('manager', 'contact.fillInCaseRequest', {
    nr,
    caseId: caseId as never,
    identityCheckedBy: 'manager',
  });
  await room.ask('researcher', 'export.agreeToCaseRequest', { nr });
  const { loginCode } = (await room.ask('manager', 'contact.case', { request: nr })) as unknown as {
    loginCode: string;
  };
  return { code: loginCode };
}

export const surnameOf = ({ name }: CaseInHand): string => name.split(' ').at(-1)!;
export { addDays, firstDay, lastDay };
