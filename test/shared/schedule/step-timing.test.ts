/** When a step is due: what it counts from, working days, fixed days, for whom, a soft launch; calls and visits with their delays and ends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../shared/calendar.ts';
import { dueContact, isDue, type ScheduledCase } from '../../../shared/schedule/due-contact.ts';
import { lotOf, waitsForLaunch } from '../../../shared/schedule/reach.ts';
import { stuckReason } from '../../../shared/schedule/stuck-reason.ts';
import { type Attempt, inboundStep } from '../../../shared/study/attempt.ts';
import { type Calling, defaultCalling } from '../../../shared/study/calling.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../../shared/study/disposition.ts';
import type { Protocol, Step, StepId } from '../../../shared/study/protocol.ts';

/** A Monday; Good Friday is the 3rd of April, Easter Monday the 6th. */
const start = day('2026-03-16');
const text = { subject: 's', body: 'b' };
const step = (id: string, channel: Channel, afterDays: number, more: Partial<Step> = {}): Step => ({
  ...{ id: id as StepId, channel, afterDays, for: {}, ...more },
  ...(channel === 'email' || channel === 'letter' ? { text } : {}),
});
const counted = (id: string) => ({ after: id as StepId });
const protocolOf = (steps: readonly Step[], more: Partial<Protocol> = {}): Protocol => {
  return { startsOn: start, closesOn: addDays(start, 60), steps, callsMaximum: 4, callAgainAfterDays: 2, ...more };
};
type Made = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome' | 'appointmentOn'>;
const made = (id: string, channel: Channel, on: string, outcome: AttemptOutcome, appointmentOn?: string): Made => ({
  ...{ step: id as StepId, channel, on: day(`2026-${on}`), outcome },
  ...(appointmentOn === undefined ? {} : { appointmentOn: day(`2026-${appointmentOn}`) }),
});
const call = (on: string, outcome: AttemptOutcome, appointmentOn?: string) =>
  made('phone', 'phone', on, outcome, appointmentOn);
const open = (channels: readonly Channel[], more: Partial<ScheduledCase> = {}): ScheduledCase => {
  return { state: { kind: 'open' }, channels, ...more };
};
const everywhere = open(['email', 'letter', 'phone', 'visit']);
const due = (protocol: Protocol, one: ScheduledCase, ...attempts: Made[]) => {
  const found = dueContact(protocol, one, attempts);
  return found && `${found.step.id} ${found.on.slice(5)}`;
};
const stuck = (protocol: Protocol, one: ScheduledCase, ...attempts: Made[]) =>
  stuckReason(protocol, one, attempts, start);

