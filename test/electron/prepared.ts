/**
 * A small study for tests of the office's requests: eleven invented people in two groups, reached by e-mail, by letter or by phone only.
 * It is made once per test file and copied for every test; what a request left behind is read from the raw file or with a person's keys.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openContacts, openLoginCodes } from '../../electron/contacts.ts';
import type { Host } from '../../electron/desk.ts';
import type { LocalHost } from '../../electron/host.ts';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { agreement, bureau, firstDay, lastDay } from '../../electron/practice/study-set-up.ts';
import type { StoredCase } from '../../electron/store/cases.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { type AskAs, askingAs } from '../../scripts/demo/asking.ts';
import { type Mailbox, startMailbox } from '../../scripts/loopback-mail.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import { type Day, day } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { csvText } from '../../shared/export/csv.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { LoginCode } from '../../shared/study/login-code.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import type { Response } from '../../shared/study/response.ts';
import { officeWithStudy, passphraseOf, quickHost } from './office.ts';
import { openVaultHere } from './vault-here.ts';

export const residents = 'residents' as GroupCode;
export const partners = 'partners' as GroupCode;
export const interviewers = ['interviewer', 'second', 'third'] as const;
export const everyone = ['manager', 'researcher', 'officer', ...interviewers] as const;

export { firstDay, lastDay };

export type Protocol = Asked<'schedule.setProtocol'>['protocol'];
type Step = Protocol['steps'][number];

const text = {
  subject: 'Een vraag over de wijk',
  body: 'Geachte {{name}},\n\nUw code is {{code}}.\n{{link}}\n\nNiet meedoen? {{objectTo}}\n\n{{bureau}}',
};
const dates = { startsOn: firstDay, closesOn: lastDay };
export const step = (id: string, channel: Step['channel'], afterDays: number, more: Partial<Step> = {}): Step => ({
  id: id as StepId,
  channel,
  afterDays,
  for: {},
  ...(channel === 'email' || channel === 'letter' ? { text } : {}),
  ...more,
});

/** As the reference study: e-mail and a reminder, or a letter; after two weeks the phone. */
export const mixed: Protocol = {
  ...dates,
  steps: [
    step('email', 'email', 0, { for: { has: ['email'] } }),
    step('reminder', 'email', 7, { for: { has: ['email'] } }),
    step('letter', 'letter', 0, { for: { lacks: ['email'] } }),
    step('phone', 'phone', 14),
  ],
  callsMaximum: 3,
  callAgainAfterDays: 2,
};
/** The phone from the first day; whoever cannot be reached by it gets an e-mail or a letter after four weeks. */
export const phoneFirst: Protocol = {
  ...dates,
  steps: [
    step('phone', 'phone', 0),
    step('email', 'email', 28),
    step('letter', 'letter', 28, { for: { lacks: ['email'] } }),
  ],
  callsMaximum: 3,
  callAgainAfterDays: 2,
};

/** That of the partners. */
export const once: Protocol = { ...mixed, steps: [step('email', 'email', 0)] };

const header = [
  ...['Clientnummer', 'Voorletters', 'Achternaam', 'Straat', 'Huisnummer', 'Postcode', 'Plaats', 'Mobiel', 'E-mail'],
  ...['Geboortedatum', 'Geslacht', 'Wijkteam', 'Overleden', 'Bezwaar'],
];

export interface Invented {
  readonly surname: string;
  readonly by: readonly ('email' | 'letter' | 'phone')[];
  readonly sex?: 'v' | 'm';
  readonly born?: string;
  readonly deceased?: string;
  readonly objects?: string;
}

