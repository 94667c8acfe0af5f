/** Whoever calls is found at once, also before anyone was rung: the vault that opens everyone learns them as soon as somebody is there to answer. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../shared/calendar.ts';
import { testClock } from './clock-here.ts';
import { once, type PreparedStudy, prepareStudy, residents } from './prepared.ts';
import { openVaultHere } from './vault-here.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

/** A study whose vaults tell how many people they learned. */
async function watched() {
  let count = 0;
  const openVault = () => {
    const vault = openVaultHere();
    return {
      ...vault,
      ask(operation: string, ...input: unknown[]) {
        if (operation === 'learnCallers') count += (input[0] as readonly unknown[]).length;
        return vault.ask(operation as never, ...(input as never));
      },
    } as typeof vault;
  };
  const options = { openVault, clock: testClock() };
  const study = await prepared.open(options);
  const learned = async () => {
    // As many turns as it takes for everyone, several times over.
    for (let turns = 0; turns < 100; turns += 1) await setImmediate();
    const learnedNow = count;
    count = 0;
    return learnedNow;
  };
  return { study, options, learned };
}
const everyone = 11;

test('when an interviewer opens the room while a manager is in, before anyone asks for a case; once', async () => {
  const { study, learned } = await watched();
  expect(await learned()).toBe(0);
  await study.ask('interviewer', 'contact.shift', {});
  expect(await learned()).toBe(everyone);
  await study.ask('second', 'contact.shift', {});
  await study.ask('interviewer', 'contact.findCaller', { text: 'Groothuma' });
  expect(await learned()).toBe(0);
});

test('by the vault of the shift, when there is one', async () => {
  const { study, learned } = await watched();
  await study.ask('manager', 'contact.openShift', { until: '23:59' });
  expect(await learned()).toBe(everyone);
  await study.ask('interviewer', 'contact.shift', {});
  expect(await learned()).toBe(0);
});

test('not for a manager when nobody is in to answer, and nobody at all without keys', async () => {
  const { study, options, learned } = await watched();
  await study.restart(options, ['manager']);
  await study.ask('manager', 'contact.shift', {});
  expect(await learned()).toBe(0);
  await study.restart(options, ['interviewer']);
  await study.ask('interviewer', 'contact.shift', {});
  expect(await learned()).toBe(0);
  await study.restart(options, ['interviewer', 'manager']);
  await study.ask('manager', 'contact.shift', {});
  expect(await learned()).toBe(everyone);
});

test('not where nobody is rung, nor after the last day of the agreement', async () => {
  const without = await watched();
  await without.study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: once });
  await without.study.ask('interviewer', 'contact.shift', {});
  expect(await without.learned()).toBe(0);

  const { study, learned } = await watched();
  const { agreement } = await study.ask('manager', 'study.agreement', {});
  await study.moveTo(addDays(agreement.endsOn!, 1));
  await study.ask('interviewer', 'contact.shift', {});
  expect(await learned()).toBe(0);
});