describe('the day of a step', () => {
  test('counts from the step before it that really went out, when it says so', () => {
    const protocol = protocolOf([
      step('letter', 'letter', 0),
      step('reminder', 'letter', 14, counted('letter')),
      step('phone', 'phone', 7, counted('reminder')),
    ]);
    const letter = made('letter', 'letter', '03-19', 'posted');
    expect(due(protocol, everywhere, letter)).toBe('reminder 04-02');
    // Good Friday is a working day; a week later is an ordinary Friday.
    const reminder = made('reminder', 'letter', '04-03', 'posted');
    expect(due(protocol, everywhere, letter, reminder)).toBe('phone 04-10');
    // What failed is counted as if it had gone out as early as it could.
    expect(due(protocol, everywhere, letter, { ...reminder, outcome: 'failed' })).toBe('phone 04-09');
  });

  test('counts from where the step before would have been, for whom that step is not', () => {
    const protocol = protocolOf([
      step('email', 'email', 0),
      step('letter', 'letter', 2, { for: { lacks: ['email'] } }),
      step('phone', 'phone', 10, counted('email')),
    ]);
    expect(due(protocol, open(['phone']))).toBe('phone 03-26');
    const letter = made('letter', 'letter', '03-20', 'posted');
    expect(due(protocol, open(['letter', 'phone']), letter)).toBe('phone 03-28');
  });

  test('in working days is never a Saturday, Sunday or holiday, and counts none', () => {
    const protocol = protocolOf([step('letter', 'letter', 13, { workingDays: true })]);
    expect(due(protocol, everywhere)).toBe('letter 04-02');
    expect(due(protocolOf([step('letter', 'letter', 15, { workingDays: true })]), everywhere)).toBe('letter 04-07');
    // Overdue over a weekend it waits for Monday; in calendar days it does not.
    const found = dueContact(protocol, everywhere, [])!;
    expect(isDue(found, protocol, day('2026-04-04'))).toBe(false);
    expect(isDue(found, protocol, day('2026-04-07'))).toBe(true);
    const plain = protocolOf([step('letter', 'letter', 13)]);
    expect(isDue(dueContact(plain, everywhere, [])!, plain, day('2026-04-04'))).toBe(true);
  });

  test('is the fixed one, whatever went out before; but not on the day of what went out late', () => {
    const protocol = protocolOf([step('email', 'email', 0), step('reminder', 'email', 0, { on: day('2026-04-13') })]);
    expect(due(protocol, everywhere, made('email', 'email', '03-25', 'sent'))).toBe('reminder 04-13');
    expect(due(protocol, everywhere, made('email', 'email', '04-13', 'sent'))).toBe('reminder 04-14');
  });

  test('is passed over when it can only be after the closing day; what can still be done is', () => {
    const protocol = protocolOf(
      [step('email', 'email', 0), step('reminder', 'email', 20), step('phone', 'phone', 0, { on: day('2026-04-07') })],
      { closesOn: day('2026-04-10') },
    );
    expect(due(protocol, everywhere, made('email', 'email', '03-31', 'sent'))).toBe('phone 04-07');
  });

  test('on a Sunday or holiday is the next day with windows for a call, and any day for a message', () => {
    const easter = { on: day('2026-04-05') };
    expect(due(protocolOf([step('phone', 'phone', 0, easter)]), everywhere)).toBe('phone 04-07');
    expect(due(protocolOf([step('visit', 'visit', 0, easter)]), everywhere)).toBe('visit 04-07');
    expect(due(protocolOf([step('email', 'email', 0, easter)]), everywhere)).toBe('email 04-05');
    const calling: Calling = { ...defaultCalling, closedOn: [day('2026-04-07')] };
    expect(due(protocolOf([step('phone', 'phone', 0, easter)], { calling }), everywhere)).toBe('phone 04-08');
  });
});

describe('for whom a step is', () => {
  test('by stratum', () => {
    const protocol = protocolOf([step('email', 'email', 0, { for: { strata: ['s1', 's2'] } })]);
    expect(due(protocol, open(['email'], { stratum: 's2' }))).toBe('email 03-16');
    for (const one of [open(['email'], { stratum: 's3' }), open(['email'])]) {
      expect(due(protocol, one)).toBe(undefined);
      expect(stuck(protocol, one)).toBe('no-step');
    }
  });

  test('by how far the interview is: one of two reminders, and not the other one a day later', () => {
    const protocol = protocolOf([
      step('email', 'email', 0),
      step('to-begin', 'email', 7, { for: { progress: 'not-started' } }),
      step('to-finish', 'email', 7, { for: { progress: 'started' } }),
      step('phone', 'phone', 14),
    ]);
    const email = made('email', 'email', '03-16', 'sent');
    const started = { ...everywhere, isStarted: true };
    expect(due(protocol, everywhere, email)).toBe('to-begin 03-23');
    expect(due(protocol, started, email)).toBe('to-finish 03-23');
    expect(due(protocol, started, email, made('to-begin', 'email', '03-23', 'sent'))).toBe('phone 03-30');
    // A call to whoever began is tried again: it is not passed by itself.
    const toFinish = protocolOf([step('phone', 'phone', 0, { for: { progress: 'started' } })]);
    expect(due(toFinish, started, call('03-16', 'no-answer'))).toBe('phone 03-18');
  });
});