/** A delivery of these people as the client sends it; the number after a surname is the client's number of that person. */
export function deliveryOf(people: readonly Invented[]): string {
  const rows = people.map(({ surname, by, sex = 'v', born = '1960-05-17', deceased = '', objects = '' }) => {
    const nr = numberOf(surname);
    const address = by.includes('letter') ? ['Verzonnenlaan', String(nr), '9999 ZZ', 'Waterhoven'] : ['', '', '', ''];
    return [
      ...[`C-${1000 + nr}`, 'Q.', surname, ...address, by.includes('phone') ? `06-890011${10 + nr}` : ''],
      ...[by.includes('email') ? `${surname.toLowerCase()}@wijk.example` : '', born, sex, 'Noord', deceased, objects],
    ];
  });
  return csvText([header, ...rows], { separator: ';' });
}

/** By the first letter: A is 1. */
const numberOf = (surname: string) => surname.charCodeAt(0) - 64;

/** Surnames in the order of the alphabet; three with e-mail, three with an address, three with a telephone only. */
export const invited: readonly Invented[] = [
  { surname: 'Aalbersma', by: ['email', 'phone'] },
  { surname: 'Bessemans', by: ['email', 'phone'], sex: 'm' },
  { surname: 'Cornippen', by: ['email'] },
  { surname: 'Dusseljee', by: ['letter', 'phone'], sex: 'm' },
  { surname: 'Eikelstra', by: ['letter', 'phone'] },
  { surname: 'Fokkinkma', by: ['letter'] },
  { surname: 'Groothuma', by: ['phone'] },
  { surname: 'Hooglanda', by: ['phone'], sex: 'm' },
  { surname: 'Itersoone', by: ['phone'] },
];
export const surnames: readonly string[] = invited.map(({ surname }) => surname);

const survey = [
  ['type', 'name', 'label::Nederlands (nl)', 'label::English (en)', 'required', 'relevant', 'constraint'],
  ['note', 'welkom', 'Fijn dat u meedoet.', 'Thank you for taking part.', '', '', ''],
  ['select_one janee', 'hulp', 'Kreeg u hulp?', 'Did you get help?', 'yes', '', ''],
  ['integer', 'uren', 'Hoeveel uur per week?', 'How many hours?', '', `\${hulp} = 'ja'`, '. >= 0 and . <= 60'],
  ['text', 'verhaal', 'Wat vond u ervan?', 'What did you think of it?', '', `\${hulp} = 'ja'`, ''],
  ['text', 'reden', 'Waarom niet?', 'Why not?', '', `\${hulp} = 'nee'`, ''],
  ['select_multiple wijken', 'wijk', 'In welke wijken?', 'In which districts?', '', '', ''],
  ['select_one janee', 'terug', 'Zou u het aanraden?', 'Would you recommend it?', 'yes', '', ''],
];
const choices = [
  ['list_name', 'name', 'label::Nederlands (nl)', 'label::English (en)', 'missing'],
  ['janee', 'ja', 'Ja', 'Yes', ''],
  ['janee', 'nee', 'Nee', 'No', ''],
  ['janee', 'weet_niet', 'Weet ik niet', "Don't know", 'dont-know'],
  ['wijken', 'noord', 'Noord', 'North', ''],
  ['wijken', 'zuid', 'Zuid', 'South', ''],
];
const settings = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Bewoners', 'bewoners', '1', 'Nederlands (nl)'],
];

export interface PreparedStudy {
  /** A copy of the study, its office open and everyone signed in; the clock stands at the first day of the fieldwork. */
  open(options?: Partial<Host>): Promise<StudyInUse>;
  /** Closes every copy and deletes all files. */
  remove(): Promise<void>;
}

