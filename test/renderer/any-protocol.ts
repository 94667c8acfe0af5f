/** Any protocol that the screen can write: every kind of step, day and condition, and every rule for calling. */
import fc from 'fast-check';
import { addDays, day } from '../../shared/calendar.ts';
import { type Calling, callAgainOutcomes, defaultCalling } from '../../shared/study/calling.ts';
import { channels } from '../../shared/study/contact-data.ts';
import { enclosures, type Protocol, type Step, type StepId } from '../../shared/study/protocol.ts';

const start = day('2026-03-02');
const optional = <K extends string, T>(name: K, some: fc.Arbitrary<T>) =>
  fc.option(some).map((value) => (value === null ? {} : { [name]: value })) as fc.Arbitrary<Partial<Record<K, T>>>;
const all = <T extends object>(parts: readonly fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((each) => Object.assign({}, ...each) as T);

const conditions = all<Step['for']>([
  optional('has', fc.subarray([...channels], { minLength: 1 })),
  optional('lacks', fc.subarray([...channels], { minLength: 1 })),
  optional('strata', fc.subarray(['s1', 's2', 's3'], { minLength: 1 })),
  optional('progress', fc.constantFrom('not-started', 'started')),
]);

/** What a step counts from: the start, a step before it, or nothing. */
const days = fc.oneof(
  fc.constant({}),
  fc.nat(20).map((nr) => ({ on: addDays(start, nr) })),
  fc.record({ back: fc.nat(3) }),
);
const text = { subject: 'Onderwerp', body: 'Dag {{name}}' };

const steps = fc
  .array(
    fc.record({
      channel: fc.constantFrom(...channels),
      afterDays: fc.nat(30),
      when: days,
      isWorking: fc.boolean(),
      whom: conditions,
      encloses: fc.subarray([...enclosures]),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((given) =>
    given.map(({ channel, afterDays, when, isWorking, whom, encloses }, nr): Step => {
      const base = 'back' in when && nr > 0 ? { after: `step-${Math.max(0, nr - 1 - when.back)}` as StepId } : {};
      const on = 'on' in when ? { on: when.on } : {};
      return {
        id: `step-${nr}` as StepId,
        channel,
        afterDays,
        ...base,
        ...(isWorking && !('on' in when) ? { workingDays: true } : {}),
        ...on,
        for: whom,
        ...(channel === 'letter' && encloses.length > 0 ? { encloses } : {}),
        text: channel === 'phone' ? { ...text, subject: 'Introductie' } : text,
      };
    }),
  );

const calling = fc
  .record({
    closedOn: fc.uniqueArray(fc.nat(40)).map((nrs) => nrs.toSorted((a, b) => a - b).map((nr) => addDays(start, nr))),
    again: fc.subarray([...callAgainOutcomes]),
    targets: fc.subarray(['s1', 's2']),
    isOnSundays: fc.boolean(),
  })
  .map(({ closedOn, again, targets, isOnSundays }): Calling => {
    const windows = { ...defaultCalling.windows, 7: isOnSundays ? [{ from: '12:00', to: '17:00' }] : [] };
    return {
      windows,
      closedOn,
      againAfterDays: Object.fromEntries(again.map((outcome, nr) => [outcome, nr + 1])),
      softRefusal: 'once-more',
      targets: Object.fromEntries(targets.map((code) => [code, 15])),
    };
  });

export const anyProtocol: fc.Arbitrary<Protocol> = fc
  .tuple(
    steps,
    optional('calling', calling),
    optional('softLaunch', fc.record({ percent: fc.integer({ min: 1, max: 99 }) })),
  )
  .map(([own, ...more]) =>
    Object.assign(
      { startsOn: start, closesOn: addDays(start, 90), callsMaximum: 6, callAgainAfterDays: 3, steps: own },
      ...more,
    ),
  );
