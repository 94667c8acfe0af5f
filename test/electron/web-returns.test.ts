/** Returns of the web beside everything else that is known of a person: the merge rule, what was begun, and columns that are remembered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreement } from '../../electron/practice/study-set-up.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { ReturnsView } from '../../shared/views.ts';
import { passphraseOf } from './office.ts';
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
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
});

const complete = { hulp: 'nee', reden: 'Op het web verteld', terug: 'ja' };
let files = 0;
const read = (sent: Parameters<typeof returnsOf>[0]): Promise<ReturnsView> => {
  files += 1;
  const file = study.offer(`returns-${files}.csv`, returnsOf(sent));
  return study.ask('manager', 'interview.readReturns', { group: residents, file });
};
const codeOf = async (caseId: string) => [...(await study.cases()).values()].find(({ id }) => id === caseId)!.code;
const count = (table: string) => study.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]!.n;
const state = () => study.ask('manager', 'interview.returns', {});

async function take(): Promise<string> {
  const next = await study.ask('interviewer', 'contact.nextCase', {});
  if (next.kind === 'none') throw new Error('nobody is to be rung');
  return next.case.caseId;
}
const begin = (goesOn?: boolean) =>
  study.ask('interviewer', 'interview.begin', { consent: 'spoken', ...(goesOn === undefined ? {} : { goesOn }) });
async function say(answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [item, answer] of Object.entries(answers))
    await study.ask('interviewer', 'interview.answer', { item: item as never, answer });
}
const spoken = { hulp: 'nee', reden: 'Aan de telefoon verteld', terug: 'nee' };

/** Someone who was interviewed by telephone, and sends in the web questionnaire as well. */
async function answeredTwice(): Promise<{ readonly caseId: string; readonly code: string; readonly second: string }> {
  const caseId = await take();
  await begin();
  await say(spoken);
  await study.ask('interviewer', 'interview.finish', {});
  const code = await codeOf(caseId);
  expect(await read([{ code, answers: complete }])).toMatchObject({ accepted: 0, aside: 1 });
  const [only] = (await state()).seconds;
  return { caseId, code, second: only!.second };
}

