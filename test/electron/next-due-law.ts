/** The stored next due day equals the computed one, whatever is asked of the office: read from the raw rows after every request. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { type Seeded, seeded } from '../../scripts/seeded.ts';
import { addDays, type Day } from '../../shared/calendar.ts';
import { dueContact } from '../../shared/schedule/due-contact.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Channel } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../shared/study/disposition.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { LoginCode } from '../../shared/study/login-code.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import { passphraseOf } from './office.ts';
import { firstDay, lastDay, once, type Protocol, residents, returnsOf, type StudyInUse, step } from './prepared.ts';
import { cameBack, readIn } from './replies.ts';

/** Steps for who began and, on other days, for who did not; counted from one another, in working days; and visits. */
export const everything: Protocol = {
  startsOn: firstDay,
  closesOn: lastDay,
  steps: [
    step('email', 'email', 0),
    step('letter', 'letter', 1, { for: { lacks: ['email'] }, workingDays: true }),
    step('letter-again', 'letter', 9, {
      for: { lacks: ['email'], progress: 'not-started' },
      after: 'letter' as StepId,
    }),
    step('to-begin', 'email', 5, { for: { progress: 'not-started' }, after: 'email' as StepId }),
    step('to-finish', 'email', 3, { for: { progress: 'started' }, after: 'email' as StepId }),
    step('phone', 'phone', 6),
    step('visit', 'visit', 20, { for: { lacks: ['phone'] } }),
  ],
  callsMaximum: 3,
  callAgainAfterDays: 2,
};
const other: Protocol = {
  ...everything,
  steps: everything.steps.map((each) => ({ ...each, for: {} })),
  callsMaximum: 5,
};

interface CaseRow {
  readonly id: CaseId;
  readonly group_code: GroupCode;
  readonly channels: string;
  readonly state: string;
  readonly stratum: string | null;
  readonly next_due: Day | null;
}
interface AttemptRow {
  readonly case_id: CaseId;
  readonly step: StepId;
  readonly channel: Channel;
  readonly on_day: Day;
  readonly outcome: AttemptOutcome;
  readonly appointment_on: Day | null;
}
/** A case as its raw rows have it. */
interface RawCase {
  readonly row: CaseRow;
  readonly isStarted: boolean;
  readonly tried: Parameters<typeof dueContact>[2];
}

/** Everyone at this moment. */
export function casesNow(study: Pick<StudyInUse, 'folder'>): readonly RawCase[] {
  const raw = rawCases(study);
  try {
    return raw.read();
  } finally {
    raw.close();
  }
}

/** Everyone as the raw file has them at one moment, read over a connection of its own. */
function rawCases({ folder }: Pick<StudyInUse, 'folder'>): { read(): readonly RawCase[]; close(): void } {
  const raw = new Database(join(folder, 'study', 'study.db'), { readonly: true });
  const ofCases = raw.prepare<[], CaseRow>('SELECT * FROM cases');
  const ofAttempts = raw.prepare<[], AttemptRow>('SELECT * FROM attempts ORDER BY on_day, step, outcome');
  const ofDrafts = raw.prepare<[], CaseId>('SELECT case_id FROM drafts').pluck();
  return {
    read: raw.transaction(() => {
      const attempts = ofAttempts.all();
      const started = new Set(ofDrafts.all());
      return ofCases.all().map((row) => ({
        row,
        isStarted: started.has(row.id),
        tried: attempts
          .filter(({ case_id }) => case_id === row.id)
          .map(({ step: of, channel, on_day, outcome, appointment_on }) => ({
            ...{ step: of, channel, on: on_day, outcome },
            ...(appointment_on === null ? {} : { appointmentOn: appointment_on }),
          })),
      }));
    }),
    close: () => void raw.close(),
  };
}