describe('a soft launch', () => {
  const protocol = protocolOf([step('email', 'email', 0), step('phone', 'phone', 7)], { softLaunch: { percent: 20 } });
  const { softLaunch: _, ...lifted } = protocol;
  const ids = fc.sample(fc.uuid(), { numRuns: 5000, seed: 5 }) as CaseId[];

  test('lets about the share go first, always the same people, and the more the larger it is', () => {
    const first = (percent: number) => ids.filter((id) => !waitsForLaunch({ softLaunch: { percent } }, { id }, []));
    expect(first(20).length / ids.length).toBeGreaterThan(0.18);
    expect(first(20).length / ids.length).toBeLessThan(0.22);
    expect(first(20)).toEqual(first(20));
    expect(first(30)).toEqual(expect.arrayContaining(first(20)));
    expect(new Set(ids.map(lotOf)).size).toBe(100);
    // Lots run from 0: of a hundred the first twenty, and not the twenty-first.
    expect(Math.max(...first(20).map(lotOf))).toBe(19);
    expect(first(100)).toEqual(ids);
  });

  test('keeps the others waiting, with the reason; lifted late, their steps follow one another', () => {
    const waiting = { ...everywhere, id: ids.find((id) => lotOf(id) >= 20)! };
    const first = { ...everywhere, id: ids.find((id) => lotOf(id) < 20)! };
    expect(due(protocol, first)).toBe('email 03-16');
    expect(due(protocol, waiting)).toBe(undefined);
    expect(stuck(protocol, waiting)).toBe('soft-launch');
    expect(due(lifted, waiting)).toBe('email 03-16');
    const late = made('email', 'email', '04-09', 'sent');
    expect(due(lifted, waiting, late)).toBe('phone 04-16');
    // Begun with a case already: that goes on.
    expect(due(protocol, waiting, late)).toBe('phone 04-16');
  });
});