describe('a second complete response', () => {
  test('is kept apart and sealed, the first one counts; what is listed says nothing of whom or of what', async () => {
    const { caseId, code } = await answeredTwice();
    expect((await study.responses()).map(({ mode }) => mode)).toEqual(['phone']);
    const { seconds } = await state();
    expect(seconds).toEqual([
      { second: expect.any(String), group: residents, cameOn: firstDay, mode: 'web', firstMode: 'phone' },
    ]);
    expect(JSON.stringify(seconds)).not.toContain(caseId);
    // The same export a day later brings nothing new.
    expect(await read([{ code, answers: complete }])).toMatchObject({ aside: 0, refused: { 'answered-before': 1 } });
    expect(count('seconds')).toBe(1);
  });

  test.each([
    ['first', 'phone'],
    ['second', 'web'],
  ] as const)('the %s is kept: that one counts, and the other is gone', async (keep, mode) => {
    const { second } = await answeredTwice();
    expect((await study.ask('manager', 'interview.settleSecond', { second, keep })).seconds).toEqual([]);
    const [only, ...others] = await study.responses();
    expect([only!.mode, others]).toEqual([mode, []]);
    expect(only!.answers).toContainEqual([
      'reden',
      { kind: 'text', text: keep === 'first' ? spoken.reden : complete.reden },
    ]);
    expect([count('seconds'), count('responses'), count('links')]).toEqual([0, 1, 1]);
    expect(study.rows(`SELECT mode FROM cases WHERE final_code = '1.1'`)).toEqual([{ mode }]);
    const again = study.ask('manager', 'interview.settleSecond', { second, keep });
    expect((await refusalOf(again)).problem).toBe('interview.second-unknown');
  });

  test('can still be decided on once the contact data have ended: until then nothing is unlinked', async () => {
    const { second } = await answeredTwice();
    await study.moveTo(addDays(agreement.endsOn!, 1));
    expect((await state()).seconds).toHaveLength(1);
    expect((await study.ask('manager', 'interview.settleSecond', { second, keep: 'second' })).seconds).toEqual([]);
    expect((await study.responses()).map(({ mode }) => mode)).toEqual(['web']);
  });

  test('goes with the first when the person withdraws', async () => {
    const { caseId } = await answeredTwice();
    await study.ask('manager', 'contact.stopCase', { caseId: caseId as never, why: 'withdrew' });
    expect(await study.ask('researcher', 'export.removeAnswers', {})).toMatchObject({ removed: 1 });
    expect([count('seconds'), count('responses')]).toEqual([0, 0]);
  });

  test('goes with the person who is erased, and stands in what someone asks to see', async () => {
    const { caseId } = await answeredTwice();
    const requestOf = async (article: '15' | '17') => {
      const came = { article, receivedOn: firstDay, channel: 'client' } as const;
      const { nr } = await study.ask('manager', 'contact.recordCaseRequest', came);
      const { nr: instruction } = await study.ask('manager', 'study.recordInstruction', {
        on: firstDay,
        by: 'Gemeente',
        text: 'Wis',
      });
      await study.ask('manager', 'contact.fillInCaseRequest', {
        nr,
        caseId: caseId as never,
        identityCheckedBy: 'balie',
        instruction,
      });
      await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
      return nr;
    };
    const held = await study.ask('manager', 'contact.case', { request: await requestOf('15') });
    expect(held.finished.map(({ mode }) => mode).toSorted()).toEqual(['phone', 'web']);
    const nr = await requestOf('17');
    expect((await study.ask('manager', 'destruction.caseErasure', { nr })).goes).toMatchObject({ responses: 2 });
    const surname = [...(await study.cases())].find(([, { id }]) => id === caseId)![0];
    await study.ask('manager', 'destruction.eraseCase', { nr, typedName: `Q. ${surname}`, movedAreDestroyed: false });
    expect([count('seconds'), count('responses'), count('returned_rows')]).toEqual([0, 0, 0]);
  });

  test('of someone who withdrew is not taken in while their answers wait to be removed', async () => {
    const caseId = await take();
    await begin();
    await say(spoken);
    await study.ask('interviewer', 'interview.finish', {});
    await study.ask('manager', 'contact.stopCase', { caseId: caseId as never, why: 'withdrew' });
    const code = await codeOf(caseId);
    expect(await read([{ code, answers: complete }])).toMatchObject({ aside: 0, refused: { 'case-final': 1 } });
    expect(count('seconds')).toBe(0);
  });

  test('changes its case, so that an erasure or another reading that looked at it before begins anew', async () => {
    const caseId = await take();
    await begin();
    await say(spoken);
    await study.ask('interviewer', 'interview.finish', {});
    const version = () =>
      study.rows<{ version: number }>(`SELECT version FROM cases WHERE id = '${caseId}'`)[0]!.version;
    const before = version();
    expect(await read([{ code: await codeOf(caseId), answers: complete }])).toMatchObject({ aside: 1 });
    expect(version()).toBe(before + 1);
  });

  test('of someone else goes on as it was when keys are renewed, and unlinking waits for a decision', async () => {
    const { second } = await answeredTwice();
    const other = await take();
    await begin();
    await say(spoken);
    await study.ask('interviewer', 'interview.finish', {});
    await study.ask('manager', 'contact.stopCase', { caseId: other as never, why: 'withdrew' });
    await study.ask('researcher', 'export.removeAnswers', {});
    const typedTitle = 'A study';
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle });
    const unlinking = () => study.ask('manager', 'destruction.unlink', { typedTitle });
    expect(await refusalOf(unlinking())).toEqual({ problem: 'interview.seconds-undecided', seconds: 1 });
    await study.ask('manager', 'interview.settleSecond', { second, keep: 'second' });
    expect((await study.responses()).map(({ mode }) => mode)).toEqual(['web']);
    expect(await unlinking()).toMatchObject({ links: 1 });
  });

  test('twice in one file: the one that was sent in first counts', async () => {
    const { code } = (await study.cases()).get('Aalbersma')!;
    const later = { ...complete, terug: 'nee' };
    const rows = [
      { code, on: `${firstDay} 15:00:00`, answers: later },
      { code, on: `${firstDay} 09:00:00`, answers: complete },
    ];
    expect(await read(rows)).toMatchObject({ read: 2, accepted: 1, aside: 1, refused: {} });
    expect((await study.responses())[0]!.answers).toContainEqual(['terug', { kind: 'choice', choice: 'ja' }]);
    expect((await state()).seconds).toMatchObject([{ mode: 'web', firstMode: 'web' }]);
  });
});

