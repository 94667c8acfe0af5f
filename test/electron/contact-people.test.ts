import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays, day } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import type { RequestArticle } from '../../shared/study/case-request.ts';
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

let prepared: PreparedStudy;
let study: StudyInUse;

beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const caseOf = async (surname: string) => (await study.cases()).get(surname)!;

/** A request of this person, checked by someone; `agreed`: the researcher said yes to it. */
async function requestOf(article: RequestArticle, surname: string, { agreed = true } = {}): Promise<number> {
  const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
    article,
    receivedOn: firstDay,
    channel: 'client',
  });
  const { id } = await caseOf(surname);
  await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId: id, identityCheckedBy: 'manager' });
  if (agreed) await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
  return nr;
}

const answeredOnTheWeb = async (surname: string) => {
  const { code } = await caseOf(surname);
  const rows = [{ code, answers: { hulp: 'ja', verhaal: 'Een verzonnen verhaal', terug: 'ja' } }];
  const file = study.offer('returns.csv', returnsOf(rows));
  return study.ask('manager', 'interview.readReturns', { group: residents, file });
};

describe('the register of requests', () => {
  test('holds numbers, articles, days and states; the details are for the manager', async () => {
    const first = await study.ask('manager', 'contact.recordCaseRequest', {
      article: '15',
      receivedOn: day('2026-01-31'),
      channel: 'letter',
    });
    expect(first).toEqual({ nr: 1 });
    const { id } = await caseOf('Groothuma');
    await study.ask('manager', 'contact.fillInCaseRequest', {
      nr: 1,
      caseId: id,
      identityCheckedBy: 'manager',
      forwardedOn: firstDay,
    });
    const plain = { nr: 1, article: '15', receivedOn: '2026-01-31', answerBy: '2026-02-28', state: 'open' };
    for (const seat of ['researcher', 'officer'])
      expect(await study.ask(seat, 'contact.caseRequests', {})).toEqual({ requests: [plain] });
    const details = { channel: 'letter', identityCheckedBy: 'manager', forwardedOn: firstDay };
    expect(await study.ask('manager', 'contact.caseRequests', {})).toEqual({
      requests: [{ ...plain, details: { ...details, hasCase: true, isRestricted: false } }],
    });
    expect((await refusalOf(study.ask('interviewer', 'contact.caseRequests', {}))).problem).toBe(
      'session.role-not-allowed',
    );
    await study.ask('manager', 'contact.rejectCaseRequest', { nr: 1, why: 'rejected' });
    const [after] = (await study.ask('officer', 'contact.caseRequests', {})).requests;
    expect(after).toEqual({ ...plain, state: 'rejected', executedOn: firstDay });
    expect(await refusalOf(study.ask('manager', 'contact.rejectCaseRequest', { nr: 1, why: 'rejected' }))).toEqual({
      problem: 'case.request-closed',
      nr: 1,
    });
  });

  test('a changed row is found', async () => {
    await requestOf('17', 'Groothuma', { agreed: false });
    expect(study.rows('SELECT * FROM case_requests')).toHaveLength(1);
    study.stop();
    study.alter("UPDATE case_requests SET article = '18'");
    await study.restart();
    expect(await refusalOf(study.ask('officer', 'contact.caseRequests', {}))).toEqual({
      problem: 'study.damaged',
      where: 'study.db',
    });
  });
});

