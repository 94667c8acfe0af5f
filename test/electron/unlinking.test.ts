/** After cases and responses were unlinked nothing links them anew, and whoever asks is told so; the answers stay for the dataset. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { RequestName } from '../../shared/contract.ts';
import type { Certificate } from '../../shared/destruction/certificate.ts';
import { outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import { resultFiles } from '../../shared/destruction/result-files.ts';
import { requestUntil } from '../../shared/request-until.ts';
import { askedOf } from './asked-of.ts';
import { atWork, callDay, people } from './at-work.ts';
import { firstDay, type PreparedStudy, prepareStudy, type StudyInUse } from './prepared.ts';

const typedTitle = 'A study';
let prepared: PreparedStudy;
let study: StudyInUse;
let instruction: number;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  ({ instruction } = await atWork(study));
});

async function unlink() {
  await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle });
  return study.ask('manager', 'destruction.unlink', { typedTitle });
}
const idOf = async (surname: string) => (await study.cases()).get(surname)!.id;

describe('unlinking', () => {
  test('is planned with who agreed, done once, and told from then on', async () => {
    const plan = () => study.ask('officer', 'destruction.plan', {});
    expect(await plan()).not.toHaveProperty('unlinkAgreedBy');
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle });
    expect(await plan()).toMatchObject({ unlinkAgreedBy: 'researcher', goes: { links: 2, drafts: 1, responses: 2 } });
    expect(await study.ask('manager', 'destruction.unlink', { typedTitle })).toEqual({ links: 2, drafts: 1 });
    const after = await plan();
    expect(after).toMatchObject({ unlinkedOn: callDay, goes: { links: 0, drafts: 0, responses: 2 } });
    expect(after).not.toHaveProperty('unlinkAgreedBy');
    expect((await study.ask('officer', 'study.status', {})).isUnlinked).toBe(true);
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle });
    expect((await refusalOf(study.ask('manager', 'destruction.unlink', { typedTitle }))).problem).toBe(
      'study.unlinked',
    );
  });

  test('waits until answers that have to go are gone: afterwards nobody would find them', async () => {
    const caseId = await idOf(people.finished);
    await study.ask('manager', 'contact.stopCase', { caseId, why: 'withdrew' });
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle });
    const unlinking = () => study.ask('manager', 'destruction.unlink', { typedTitle });
    expect(await refusalOf(unlinking())).toEqual({ problem: 'export.removals-waiting', removals: 1, restricted: 0 });
    await study.ask('researcher', 'export.removeAnswers', {});
    expect(await unlinking()).toEqual({ links: 1, drafts: 1 });
  });

  test('ends the fieldwork: nothing is asked any more that would contact someone or link an answer', async () => {
    const asked = await askedOf(study);
    const ended = (Object.keys(requestUntil) as RequestName[]).filter((name) => requestUntil[name] === 'contact-end');
    expect(ended).toEqual(expect.arrayContaining(['interview.readReturns', 'contact.nextCase', 'interview.finish']));
    const problems = async () => {
      const told = new Map<string, string>();
      for (const name of ended) {
        const seat = ['interview.readReturns', 'interview.begin'].includes(name) ? 'manager' : 'interviewer';
        for (const who of [seat, 'manager', 'interviewer']) {
          const { problem } = await refusalOf(study.ask(who, name, asked[name] as never)).catch(() => ({
            problem: '',
          }));
          if (problem !== 'session.role-not-allowed') told.set(name, problem);
        }
      }
      return told;
    };
    await unlink();
    const told = await problems();
    expect([...told.keys()].toSorted()).toEqual(ended.toSorted());
    expect([...new Set(told.values())]).toEqual(['study.unlinked']);
  });

  test('leaves a withdrawal without answers to remove, and says so; the case itself can still be erased', async () => {
    await unlink();
    const caseId = await idOf(people.finished);
    const stopped = await study.ask('manager', 'contact.stopCase', { caseId, why: 'withdrew' });
    expect(stopped).toMatchObject({ answersToRemove: false, isUnlinked: true });
    expect((await study.ask('researcher', 'export.removals', {})).waiting).toEqual([]);
    expect((await refusalOf(study.ask('researcher', 'export.removeAnswers', {}))).problem).toBe('study.unlinked');

    const { ask } = study;
    const came = { article: '17', receivedOn: firstDay, channel: 'client' } as const;
    const { nr } = await ask('manager', 'contact.recordCaseRequest', came);
    await ask('manager', 'contact.fillInCaseRequest', { nr, caseId, identityCheckedBy: 'manager', instruction });
    await ask('researcher', 'export.agreeToCaseRequest', { nr });
    await ask('manager', 'destruction.eraseCase', { nr, typedName: `Q. ${people.finished}` });
    expect((await study.cases()).has(people.finished)).toBe(false);
    // Their answers are still there, among the others.
    expect(study.rows('SELECT id FROM responses')).toHaveLength(2);
  });

  test('tells who asks for access that answers cannot be found, and shows none', async () => {
    const { ask } = study;
    const seen = async () => {
      const came = { article: '15', receivedOn: firstDay, channel: 'client' } as const;
      const { nr } = await ask('manager', 'contact.recordCaseRequest', came);
      const caseId = await idOf(people.finished);
      await ask('manager', 'contact.fillInCaseRequest', { nr, caseId, identityCheckedBy: 'manager' });
      await ask('researcher', 'export.agreeToCaseRequest', { nr });
      const held = await ask('manager', 'contact.case', { request: nr });
      const path = join(study.folder, `inzage-${nr}.html`);
      await ask('manager', 'contact.exportCase', { nr, target: study.host.offerTarget(path) });
      return { held, page: readFileSync(path, 'utf8') };
    };
    const before = await seen();
    expect(before.held).toMatchObject({ isUnlinked: false, finished: [{ answers: 3 }] });
    expect(before.page).not.toContain('losgekoppeld');
    await unlink();
    const after = await seen();
    expect(after.held).toMatchObject({ isUnlinked: true, finished: [] });
    expect(after.page).toContain('niet meer bekend welke dat zijn');
  });

  test('leaves the answers to the researcher, and stands on the certificate', async () => {
    const textsOf = async () => {
      await study.ask('researcher', 'study.status', {});
      return study.rows<{ id: string }>('SELECT id FROM responses').length;
    };
    expect(await textsOf()).toBe(2);
    await unlink();
    expect(await textsOf()).toBe(2);
    await study.moveTo(addDays(callDay, 1));
    expect((await study.ask('researcher', 'export.plan', {})).groups.length).toBeGreaterThan(0);
    await study.ask('researcher', 'destruction.agree', { typedTitle });
    const outOfReach = outOfReachQuestions.map((what) => ({ what, answer: 'geen' }));
    await study.ask('manager', 'destruction.destroy', { instruction, typedTitle, outOfReach });
    const written = readFileSync(join(study.folder, 'study', 'results', resultFiles.certificate), 'utf8');
    const told = JSON.parse(written) as Certificate;
    expect(told).toMatchObject({ unlinkedOn: callDay, counts: { links: 0, responses: 2 }, fewHolders: { keys: 3 } });
  });
});