export interface StudyInUse {
  readonly ask: AskAs;
  readonly host: LocalHost;
  readonly mailbox: Mailbox;
  /** Holds the study, the app's own folder and the handouts. */
  readonly folder: string;
  /** Ends the office as a crash or a closed lid does, without a word to anyone. */
  stop(): void;
  /** A new office on the same files; everyone signed in again, or those who are named. */
  restart(options?: Partial<Host>, names?: readonly string[]): Promise<void>;
  moveTo(today: Day): Promise<void>;
  /** A file beside the study, offered to the office. */
  offer(name: string, content: string | Uint8Array): ReturnType<LocalHost['offerSource']>;
  /** Rows of the raw database file. */
  rows<R = Record<string, string | number | null>>(sql: string): readonly R[];
  /** Changes the raw database file as someone without the application would. */
  alter(sql: string): void;
  /** Everyone by surname. */
  cases(): Promise<ReadonlyMap<string, { readonly id: CaseId; readonly code: LoginCode }>>;
  /** What the researcher's keys open, with the surname of who gave it by the manager's. */
  responses(): Promise<readonly (Response & { readonly of: string })[]>;
  /** Acts in the journal, oldest first. */
  acts(): Promise<readonly string[]>;
}

/** Makes the study in a folder of its own below `at`; the protocol of the residents is `mixed`. `work`: done in it before it is copied. */
export async function prepareStudy(
  work?: (study: StudyInUse) => Promise<unknown>,
  at: string = tmpdir(),
): Promise<PreparedStudy> {
  const root = mkdtempSync(join(at, 'veldwerk-prepared-'));
  const prepared = join(root, 'prepared');
  mkdirSync(prepared);
  await makeStudy(prepared);
  const mailbox = await startMailbox();
  if (work !== undefined) {
    const study = await openCopy(prepared, mailbox, {});
    await work(study);
    study.stop();
  }
  const opened: StudyInUse[] = [];
  return {
    async open(options = {}) {
      const folder = join(root, `copy-${opened.length + 1}`);
      cpSync(prepared, folder, { recursive: true });
      mailbox.failWith(undefined);
      mailbox.hangUp();
      (mailbox.messages as unknown[]).length = 0;
      const study = await openCopy(folder, mailbox, options);
      opened.push(study);
      return study;
    },
    async remove() {
      for (const study of opened) study.stop();
      await mailbox.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function makeStudy(folder: string): Promise<void> {
  const { office, host, ask } = await officeWithStudy(folder);
  try {
    const offer = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content);
      return host.offerSource(join(folder, name));
    };
    await ask('manager', 'study.moveClock', { today: day('2026-02-23') });
    for (const name of interviewers.slice(1)) {
      const confidentialityOn = day('2026-01-15');
      const passphrase = passphraseOf(name);
      await ask('manager', 'study.addPerson', { name, roles: ['interviewer'], confidentialityOn, passphrase });
      await ask('researcher', 'study.passKeysOn', { to: name });
    }
    await ask('manager', 'study.recordAgreement', { agreement });
    await ask('manager', 'study.recordBureau', bureau);
    // Most tests have no returns to wait for; those that are about waiting set the rule themselves.
    await ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: false } });
    await ask('manager', 'study.addGroup', { code: residents, title: 'Bewoners', consentBasis: 'no-objection' });
    await ask('manager', 'study.addGroup', { code: partners, title: 'Partners', consentBasis: 'business-contact' });
    const file = offer('residents.csv', deliveryOf(invited));
    await ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
    const list = 'E-mail;Achternaam\njellemans@partner.example;Jellemans\nkuiperda@partner.example;Kuiperda\n';
    await ask('manager', 'intake.accept', { group: partners, files: [{ file: offer('partners.csv', list) }] });
    const questionnaire = offer('questionnaire.xlsx', workbook({ survey, choices, settings }));
    for (const group of [residents, partners])
      await ask('researcher', 'study.loadQuestionnaire', { group, file: questionnaire });
    await ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    await ask('manager', 'schedule.setProtocol', { group: partners, protocol: once });
    await ask('manager', 'study.moveClock', { today: firstDay });
  } finally {
    office.close();
  }
}