describe('looking someone up', () => {
  const found = async (text: string) => {
    const { found: lines, total } = await study.ask('manager', 'contact.lookUp', { text });
    return { names: lines.map(({ name }) => name).toSorted(), total };
  };

  test.each([
    ['part of a surname, without capitals', 'aalbers', ['Q. Aalbersma']],
    ['initial and surname', 'q groothuma', ['Q. Groothuma']],
    ['a number as it is dialled', '06-89001117', ['Q. Groothuma']],
    ['a number with spaces', '+31 6 8900 1117', ['Q. Groothuma']],
    ['a number without its zero', '689001117', ['Q. Groothuma']],
    ['an e-mail address', 'Aalbersma@wijk.example', ['Q. Aalbersma']],
    ['a postcode and a number', '9999zz 5', ['Q. Eikelstra']],
    ['a postcode', '9999 ZZ', ['Q. Dusseljee', 'Q. Eikelstra', 'Q. Fokkinkma']],
    ['somebody who is not there', 'Zonderling', []],
  ])('by %s', async (_, text, names) => {
    expect(await found(text)).toEqual({ names, total: names.length });
  });

  test('by login code; with a masked hint, and only a count in the journal', async () => {
    const { code, id } = await caseOf('Eikelstra');
    const view = await study.ask('manager', 'contact.lookUp', { text: code.toLowerCase() });
    expect(view.found).toEqual([{ caseId: id, group: residents, name: 'Q. Eikelstra', hint: '9••• •• · +3•••' }]);
    const { entries } = await study.ask('officer', 'study.journal', {});
    expect(entries.filter(({ act }) => act === 'contact.lookUp').map(({ detail }) => detail)).toEqual([{ found: 1 }]);
    expect(await refusalOf(study.ask('manager', 'contact.lookUp', { text: 'aa' }))).toMatchObject({
      problem: 'case.look-up-too-short',
    });
    for (const seat of ['researcher', 'interviewer', 'officer'])
      expect((await refusalOf(study.ask(seat, 'contact.lookUp', { text: 'Aalbersma' }))).problem).toBe(
        'session.role-not-allowed',
      );
  });
});

describe('everything held on one person', () => {
  test('opens only for a checked request that the researcher agreed to at their own seat', async () => {
    const see = (request: number) => study.ask('manager', 'contact.case', { request });
    const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
      article: '15',
      receivedOn: firstDay,
      channel: 'email',
    });
    expect(await refusalOf(see(9))).toEqual({ problem: 'case.request-unknown', nr: 9 });
    expect(await refusalOf(see(nr))).toEqual({ problem: 'case.request-without-case', nr });
    const { id } = await caseOf('Groothuma');
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId: id });
    expect(await refusalOf(see(nr))).toEqual({ problem: 'case.identity-unchecked', nr });
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, identityCheckedBy: 'manager' });
    const needed = { problem: 'session.colleague-needed', role: 'researcher' };
    expect(await refusalOf(see(nr))).toEqual(needed);
    await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
    expect((await see(nr)).knownAs).toBe('Q. Groothuma');
    // Another person than the one that was agreed to.
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId: (await caseOf('Itersoone')).id });
    expect(await refusalOf(see(nr))).toEqual(needed);
    await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
    await study.ask('researcher', 'study.signOut', {});
    expect(await refusalOf(see(nr))).toEqual(needed);
    for (const seat of ['interviewer', 'officer'])
      expect((await refusalOf(study.ask(seat, 'contact.case', { request: nr }))).problem).toBe(
        'session.role-not-allowed',
      );
  });

  test('tells of contact data, attempts, letters, answers and whoever has them; answers only where access is asked', async () => {
    const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await answeredOnTheWeb('Eikelstra');
    const held = await study.ask('manager', 'contact.case', { request: await requestOf('15', 'Eikelstra') });
    expect(held).toMatchObject({
      article: '15',
      groupTitle: 'Bewoners',
      stratum: 'Noord',
      contact: { surname: 'Eikelstra', postcode: '9999 ZZ', clientNumber: 'C-1005' },
      consentBasis: 'no-objection',
      takenInOn: ['2026-02-23'],
      state: { kind: 'final', code: '1.1' },
      letters: [{ madeOn: firstDay, letters: 3 }],
      isExported: false,
      holder: { client: 'Gemeente Waterhoven' },
    });
    expect(held.finished).toMatchObject([{ complete: true, answers: 3 }]);
    expect(held.finished[0]!.items).toContainEqual({
      question: 'Wat vond u ervan?',
      answer: 'Een verzonnen verhaal',
    });
    const other = await study.ask('manager', 'contact.case', { request: await requestOf('16', 'Eikelstra') });
    expect(other.finished).toMatchObject([{ complete: true, answers: 3 }]);
    expect(JSON.stringify(other)).not.toContain('Een verzonnen verhaal');
  });
});