describe('calls', () => {
  const protocol = protocolOf([step('phone', 'phone', 0)]);
  const busy: Calling = { ...defaultCalling, againAfterDays: { busy: 1, voicemail: 5, 'says-answered': 7 } };
  const withDelays = { ...protocol, calling: busy };
  const soft = { ...protocol, calling: { ...defaultCalling, softRefusal: 'once-more' as const } };

  test('follow after the days of their outcome, on a day with windows', () => {
    expect(due(withDelays, everywhere, call('03-16', 'no-answer'))).toBe('phone 03-18');
    expect(due(withDelays, everywhere, call('03-16', 'busy'))).toBe('phone 03-17');
    expect(due(withDelays, everywhere, call('03-16', 'voicemail'))).toBe('phone 03-21');
    expect(due(withDelays, everywhere, call('03-20', 'no-answer'))).toBe('phone 03-23');
    expect(due(withDelays, everywhere, call('03-16', 'voicemail'), call('03-17', 'busy'))).toBe('phone 03-21');
  });

  test('of a soft refusal: none, or one more, whatever comes of it; and no message either', () => {
    const refused = call('03-16', 'refused-soft');
    expect(due(protocol, everywhere, refused)).toBe(undefined);
    expect(stuck(protocol, everywhere, refused)).toBe('calls-used-up');
    expect(due(soft, everywhere, refused)).toBe('phone 03-23');
    expect(due(soft, everywhere, refused, call('03-23', 'no-answer'))).toBe(undefined);
    expect(due(soft, everywhere, refused, refused)).toBe(undefined);
    expect(due(soft, everywhere, refused, call('03-23', 'appointment', '03-27'))).toBe('phone 03-27');
    const withLetter = { ...soft, steps: [...soft.steps, step('letter', 'letter', 10)] };
    expect(due(withLetter, everywhere, refused, call('03-23', 'no-answer'))).toBe(undefined);
    expect(due({ ...soft, callsMaximum: 1 }, everywhere, refused)).toBe(undefined);
  });

  test('of who says that they answered: once more after the delay; said twice, a person looks into it', () => {
    const said = call('03-16', 'says-answered');
    expect(due(withDelays, everywhere, said)).toBe('phone 03-23');
    expect(due(withDelays, everywhere, said, call('03-23', 'says-answered'))).toBe(undefined);
    expect(stuck(withDelays, everywhere, said, call('03-23', 'says-answered'))).toBe('says-answered');
    expect(stuck({ ...withDelays, callsMaximum: 1 }, everywhere, said)).toBe('says-answered');
    const withEmail = { ...withDelays, steps: [step('email', 'email', 3), step('phone', 'phone', 20)] };
    expect(due(withEmail, everywhere, said)).toBe('email 03-23');
  });

  test('an appointment goes before delays, the maximum, windows and messages; the newest one counts', () => {
    const used = ['03-16', '03-18', '03-20', '03-23'].map((on) => call(on, 'no-answer'));
    expect(stuck(protocol, everywhere, ...used)).toBe('calls-used-up');
    expect(due(protocol, everywhere, ...used, call('03-24', 'appointment', '04-05'))).toBe('phone 04-05');
    const kept = dueContact(protocol, everywhere, [call('03-24', 'appointment', '04-05')])!;
    // On Easter Sunday because they asked for it; missed, it waits for the next day with windows.
    expect(isDue(kept, protocol, day('2026-04-05'))).toBe(true);
    expect(isDue(kept, protocol, day('2026-04-06'))).toBe(false);
    expect(isDue(kept, protocol, day('2026-04-07'))).toBe(true);
    const moved = [call('03-16', 'appointment', '03-20'), call('03-17', 'appointment', '03-25')];
    expect(due(protocol, everywhere, ...moved)).toBe('phone 03-25');
    expect(due(soft, everywhere, call('03-16', 'appointment', '03-20'), call('03-17', 'refused-soft'))).toBe(
      'phone 03-24',
    );
    const withEmail = protocolOf([step('email', 'email', 0), step('phone', 'phone', 7)]);
    expect(due(withEmail, everywhere, call('03-16', 'appointment', '03-19'))).toBe('phone 03-19');
    expect(due(withEmail, everywhere, call('03-16', 'appointment', '03-19'), call('03-19', 'voicemail'))).toBe(
      'email 03-20',
    );
  });

  test('after the closing day not even an appointment is kept', () => {
    const asked = call('03-16', 'appointment', '05-16');
    expect(due(protocol, everywhere, asked)).toBe(undefined);
    expect(stuck(protocol, everywhere, asked)).toBe('after-closing');
  });

  test('whoever is in hand is due, by a step that there is', () => {
    expect(dueContact(protocol, everywhere, [call('03-15', 'intended')])).toMatchObject({
      on: '2026-03-15',
      kind: 'in-hand',
    });
    const gone = { ...call('03-15', 'intended'), step: 'gone' as StepId };
    expect(due(protocol, everywhere, gone)).toBe('phone 03-15');
  });

  test('an appointment stays with the step in which it was made; without one it is for the channel that they asked for', () => {
    const again = protocolOf([step('phone', 'phone', 0), step('later', 'phone', 14)]);
    const asked = made('later', 'phone', '03-30', 'appointment', '04-02');
    expect(due(again, everywhere, asked)).toBe('later 04-02');
    const inHand = made('later', 'phone', '04-02', 'intended');
    expect(due(again, everywhere, asked, inHand)).toBe('later 04-02');
    // They rang themselves: it counts for the first step in which anyone is rung, and is a call where nobody is.
    const inbound = made(inboundStep, 'phone', '03-17', 'appointment', '03-19');
    expect(due(again, everywhere, inbound)).toBe('phone 03-19');
    const byEmail = protocolOf([step('email', 'email', 0)]);
    expect(dueContact(byEmail, everywhere, [inbound])).toMatchObject({ on: '2026-03-19', step: { channel: 'phone' } });
  });

  test('whoever rings themselves uses up none of the calls', () => {
    const rang = (on: string) => made(inboundStep, 'phone', on, 'no-answer');
    const once = { ...protocol, callsMaximum: 1 };
    expect(due(once, everywhere, rang('03-16'), rang('03-18'))).toBe('phone 03-20');
    expect(due(once, everywhere, rang('03-16'), call('03-18', 'no-answer'))).toBe(undefined);
  });

  test('what is counted from the calls is counted from the last one', () => {
    const after = protocolOf([step('phone', 'phone', 0), step('visit', 'visit', 7, counted('phone'))], {
      callsMaximum: 1,
    });
    expect(due(after, everywhere, call('03-25', 'no-answer'))).toBe('visit 04-01');
  });

  test('visits are tried again and have a maximum of their own; calls and visits are a day apart', () => {
    const both = protocolOf([step('phone', 'phone', 0), step('visit', 'visit', 7)], { callsMaximum: 2 });
    const calls = [call('03-16', 'no-answer'), call('03-23', 'no-answer')];
    expect(due(both, everywhere, ...calls)).toBe('visit 03-25');
    const visit = (on: string) => made('visit', 'visit', on, 'no-answer');
    expect(due(both, everywhere, ...calls, visit('03-25'))).toBe('visit 03-27');
    expect(due(both, everywhere, ...calls, visit('03-25'), visit('03-27'))).toBe(undefined);
  });
});