async function openCopy(folder: string, mailbox: Mailbox, first: Partial<Host>): Promise<StudyInUse> {
  let host: LocalHost;
  let office: OpenOffice | undefined;
  let asking: AskAs;
  const study = join(folder, 'study');
  const stop = () => {
    office?.close();
    office = undefined;
  };
  const start = async (options: Partial<Host>, names: readonly string[] = everyone) => {
    host = quickHost(folder, options);
    office = openOffice(host, host.onBug);
    office.useFolder(study);
    asking = askingAs(office);
    for (const name of names) await asking(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
  };
  const vaultOf = async (name: string): Promise<OpenVault> => {
    const vault = openVaultHere();
    const file = new Uint8Array(readFileSync(join(study, 'keyring')));
    const { study: id, epoch } = readKeyringHeader(file);
    const secret = host.deviceSecrets.find(id, epoch)!;
    await vault.ask('unlock', file, secret, name, host.secretOf(passphraseOf(name)));
    return vault;
  };
  const rows: StudyInUse['rows'] = <R>(sql: string) => {
    const raw = new Database(join(study, 'study.db'), { readonly: true });
    try {
      return raw.prepare(sql).all() as R[];
    } finally {
      raw.close();
    }
  };
  const cases: StudyInUse['cases'] = async () => {
    const manager = await vaultOf('manager');
    const stored = rows<StoredCase>('SELECT id, case_key AS caseKey, contact, login_code AS loginCode FROM cases');
    const contacts = await openContacts(manager, stored);
    const codes = await openLoginCodes(manager, stored);
    return new Map(stored.map(({ id }, index) => [contacts[index]!.surname!, { id, code: codes[index]! }]));
  };
  await start(first);
  const ask: AskAs = (seat, name, input) => asking(seat, name, input);
  const port = mailbox.port;
  await ask('manager', 'study.setMailHost', { host: '127.0.0.1', port, secure: false, from: bureau.objectTo });
  return {
    ask,
    get host() {
      return host;
    },
    mailbox,
    folder,
    stop,
    async restart(options = {}, names = everyone) {
      stop();
      await start(options, names);
    },
    async moveTo(today) {
      await ask('manager', 'study.moveClock', { today });
    },
    offer(name, content) {
      writeFileSync(join(folder, name), content);
      return host.offerSource(join(folder, name));
    },
    rows,
    alter(sql) {
      const raw = new Database(join(study, 'study.db'));
      try {
        raw.exec(sql);
      } finally {
        raw.close();
      }
    },
    cases,
    async responses() {
      const researcher = await vaultOf('researcher');
      const stored = rows<{ id: never; key: Uint8Array; content: Uint8Array }>('SELECT * FROM responses');
      const opened = await researcher.ask('openResponses', stored);
      const manager = await vaultOf('manager');
      const sealed = rows<{ sealed: Uint8Array }>('SELECT sealed FROM links').map((row) => row.sealed);
      const links = await manager.ask('openLinks', sealed);
      const names = new Map([...(await cases())].map(([surname, { id }]) => [id, surname]));
      return stored.map(({ id }, index) => {
        const of = names.get(links.find(({ responseId }) => responseId === id)!.caseId)!;
        return { ...(JSON.parse(opened[index]!) as Response), of };
      });
    },
    async acts() {
      const { entries, isWhole } = await ask('officer', 'study.journal', { entries: 500 });
      if (!isWhole) throw new Error('the journal is not whole');
      return entries.map(({ act }) => act);
    },
  };
}

/** The rows of a web survey's export: a code, the day of sending in ('' when not) and answers by column. */
export function returnsOf(
  sent: readonly { readonly code: string; readonly on?: string; readonly answers: Readonly<Record<string, string>> }[],
): string {
  const columns = ['hulp', 'uren', 'verhaal', 'reden', 'wijk[noord]', 'wijk[zuid]', 'terug'];
  const rows = sent.map(({ code, on = `${firstDay} 12:00:00`, answers }, index) => {
    return [String(index + 1), on, 'nl', code, ...columns.map((column) => answers[column] ?? '')];
  });
  return csvText([['id', 'submitdate', 'startlanguage', 'token', ...columns], ...rows], { separator: ',' });
}