describe('access (art. 15)', () => {
  test('is one readable file with everything, registered so that a destruction takes it along', async () => {
    const path = join(study.folder, 'inzage.html');
    await answeredOnTheWeb('Eikelstra');
    const nr = await requestOf('15', 'Eikelstra', { agreed: false });
    const make = (target: string) =>
      study.ask('manager', 'contact.exportCase', { nr, target: study.host.offerTarget(target) });
    expect((await refusalOf(make(path))).problem).toBe('session.colleague-needed');
    await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
    expect((await refusalOf(make(join(study.folder, 'study', 'inzage.html')))).problem).toBe(
      'file.inside-study-folder',
    );
    expect(existsSync(path)).toBe(false);
    await make(path);
    const page = readFileSync(path, 'utf8');
    for (const told of ['Eikelstra', '9999 ZZ', 'C-1005', 'Een verzonnen verhaal', 'Gemeente Waterhoven', 'Bewoners'])
      expect(page).toContain(told);
    expect(page).not.toContain('Dusseljee');
    expect(page).not.toMatch(/<script|src=|href=/);
    const [request] = (await study.ask('officer', 'contact.caseRequests', {})).requests;
    expect(request).toMatchObject({ nr, state: 'executed', executedOn: firstDay });
    expect((await study.ask('officer', 'destruction.plan', {})).goes.handouts).toBe(1);

    const { nr: instruction } = await study.ask('manager', 'study.recordInstruction', {
      on: firstDay,
      by: 'Gemeente',
      text: 'Vernietig.',
    });
    await study.ask('researcher', 'destruction.agree', { typedTitle: 'A study' });
    const outOfReach = outOfReachQuestions.map((what) => ({ what, answer: 'nee' }));
    await study.ask('manager', 'destruction.destroy', { instruction, typedTitle: 'A study', outOfReach });
    expect(existsSync(path)).toBe(false);
  });
});

describe('correction (art. 16)', () => {
  const correct = (nr: number, changes: Asked<'contact.correctCase'>['changes']) =>
    study.ask('manager', 'contact.correctCase', { nr, changes });

  test('changes contact data of allowed fields, and the channels and the day that follow from them', async () => {
    const nr = await requestOf('16', 'Aalbersma', { agreed: false });
    const before = study.rows("SELECT channels FROM cases WHERE channels LIKE '%email phone%'").length;
    const now = await correct(nr, { email: '', surname: 'Aalbersma-Dijk' });
    expect(now).toEqual({ channels: ['phone'], nextDue: addDays(firstDay, 14) });
    expect(study.rows("SELECT channels FROM cases WHERE channels LIKE '%email phone%'")).toHaveLength(before - 1);
    const names = [...(await study.cases()).keys()];
    expect(names).toContain('Aalbersma-Dijk');
    expect(names).not.toContain('Aalbersma');
    // Nothing goes to the address that was wrong.
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(study.mailbox.messages.map(({ to }) => to)).not.toContain('aalbersma@wijk.example');
    expect(study.mailbox.messages.length).toBeGreaterThan(0);
  });

  test('is refused for what cannot be read, is not allowed, or is the same', async () => {
    const nr = await requestOf('16', 'Aalbersma', { agreed: false });
    expect(await refusalOf(correct(nr, { email: 'no address' }))).toEqual({
      problem: 'case.field-refused',
      kind: 'refused',
      field: 'email',
      why: 'unreadable',
    });
    expect((await refusalOf(correct(nr, { surname: 'Aalbersma' }))).problem).toBe('case.nothing-to-correct');
    expect((await refusalOf(correct(nr, { stratum: 'x' } as never))).problem).toBe('request.input-invalid');
    expect((await study.ask('officer', 'contact.caseRequests', {})).requests[0]!.state).toBe('open');
  });
});