/** Cases whose stored day is another than the one that follows from the raw rows; `protocol` is that of the residents. */
export function wrongDays(cases: readonly RawCase[], protocol: Protocol): readonly string[] {
  return cases.flatMap(({ row: { id, group_code, channels, state, stratum, next_due }, isStarted, tried }) => {
    const due = dueContact(
      group_code === residents ? protocol : once,
      {
        id,
        channels: channels === '' ? [] : (channels.split(' ') as Channel[]),
        state: state === 'open' ? { kind: 'open' } : { kind: 'final', code: '2.11', on: firstDay },
        ...(stratum === null ? {} : { stratum }),
        isStarted,
      },
      tried,
    );
    return (due?.on ?? null) === next_due
      ? []
      : [`${group_code}, ${state}: ${next_due} is stored, ${due?.on} (${due?.step.id}) follows`];
  });
}

/** What came of someone so far, without who it is: how they may be reached, what was tried on which day, and how they stand. */
const historyOf = ({ row: { group_code, channels, state }, isStarted, tried }: RawCase) =>
  JSON.stringify([group_code, channels, state, isStarted, tried]);

/** What came of asking at random. */
export interface Come {
  /** How often each act was done; what was only refused is not here. */
  readonly done: ReadonlyMap<string, number>;
  /** What had come of each person, by turns, each time the days were compared. */
  readonly histories: ReadonlySet<string>;
}

/** Asks so many things of the office, at random; what it refuses is asked as well. After each, the stored days are compared. */
export async function askAtRandom(study: StudyInUse, requests: number, seed: number): Promise<Come> {
  const dice = seeded(seed);
  const people = [...(await study.cases()).values()];
  let protocol = everything;
  let today = firstDay;
  const done = new Map<string, number>();
  const histories = new Set<string>();
  const raw = rawCases(study);
  try {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
    today = addDays(firstDay, dice.below(20));
    await study.moveTo(today);
    for (let nr = 0; nr < requests; nr += 1) {
      const what = dice.pick(drawn);
      const someone = dice.pick(people);
      const before = { protocol, today };
      if (what === 'moveOn') today = addDays(today, 1 + dice.below(6));
      if (what === 'setProtocol') protocol = dice.pick([everything, other]);
      const isDone = await acts[what]!({ study, dice, someone, protocol, today, nr }).then(
        () => true,
        () => false,
      );
      if (isDone) done.set(what, (done.get(what) ?? 0) + 1);
      else ({ protocol, today } = before);
      const cases = raw.read();
      expect(wrongDays(cases, protocol), `after ${what}, request ${nr} of seed ${seed}`).toEqual([]);
      for (const one of cases) histories.add(historyOf(one));
    }
  } finally {
    raw.close();
  }
  return { done, histories };
}

interface Turn {
  readonly study: StudyInUse;
  readonly dice: Seeded;
  readonly someone: { readonly id: CaseId; readonly code: LoginCode };
  readonly protocol: Protocol;
  readonly today: Day;
  readonly nr: number;
}

