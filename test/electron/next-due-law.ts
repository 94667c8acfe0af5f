/** The stored next due day equals the computed one, whatever is asked of the office: read from the raw rows after every request. */
import { expect } from 'vitest';
import { type Seeded, seeded } from '../../scripts/seeded.ts';
import { addDays, type Day } from '../../shared/calendar.ts';
import { dueContact } from '../../shared/schedule/due-contact.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Channel } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../shared/study/disposition.ts';
import type { LoginCode } from '../../shared/study/login-code.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import { passphraseOf } from './office.ts';
import { firstDay, lastDay, type Protocol, residents, returnsOf, type StudyInUse, step } from './prepared.ts';
import { cameBack, readIn } from './replies.ts';

/** Steps for who began and, on other days, for who did not; counted from one another, in working days; and visits. */
export const everything: Protocol = {
  startsOn: firstDay,
  closesOn: lastDay,
  steps: [
    step('email', 'email', 0),
    step('letter', 'letter', 1, { for: { lacks: ['email'] }, workingDays: true }),
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

/** Cases whose stored day is another than the one that follows from the raw rows. */
export function wrongDays(study: StudyInUse, protocol: Protocol): readonly string[] {
  const attempts = study.rows<AttemptRow>('SELECT * FROM attempts');
  const started = new Set(study.rows<{ case_id: CaseId }>('SELECT case_id FROM drafts').map(({ case_id }) => case_id));
  const cases = study.rows<CaseRow>(`SELECT * FROM cases WHERE group_code = '${residents}'`);
  return cases.flatMap(({ id, channels, state, stratum, next_due }) => {
    const due = dueContact(
      protocol,
      {
        id,
        channels: channels === '' ? [] : (channels.split(' ') as Channel[]),
        state: state === 'open' ? { kind: 'open' } : { kind: 'final', code: '2.11', on: firstDay },
        ...(stratum === null ? {} : { stratum }),
        isStarted: started.has(id),
      },
      attempts
        .filter(({ case_id }) => case_id === id)
        .map(({ step: of, channel, on_day, outcome, appointment_on }) => ({
          ...{ step: of, channel, on: on_day, outcome },
          ...(appointment_on === null ? {} : { appointmentOn: appointment_on }),
        })),
    );
    return (due?.on ?? null) === next_due
      ? []
      : [`${state}: ${next_due} is stored, ${due?.on} (${due?.step.id}) follows`];
  });
}

/** Asks so many things of the office, at random; what it refuses is asked as well. Gives how often each was done. */
export async function askAtRandom(
  study: StudyInUse,
  requests: number,
  seed: number,
): Promise<ReadonlyMap<string, number>> {
  const dice = seeded(seed);
  const people = [...(await study.cases()).entries()].filter(
    ([, { id }]) => study.rows(`SELECT 1 FROM cases WHERE id = '${id}'`).length > 0,
  );
  let protocol = everything;
  let today = firstDay;
  const done = new Map<string, number>();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
  for (let nr = 0; nr < requests; nr += 1) {
    const [what, act] = dice.pick(Object.entries(acts));
    const [, someone] = dice.pick(people);
    const before = { protocol, today };
    if (what === 'moveOn') today = addDays(today, 1 + dice.below(6));
    if (what === 'setProtocol') protocol = dice.pick([everything, other]);
    const isDone = await act({ study, dice, someone, protocol, today, nr }).then(
      () => true,
      () => false,
    );
    if (isDone) done.set(what, (done.get(what) ?? 0) + 1);
    else ({ protocol, today } = before);
    expect(wrongDays(study, protocol), `after ${what}, request ${nr} of seed ${seed}`).toEqual([]);
  }
  return done;
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