describe('restriction (art. 18) and objection (art. 21)', () => {
  test('nobody is contacted while restricted, in no channel; after it is lifted the protocol goes on', async () => {
    const nr = await requestOf('18', 'Aalbersma', { agreed: false });
    await study.ask('manager', 'contact.restrictCase', { nr });
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(study.mailbox.messages).toHaveLength(2);
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const rung: string[] = [];
    for (const seat of ['interviewer', 'second', 'third']) {
      for (;;) {
        const next = await study.ask(seat, 'contact.nextCase', {});
        if (next.kind === 'none') break;
        rung.push(next.case.name);
        await study.ask(seat, 'contact.closeCall', { outcome: 'no-answer' });
      }
    }
    expect(rung).not.toContain('Q. Aalbersma');
    expect(rung).toContain('Q. Groothuma');
    const view = await answeredOnTheWeb('Aalbersma');
    expect(view.refused).toEqual({ 'case-restricted': 1 });
    const table = await study.ask('manager', 'reporting.responseTable', {});
    expect(table.total).toMatchObject({ invited: 11, open: 11 });

    await study.ask('manager', 'contact.restrictCase', { nr, lift: true });
    expect((await refusalOf(study.ask('manager', 'contact.restrictCase', { nr, lift: true }))).problem).toBe(
      'case.not-restricted',
    );
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    expect(next.kind === 'case' && next.case.name).toBe('Q. Aalbersma');
  });

  test('a letter to someone whose data are restricted is taken out of the batch', async () => {
    const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await study.ask('manager', 'contact.restrictCase', { nr: await requestOf('18', 'Eikelstra', { agreed: false }) });
    const { batches } = await study.ask('manager', 'contact.batches', {});
    expect(batches.map(({ takeOut }) => takeOut.length)).toEqual([1]);
    expect((await refusalOf(study.ask('manager', 'contact.markPosted', { batch }))).problem).toBe(
      'contact.letters-to-take-out',
    );
  });

  test('answers of someone who is restricted do not go into a dataset, and do afterwards', async () => {
    await answeredOnTheWeb('Aalbersma');
    const nr = await requestOf('18', 'Aalbersma', { agreed: false });
    await study.ask('manager', 'contact.restrictCase', { nr });
    const { nr: instruction } = await study.ask('manager', 'study.recordInstruction', {
      on: firstDay,
      by: 'Gemeente',
      text: 'Maak het bestand.',
    });
    const make = () => study.ask('researcher', 'export.dataset', { instruction });
    expect(await refusalOf(make())).toEqual({ problem: 'export.removals-waiting', removals: 0, restricted: 1 });
    await study.ask('manager', 'contact.restrictCase', { nr, lift: true });
    expect((await make()).groups[0]!.suppressed).toBe(1);
  });

  test('an objection stops the case under its number', async () => {
    const nr = await requestOf('21', 'Aalbersma', { agreed: false });
    const { id } = await caseOf('Aalbersma');
    const other = (await caseOf('Bessemans')).id;
    const stop = (caseId: typeof id) =>
      study.ask('manager', 'contact.stopCase', { caseId, why: 'objected', request: nr });
    expect((await refusalOf(stop(other))).problem).toBe('case.request-without-case');
    expect(await stop(id)).toMatchObject({ answersToRemove: false, lettersToTakeOut: 0 });
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(study.mailbox.messages).toHaveLength(2);
    expect((await study.ask('officer', 'contact.caseRequests', {})).requests[0]!.state).toBe('executed');
  });
});