test('what was said before an interview was broken off goes when its person sends in the whole', async () => {
  const caseId = await take();
  await begin();
  await say({ hulp: 'nee' });
  await study.ask('interviewer', 'interview.breakOff', {});
  expect((await study.responses()).map(({ complete: isWhole }) => isWhole)).toEqual([false]);
  expect(await read([{ code: await codeOf(caseId), answers: complete }])).toMatchObject({ accepted: 1 });
  expect((await study.responses()).map(({ mode, complete: isWhole }) => [mode, isWhole])).toEqual([['web', true]]);
  expect(study.rows('SELECT final_code, mode FROM cases WHERE final_code IS NOT NULL')).toEqual([
    { final_code: '1.1', mode: 'web' },
  ]);
});

describe('what was begun on the web', () => {
  const half = { hulp: 'nee', reden: 'Half verteld op het web' };
  const ringable = async () => {
    const caseId = await take();
    await study.ask('interviewer', 'contact.closeCall', {
      outcome: 'appointment',
      appointment: { on: addDays(firstDay, 1), at: '10:00' },
    });
    return { caseId, code: await codeOf(caseId) };
  };
  const takeAgain = async () => {
    await study.moveTo(addDays(firstDay, 1));
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    if (next.kind === 'none') throw new Error('nobody is to be rung');
    return next.case;
  };

  test('goes on by telephone where it stopped, and the response says where it was begun', async () => {
    const { caseId, code } = await ringable();
    expect(await read([{ code, on: '', answers: half }])).toMatchObject({ accepted: 0, begun: 1, refused: {} });
    const one = await takeAgain();
    expect(one).toMatchObject({ caseId, hasDraft: true, isBegunOnWeb: true });
    const going = await begin();
    expect(going.next?.item).toBe('wijk');
    await say({ terug: 'ja' });
    await study.ask('interviewer', 'interview.finish', {});
    const [response] = await study.responses();
    expect(response).toMatchObject({ mode: 'phone', complete: true, paradata: { begunIn: 'web' } });
    expect(response!.answers).toContainEqual(['reden', { kind: 'text', text: half.reden }]);
  });

  test('a newer state takes the place of an older one, but never of what an interviewer went on with', async () => {
    const { code } = await ringable();
    await read([{ code, on: '', answers: { hulp: 'ja' } }]);
    expect(await read([{ code, on: '', answers: half }])).toMatchObject({ begun: 1 });
    expect(count('drafts')).toBe(1);
    await takeAgain();
    expect((await begin()).next?.item).toBe('wijk');
    expect(await read([{ code, on: '', answers: half }])).toMatchObject({ begun: 0, refused: { 'in-hand': 1 } });
    const appointment = { on: addDays(firstDay, 2), at: '10:00' };
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
    expect(await read([{ code, on: '', answers: { hulp: 'ja' } }])).toMatchObject({ refused: { 'gone-on-with': 1 } });
    // The whole still counts: what was said in the call is not kept beside it.
    expect(await read([{ code, answers: complete }])).toMatchObject({ accepted: 1 });
    expect(count('drafts')).toBe(0);
  });

  test('keeps what was said on the telephone after it, also when an entry from paper was begun by mistake', async () => {
    const { code } = await ringable();
    await read([{ code, on: '', answers: half }]);
    await takeAgain();
    await begin();
    await say({ terug: 'ja' });
    const appointment = { on: addDays(firstDay, 2), at: '10:00' };
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
    await study.ask('interviewer', 'interview.beginEntry', { code, mode: 'paper' });
    await study.ask('interviewer', 'interview.leaveEntry', {});
    expect(study.rows('SELECT mode FROM drafts')).toEqual([{ mode: 'phone' }]);
    expect(await read([{ code, on: '', answers: half }])).toMatchObject({ begun: 0, refused: { 'gone-on-with': 1 } });
  });

  test('is opened by nobody who reads it in', async () => {
    const { code } = await ringable();
    await read([{ code, on: '', answers: half }]);
    const [draft] = study.rows<{ id: string; case_id: string; draft_key: Uint8Array; case_key: Uint8Array }>(
      'SELECT drafts.id, case_id, draft_key, case_key FROM drafts JOIN cases ON cases.id = case_id',
    );
    const rows = study
      .rows<{ seq: number; answer: Uint8Array }>('SELECT seq, answer FROM draft_answers ORDER BY seq')
      .map(({ seq, answer }) => ({ row: `${draft!.id} ${seq}`, sealed: answer }));
    expect(rows).toHaveLength(3);
    const of = {
      draft: draft!.id,
      draftKey: draft!.draft_key,
      caseId: draft!.case_id as never,
      caseKey: draft!.case_key,
    };
    const enter = async (name: string) => {
      const vault = openVaultHere();
      const file = new Uint8Array(readFileSync(join(study.folder, 'study', 'keyring')));
      const { study: id, epoch } = readKeyringHeader(file);
      const secret = study.host.deviceSecrets.find(id, epoch)!;
      return { vault, keys: await vault.ask('unlock', file, secret, name, study.host.secretOf(passphraseOf(name))) };
    };
    const manager = await enter('manager');
    expect(await refusalOf(manager.vault.ask('openDraft', of, rows))).toEqual({
      problem: 'session.key-awaited',
      key: 'draft',
    });
    // The researcher lacks the key of the case, until it is handed over.
    const researcher = await enter('researcher');
    expect((await refusalOf(researcher.vault.ask('openDraft', of, rows))).problem).toBe('session.key-awaited');
    const handedKey = await manager.vault.ask('handOut', of, researcher.keys.publicKey);
    const texts = await researcher.vault.ask('openDraft', { ...of, handedKey }, rows);
    expect(texts.map((text) => JSON.parse(text))).toEqual([
      { sitting: { mode: 'web' } },
      ['hulp', { kind: 'choice', choice: 'nee' }],
      ['reden', { kind: 'text', text: half.reden }],
    ]);
  });
});