describe('why nothing is due', () => {
  const phone = protocolOf([step('phone', 'phone', 0)]);
  test('is said for every open case, and of no other', () => {
    expect(stuckReason(undefined, everywhere, [], start)).toBe('no-protocol');
    expect(stuck(phone, open([]))).toBe('no-channel');
    expect(stuck(phone, open(['email']))).toBe('no-step');
    expect(stuck(phone, open(['email']), call('03-16', 'disconnected'))).toBe('no-number-works');
    expect(
      stuck(protocolOf([step('email', 'email', 0)]), open(['email']), made('email', 'email', '03-16', 'sent')),
    ).toBe('steps-done');
    const email = made('email', 'email', '03-16', 'intended');
    expect(stuck(protocolOf([step('email', 'email', 0)]), everywhere, email)).toBe('email-unclear');
    expect(stuck(phone, everywhere, made('letter', 'letter', '03-16', 'intended'))).toBe('letter-not-posted');
    expect(stuckReason(phone, everywhere, [], addDays(phone.closesOn, 1))).toBe('after-closing');
    // The last day is a Sunday: who is still due on Saturday evening is not rung any more.
    const closing = { ...phone, closesOn: day('2026-03-22') };
    expect(stuckReason(closing, everywhere, [], day('2026-03-21'))).toBe(undefined);
    expect(stuckReason(closing, everywhere, [], day('2026-03-22'))).toBe('after-closing');
    // Unless they asked for that Sunday, or someone has them in hand.
    const sunday = call('03-18', 'appointment', '03-22');
    expect(stuckReason(closing, everywhere, [sunday], day('2026-03-22'))).toBe(undefined);
    expect(stuckReason(closing, everywhere, [sunday], day('2026-03-23'))).toBe('after-closing');
    expect(stuckReason(closing, everywhere, [call('03-20', 'intended')], day('2026-03-23'))).toBe(undefined);
    const ended: ScheduledCase = { ...everywhere, state: { kind: 'final', code: '2.11', on: start } };
    expect(stuckReason(undefined, ended, [], start)).toBe(undefined);
    const setAside: ScheduledCase = { ...everywhere, state: { kind: 'restricted', was: { kind: 'open' } } };
    expect(stuck(phone, setAside)).toBe(undefined);
  });

  test('is that the days are over, whatever else was in the way, and otherwise what was in the way first', () => {
    const closesOn = day('2026-03-20');
    const used = call('03-16', 'no-answer');
    const late = step('letter', 'letter', 4);
    const wentLate = made('email', 'email', '03-19', 'sent');
    const steps = [step('email', 'email', 0), step('phone', 'phone', 1), late];
    const over = protocolOf(steps, { closesOn, callsMaximum: 1 });
    expect(stuck(over, everywhere, wentLate, used)).toBe('after-closing');
    const first = protocolOf([steps[0]!, { ...late, afterDays: 2 }, { ...steps[1]!, afterDays: 4 }], {
      ...{ closesOn, callsMaximum: 1 },
    });
    expect(stuck(first, everywhere, wentLate, used)).toBe('after-closing');
    const calling: Calling = { ...defaultCalling, softRefusal: 'once-more' };
    const both = protocolOf([step('phone', 'phone', 0), late], { calling, callsMaximum: 2 });
    expect(stuck(both, everywhere, call('03-16', 'says-answered'), call('03-18', 'refused-soft'))).toBe(
      'says-answered',
    );
  });
});