export const acts: Readonly<Record<string, (turn: Turn) => Promise<unknown>>> = {
  moveOn: ({ study, today }) => study.ask('manager', 'study.moveClock', { today }),
  setProtocol: ({ study, protocol }) => study.ask('manager', 'schedule.setProtocol', { group: residents, protocol }),
  sendEmails: ({ study }) => study.ask('manager', 'contact.sendEmails', { group: residents }),
  async makeLetters({ study, nr }) {
    const target = study.host.offerTarget(`${study.folder}/letters-${nr}.pdf`);
    const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await study.ask('manager', 'contact.markPosted', { batch });
  },
  letterBack: ({ study, someone: { code }, dice }) =>
    study.ask('manager', 'contact.recordReturn', { code, kind: dice.pick(['undeliverable', 'moved']) }),
  slip: ({ study, someone: { code } }) =>
    study.ask('manager', 'contact.recordSlip', { code, phone: '06-89001177', declines: false }),
  /** A message that came back, or its answer that says stop. */
  bounce: async ({ study, dice }) =>
    readIn(
      study,
      cameBack(
        study,
        dice.pick(['Aalbersma', 'Bessemans', 'Cornippen']),
        dice.pick(['bounced/postfix', 'opted-out/reply-one-word']),
      ),
    ),
  async discard({ study, nr }) {
    const target = study.host.offerTarget(`${study.folder}/discarded-${nr}.pdf`);
    const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await study.ask('manager', 'contact.discardBatch', { batch });
  },
  async makeOnly({ study, nr }) {
    const target = study.host.offerTarget(`${study.folder}/made-${nr}.pdf`);
    await study.ask('manager', 'contact.makeLetters', { group: residents, target });
  },
  async saveEmails({ study, nr }) {
    const target = study.host.offerTarget(`${study.folder}/messages-${nr}.zip`);
    const { batch } = await study.ask('manager', 'contact.saveEmails', { group: residents, target });
    await study.ask('manager', 'contact.markPosted', { batch });
  },
  reprint({ study, someone: { code }, dice, nr }) {
    const target = study.host.offerTarget(`${study.folder}/again-${nr}.pdf`);
    return study.ask('manager', 'contact.reprint', { code, newCode: dice.chance(0.3), target });
  },
  /** Stopped for everyone while the others ask on, and lifted again; nine times of ten at once. */
  async halt({ study, dice }) {
    await study.ask('manager', 'contact.halt', {});
    await study.ask('interviewer', 'contact.nextCase', {}).catch(() => undefined);
    if (dice.chance(0.9)) await study.ask('manager', 'contact.halt', { lift: true });
  },
  async acquainted({ study }) {
    await study.ask('third', 'contact.nextCase', {});
    await study.ask('third', 'contact.acquainted', {});
  },
  async newNumber({ study, nr }) {
    await study.ask('second', 'contact.nextCase', {});
    await study.ask('second', 'contact.newNumber', { phone: `06-8900${2000 + nr}`, instead: 0 });
  },
  async comeAndGo({ study }) {
    await study.ask('second', 'study.signOut', {});
    await study.ask('second', 'study.signIn', { name: 'second', passphrase: passphraseOf('second') });
  },
  undoBack: ({ study }) => study.ask('manager', 'contact.undoBack', {}),
  async call({ study, dice, today }) {
    await study.ask('interviewer', 'contact.nextCase', {});
    const outcome = dice.pick([
      'no-answer',
      'busy',
      'appointment',
      'wrong-number',
      'disconnected',
      'other-language',
      'says-answered',
      'refused-soft',
    ] as const);
    const language = outcome === 'other-language' ? { language: 'en' } : {};
    const appointment = { on: addDays(today, 1 + dice.below(5)), at: '14:00' };
    await study.ask('interviewer', 'contact.closeCall', {
      ...{ outcome, ...language },
      ...(outcome === 'appointment' ? { appointment } : {}),
    });
  },
  async undoCall(turn) {
    await acts.call!(turn).catch(() => undefined);
    await turn.study.ask('interviewer', 'contact.undoCall', {});
  },
  next: ({ study }) => study.ask('second', 'contact.nextCase', {}),
  takeCaller: ({ study, someone: { id } }) => study.ask('second', 'contact.takeCaller', { caseId: id }),
  begin: ({ study }) => study.ask('second', 'interview.begin', { consent: 'spoken' }),
  close: ({ study }) => study.ask('second', 'contact.closeCall', { outcome: 'voicemail' }),
  enter: ({ study, someone: { code } }) => study.ask('third', 'interview.beginEntry', { code, mode: 'paper' }),
  answerEntry: ({ study }) => study.ask('third', 'interview.answer', { item: 'hulp' as never, answer: 'ja' }),
  leaveEntry: ({ study }) => study.ask('third', 'interview.leaveEntry', {}),
  visit: ({ study, someone: { code }, today }) =>
    study.ask('manager', 'contact.recordVisit', { code, outcome: 'no-answer', on: today }),
  begunOnWeb({ study, someone: { code }, nr }) {
    const file = study.offer(`returns-${nr}.csv`, returnsOf([{ code, on: '', answers: { hulp: 'ja' } }]));
    return study.ask('manager', 'interview.readReturns', { group: residents, file });
  },
  stop: ({ study, someone: { id } }) => study.ask('manager', 'contact.stopCase', { caseId: id, why: 'refused' }),
};

/** Days must pass, letters go out and people be rung before most of the others can do anything. */
const drawn = [
  ...Object.keys(acts),
  ...Array.from({ length: 4 }, () => ['moveOn', 'call', 'next', 'close']).flat(),
  ...['makeLetters', 'letterBack', 'letterBack', 'enter', 'leaveEntry'],
];