test('the whole from the web waits as long as the same person is being entered from paper, and loses none of it', async () => {
  await study.ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: true } });
  const { code } = (await study.cases()).get('Aalbersma')!;
  await study.ask('interviewer', 'interview.beginEntry', { code, mode: 'paper' });
  await say(spoken);
  expect(await study.ask('interviewer', 'interview.finish', {})).toMatchObject({ waitsForSecond: true });
  expect(await read([{ code, answers: complete }])).toMatchObject({ accepted: 0, refused: { 'being-entered': 1 } });
  await study.ask('interviewer', 'interview.beginEntry', { code, mode: 'paper' });
  await say(spoken);
  await study.ask('interviewer', 'interview.finish', {});
  expect(await read([{ code, answers: complete }])).toMatchObject({ accepted: 0, aside: 1 });
  expect((await study.responses()).map(({ mode }) => mode)).toEqual(['paper']);
});

describe('columns of an export', () => {
  const table = (code: string) =>
    `Sleutel;Geholpen;Uur;Verteld;Waarom;Wijken;Aanraden\r\n${code};nee;;;"Te ver; te laat";noord;Ja\r\n`;
  const columns = {
    Sleutel: 'code',
    Geholpen: 'hulp',
    Uur: 'uren',
    Verteld: 'verhaal',
    Waarom: 'reden',
    Wijken: 'wijk',
    Aanraden: 'terug',
  };
  const look = (content: string, chosen = {}) =>
    study.ask('manager', 'interview.lookAtReturns', {
      group: residents,
      file: study.offer('table.csv', content),
      columns: chosen,
    });

  test('are looked at before anything is read; what a person said of them is remembered for the next one', async () => {
    const { code } = (await study.cases()).get('Aalbersma')!;
    const first = await look(table(code));
    expect(first).toMatchObject({
      kind: 'table',
      rows: 1,
      missing: expect.arrayContaining(['token', 'hulp', 'terug']),
    });
    expect(first.columns.map(({ target }) => target)).toEqual(columns.Sleutel ? Array(7).fill(undefined) : []);
    expect(await look(table(code), columns)).toMatchObject({ missing: [], twice: [] });
    expect(count('responses')).toBe(0);
    const file = study.offer('table.csv', table(code));
    expect(await study.ask('manager', 'interview.readReturns', { group: residents, file, columns })).toMatchObject({
      accepted: 1,
    });
    const again = await look(table(code));
    expect(again).toMatchObject({ missing: [], twice: [] });
    expect(again.columns.every(({ isRemembered }) => isRemembered)).toBe(true);
    expect(await refusalOf(look(table(code), { Uur: 'dagen' }))).toEqual({
      problem: 'interview.returns-mapping',
      header: 'Uur',
      target: 'dagen',
    });
    expect(await look(table(code), { Uur: 'none' })).toMatchObject({ missing: ['uren'] });
  });
});