describe('withdrawal after an interview', () => {
  test('is taken by an interviewer, and by them only that; the answers wait for the researcher', async () => {
    await answeredOnTheWeb('Aalbersma');
    await answeredOnTheWeb('Bessemans');
    const { id } = await caseOf('Aalbersma');
    for (const why of ['refused', 'deceased', 'objected'] as const)
      expect((await refusalOf(study.ask('interviewer', 'contact.stopCase', { caseId: id, why }))).problem).toBe(
        'session.role-not-allowed',
      );
    const stopped = await study.ask('interviewer', 'contact.stopCase', { caseId: id, why: 'withdrew' });
    expect(stopped).toEqual({
      answersToRemove: true,
      isExported: false,
      isUnlinked: false,
      lettersToTakeOut: 0,
      emailsOnTheirWay: 0,
    });
    // Said twice, it waits once.
    await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'withdrew' });
    expect(await study.ask('researcher', 'export.removals', {})).toEqual({
      waiting: [{ askedOn: firstDay }],
      restricted: 0,
      isExported: false,
      colleague: 'manager',
    });
    const { nr: instruction } = await study.ask('manager', 'study.recordInstruction', {
      on: firstDay,
      by: 'Gemeente',
      text: 'Maak het bestand.',
    });
    expect(await refusalOf(study.ask('researcher', 'export.dataset', { instruction }))).toEqual({
      problem: 'export.removals-waiting',
      removals: 1,
      restricted: 0,
    });

    await study.ask('manager', 'study.signOut', {});
    expect(await refusalOf(study.ask('researcher', 'export.removeAnswers', {}))).toEqual({
      problem: 'session.colleague-needed',
      role: 'manager',
    });
    await study.ask('manager', 'study.signIn', { name: 'manager', passphrase: passphraseOf('manager') });
    expect((await study.responses()).map(({ of }) => of).toSorted()).toEqual(['Aalbersma', 'Bessemans']);
    expect(await study.ask('researcher', 'export.removeAnswers', {})).toEqual({ removed: 1, isExported: false });
    expect((await study.responses()).map(({ of }) => of)).toEqual(['Bessemans']);
    expect((await study.ask('researcher', 'export.removals', {})).waiting).toEqual([]);
    const table = await study.ask('researcher', 'reporting.responseTable', {});
    expect(table.total).toMatchObject({ invited: 11, responses: 1, final: { I: 1, R: 1 } });
    expect(study.rows('SELECT * FROM links')).toHaveLength(1);
    await study.ask('researcher', 'export.dataset', { instruction });
  });

  test('after an interview that was broken off, what was answered goes too, and the ending is not taken back', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    const caseId = next.kind === 'case' ? next.case.caseId : refuseToGoOn();
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await study.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'nee' });
    await study.ask('interviewer', 'interview.answer', { item: 'terug' as never, answer: 'ja' });
    await study.ask('interviewer', 'interview.breakOff', {});
    expect(await study.responses()).toHaveLength(1);
    expect(await study.ask('manager', 'contact.stopCase', { caseId, why: 'withdrew' })).toMatchObject({
      answersToRemove: true,
    });
    expect(await study.ask('researcher', 'export.removeAnswers', {})).toMatchObject({ removed: 1 });
    expect(await study.responses()).toHaveLength(0);
    expect((await refusalOf(study.ask('interviewer', 'contact.undoCall', {}))).problem).toBe('contact.no-case-in-hand');
  });

  test('nothing is unlinked while answers wait; afterwards it is said that nobody finds them', async () => {
    await answeredOnTheWeb('Aalbersma');
    await answeredOnTheWeb('Bessemans');
    const withdraw = async (surname: string) => {
      const { id } = await caseOf(surname);
      return study.ask('interviewer', 'contact.stopCase', { caseId: id, why: 'withdrew' });
    };
    const typedTitle = 'A study';
    const unlink = () => study.ask('manager', 'destruction.unlink', { typedTitle });
    await withdraw('Aalbersma');
    await study.ask('researcher', 'destruction.agreeToUnlink', { typedTitle });
    expect((await refusalOf(unlink())).problem).toBe('export.removals-waiting');
    await study.ask('researcher', 'export.removeAnswers', {});
    await unlink();
    expect(await withdraw('Bessemans')).toMatchObject({ answersToRemove: false, isUnlinked: true });
    expect((await study.ask('researcher', 'export.removals', {})).waiting).toEqual([]);
    const before = await study.ask('manager', 'reporting.responseTable', {});
    const nr = await requestOf('17', 'Bessemans');
    const order = { on: firstDay, by: 'Gemeente', text: 'Wis deze persoon.' };
    const { nr: instruction } = await study.ask('manager', 'study.recordInstruction', order);
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, instruction });
    await study.ask('manager', 'destruction.eraseCase', { nr, typedName: 'Q. Bessemans' });
    // The answers are still there, of whomever they are, and count as the response that they are.
    expect(await study.ask('manager', 'reporting.responseTable', {})).toEqual(before);
    expect(study.rows('SELECT id FROM responses')).toHaveLength(1);
  });
});

function refuseToGoOn(): never {
  throw new Error('nobody was to be rung');
}
