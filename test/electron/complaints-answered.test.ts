/**
 * "I answered on the website already": whoever did is contacted no more from the moment on which that was read in, wherever they are at that moment: due,
 * in a batch, in the queue of the telephone, in hand before it rang, or asked whether it suits. Only an interview that is going on is finished first.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CaseId } from '../../shared/study/case.ts';
import {
  firstDay,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
} from './prepared.ts';
import { openVaultHere } from './vault-here.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

let nr = 0;
const answers = { hulp: 'nee', terug: 'ja' };
async function answered(code: string) {
  nr += 1;
  const file = study.offer(`returns-${nr}.csv`, returnsOf([{ code, answers }]));
  return study.ask('manager', 'interview.readReturns', { group: residents, file });
}
const ring = () => study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
const next = (seat = 'interviewer') => study.ask(seat, 'contact.nextCase', {});
const take = async () => {
  const found = await next();
  if (found.kind === 'none') throw new Error('nobody is to be rung');
  return found.case.caseId;
};
const codeOf = async (of: CaseId) => [...(await study.cases()).values()].find(({ id }) => id === of)!.code;
const begin = () => study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
const close = (outcome: 'no-answer' | 'says-answered') => study.ask('interviewer', 'contact.closeCall', { outcome });
const rowOf = (caseId: CaseId) =>
  study.rows(`SELECT state, final_code, mode, held_by, next_due FROM cases WHERE id = '${caseId}'`)[0];
const isAnswered = { state: 'final', final_code: '1.1', mode: 'web', held_by: null, next_due: null };

test('due for an e-mail: it is not sent', async () => {
  const { code } = (await study.cases()).get('Aalbersma')!;
  await answered(code);
  expect((await study.ask('manager', 'contact.sendEmails', { group: residents })).sent).toBe(2);
  expect(study.mailbox.messages.some(({ to }) => to.join().startsWith('aalbersma'))).toBe(false);
});

test('in a batch of letters that lies ready: the letter is taken out', async () => {
  const { code } = (await study.cases()).get('Dusseljee')!;
  const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
  await study.ask('manager', 'contact.makeLetters', { group: residents, target });
  await answered(code);
  const { batches } = await study.ask('manager', 'contact.batches', {});
  expect(batches[0]!.takeOut).toHaveLength(1);
});

test('in the queue of the telephone: nobody gets them in hand', async () => {
  await ring();
  const first = await take();
  const code = await codeOf(first);
  await close('no-answer');
  await answered(code);
  await study.moveTo(addDays(firstDay, 2));
  for (let found = await next(); found.kind === 'case'; found = await next()) {
    expect(found.case.caseId).not.toBe(first);
    await close('no-answer');
  }
  expect(rowOf(first)).toEqual(isAnswered);
});

test('in hand and not rung yet: they are not, and the next one comes without a call that was not made', async () => {
  await ring();
  const one = await take();
  expect(await answered(await codeOf(one))).toMatchObject({ accepted: 1 });
  expect(await study.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'stop', why: 'answered' });
  expect(await take()).not.toBe(one);
  expect(rowOf(one)).toEqual(isAnswered);
  expect(study.rows(`SELECT id FROM attempts WHERE case_id = '${one}'`)).toEqual([]);
});

test('rung, and answered while the telephone rang: no interview begins, and the call keeps the answers as they are', async () => {
  await ring();
  const one = await take();
  await answered(await codeOf(one));
  expect((await refusalOf(begin())).problem).toBe('contact.ended-meanwhile');
  await close('says-answered');
  expect(rowOf(one)).toEqual(isAnswered);
  expect(await study.responses()).toHaveLength(1);
});

test.each([
  ['answered', (one: CaseId) => codeOf(one).then(answered)],
  ['stopped', (caseId: CaseId) => study.ask('manager', 'contact.stopCase', { caseId, why: 'objected' })],
] as const)(
  'rung, and %s at the very moment at which an interview begins: none does, and nothing of one is kept',
  async (why, happens) => {
    let onKey: (() => Promise<unknown>) | undefined;
    const openVault = (): OpenVault => {
      const vault = openVaultHere();
      return {
        close: () => vault.close(),
        async ask(operation, ...input) {
          const answer = await vault.ask(operation, ...input);
          const now = operation === 'newDraftKey' ? onKey : undefined;
          if (now !== undefined) onKey = undefined;
          await now?.();
          return answer;
        },
      };
    };
    study = await prepared.open({ openVault });
    await ring();
    const one = await take();
    onKey = () => happens(one);
    expect(await refusalOf(begin())).toEqual({ problem: 'contact.ended-meanwhile', why });
    expect(onKey).toBeUndefined();
    expect(study.rows('SELECT id FROM drafts')).toEqual([]);
    // Without it there is an interview.
    expect(await take()).not.toBe(one);
    await begin();
    expect(study.rows('SELECT id FROM drafts')).toHaveLength(1);
  },
);

test.each([
  ['begun in this call', false],
  ['taken up in another call', true],
])(
  'an interview that is going on, %s, is finished, and what came from the website stands beside it',
  async (_, isLater) => {
    await ring();
    const one = await take();
    await begin();
    if (isLater) {
      const appointment = { on: addDays(firstDay, 2), at: '10:00' };
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
      await study.moveTo(addDays(firstDay, 2));
      while ((await take()) !== one) await close('no-answer');
      await begin();
    }
    const code = await codeOf(one);
    expect(await answered(code)).toMatchObject({ accepted: 0, refused: { 'in-hand': 1 } });
    for (const item of ['hulp', 'terug'])
      await study.ask('interviewer', 'interview.answer', { item: item as never, answer: 'nee' });
    await study.ask('interviewer', 'interview.finish', {});
    expect(rowOf(one)).toMatchObject({ final_code: '1.1', mode: 'phone' });
    expect(await answered(code)).toMatchObject({ accepted: 0, aside: 1 });
  },
);
