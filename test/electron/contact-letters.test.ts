import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { proveLetters } from '../../electron/letter-batch.ts';
import { codesOnPages } from '../../electron/post/read-back.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import { pageTexts } from '../read-pdf.ts';
import {
  firstDay,
  mixed,
  type PreparedStudy,
  type Protocol,
  prepareStudy,
  residents,
  type StudyInUse,
  step,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  files = 0;
});

/** Dusseljee, Eikelstra and Fokkinkma have an address and no e-mail; the first two a telephone. */
const byLetter = ['Dusseljee', 'Eikelstra', 'Fokkinkma'];
let files = 0;
function target(ending = 'pdf') {
  files += 1;
  const path = join(study.folder, `file-${files}.${ending}`);
  return { path, file: study.host.offerTarget(path) };
}
async function makeLetters() {
  const { path, file } = target();
  const made = await study.ask('manager', 'contact.makeLetters', { group: residents, target: file });
  return { ...made, path };
}
async function post() {
  const made = await makeLetters();
  await study.ask('manager', 'contact.markPosted', { batch: made.batch, takenOut: [] });
  return made;
}
/** The different codes on each page. */
const codesIn = async (path: string) => (await codesOnPages(path)).map((codes) => [...new Set(codes)]);
const codeOf = async (surname: string) => printedCode((await study.cases()).get(surname)!.code);
const attemptsOf = async (surname: string) => {
  const { id } = (await study.cases()).get(surname)!;
  return study.rows<{ channel: string; outcome: string; on_day: string }>(
    `SELECT channel, outcome, on_day FROM attempts WHERE case_id = '${id}' ORDER BY on_day`,
  );
};
const caseOf = async (surname: string) => {
  const { id } = (await study.cases()).get(surname)!;
  return study.rows<{ channels: string; state: string; final_code: string | null; next_due: string | null }>(
    `SELECT channels, state, final_code, next_due FROM cases WHERE id = '${id}'`,
  )[0]!;
};
const withStep = (more: Partial<Protocol['steps'][number]>): Protocol => ({
  ...mixed,
  steps: mixed.steps.map((one) => (one.id === 'letter' ? step('letter', 'letter', 0, { ...one, ...more }) : one)),
});

describe('a batch', () => {
  test('is read back: one letter with the stored code for each person, in the order of the post', async () => {
    const { path, letters } = await makeLetters();
    const codes = await Promise.all(byLetter.map(codeOf));
    expect(letters).toBe(3);
    expect(await codesIn(path)).toEqual(codes.map((code) => [code]));
  });

  test('that differs by one code, one page or one letter is removed and refused', async () => {
    const { path } = await makeLetters();
    const bytes = readFileSync(path);
    const codes = await Promise.all(byLetter.map(codeOf));
    const desk = {
      post: { codesOnPages },
      files: { removeFile: (gone: string) => writeFileSync(gone, '') },
    } as unknown as Parameters<typeof proveLetters>[3];
    await proveLetters(path, codes, [1, 1, 1], desk);
    expect(readFileSync(path).length).toBe(bytes.length);
    for (const [otherCodes, pages] of [
      [
        [codes[1]!, codes[0]!, codes[2]!],
        [1, 1, 1],
      ],
      [
        [codes[0]!, codes[0]!, codes[2]!],
        [1, 1, 1],
      ],
      [codes.slice(0, 2), [1, 1]],
      [
        [...codes, codes[0]!],
        [1, 1, 1, 1],
      ],
      [codes, [1, 1, 2]],
      [codes, [1, 1, 0]],
    ] as const) {
      writeFileSync(path, bytes);
      expect(await refusalOf(proveLetters(path, otherCodes, pages, desk))).toMatchObject({
        problem: 'contact.letters-not-as-stored',
      });
      expect(readFileSync(path).length).toBe(0);
    }
    writeFileSync(path, bytes.subarray(0, bytes.length - 200));
    expect(await refusalOf(proveLetters(path, codes, [1, 1, 1], desk))).toMatchObject({
      problem: 'contact.letters-not-as-stored',
    });
  });

  test('that is stopped leaves no file, and the letters are due as before', async () => {
    const { path, file } = target();
    const making = study.ask('manager', 'contact.makeLetters', { group: residents, target: file });
    // Heard from the beginning: done before it is waited for, it would be an error that nobody handles.
    const refused = refusalOf(making).catch(() => undefined);
    await study.ask('manager', 'contact.cancelLetters', {});
    let asked = 0;
    while (asked < 50 && !existsSync(path)) {
      await new Promise((resolve) => setImmediate(resolve));
      asked += 1;
      await study.ask('manager', 'contact.cancelLetters', {});
    }
    const problem = await refused;
    // Three letters may be done before anyone can stop them.
    if (problem !== undefined) {
      expect(problem).toMatchObject({ problem: 'contact.letters-cancelled' });
      expect(existsSync(path)).toBe(false);
      expect(study.rows(`SELECT id FROM attempts WHERE channel = 'letter'`)).toEqual([]);
    }
  });

  test('of which the making broke off cannot be told to be posted, only undone', async () => {
    const { path, file } = target();
    const making = study
      .ask('manager', 'contact.makeLetters', { group: residents, target: file })
      .catch(() => undefined);
    while (study.rows('SELECT id FROM batches').length === 0) await new Promise((resolve) => setImmediate(resolve));
    study.stop();
    await making;
    await study.restart();
    const { batches } = await study.ask('manager', 'contact.batches', {});
    const { batch } = batches[0]!;
    expect(await refusalOf(study.ask('manager', 'contact.markPosted', { batch, takenOut: [] }))).toEqual({
      problem: 'contact.batch-unfinished',
    });
    await study.ask('manager', 'contact.discardBatch', { batch });
    expect(existsSync(path)).toBe(false);
    expect((await makeLetters()).letters).toBe(3);
  });

  test('bears the layout of the study: on whose behalf, help in other languages, how to check it, in large print', async () => {
    await study.ask('manager', 'study.setLetterLayout', {
      layout: {
        window: 'right',
        largePrint: true,
        onBehalfOf: 'In opdracht van de gemeente Waterhoven',
        helpIn: ['nl', 'tr', 'uk'],
        checkedAt: 'bel 14 030',
      },
    });
    const { path } = await makeLetters();
    const [text] = await pageTexts(readFileSync(path));
    for (const part of ['In opdracht van de gemeente Waterhoven', 'yardıma mı', 'Потрібна допомога', 'bel 14 030'])
      expect(text!.replaceAll('\n', ' ')).toContain(part);
    expect((await study.ask('manager', 'study.letterLayout', {})).layout.window).toBe('right');
  });
});

describe('what is enclosed', () => {
  test('stands behind each letter with the same code', async () => {
    const layout = {
      window: 'left',
      largePrint: false,
      helpIn: ['tr'],
      slipTo: 'Bureau, Antwoordnummer 1, 3500 VB Utrecht',
    };
    await study.ask('manager', 'study.setLetterLayout', { layout: layout as never });
    await study.ask('manager', 'schedule.setProtocol', {
      group: residents,
      protocol: withStep({ encloses: ['questionnaire', 'slip'] }),
    });
    const { path } = await makeLetters();
    const pages = await codesIn(path);
    const codes = await Promise.all(byLetter.map(codeOf));
    expect(pages.length % 3).toBe(0);
    const each = pages.length / 3;
    expect(each).toBeGreaterThan(2);
    expect(pages).toEqual(codes.flatMap((code) => Array.from({ length: each }, () => [code])));
    const texts = await pageTexts(readFileSync(path));
    expect(texts[0]).toContain('Geachte');
    expect(texts[1]).toContain('Bewoners');
    expect(texts[each - 1]).toContain('Antwoordstrook');
    expect(texts[each - 1]).toContain('Antwoordnummer 1');
    expect(texts[each - 1]).not.toContain('Dusseljee');
  });

  test('and cannot be made is refused before anything is', async () => {
    await study.ask('manager', 'schedule.setProtocol', {
      group: residents,
      protocol: withStep({ encloses: ['slip'] }),
    });
    expect(await refusalOf(makeLetters())).toEqual({ problem: 'contact.enclosure-missing', what: 'slip-address' });
    expect(study.rows('SELECT id FROM batches')).toEqual([]);
  });
});

describe('letters again', () => {
  test('with the same code are no attempt: nothing of the schedule changes', async () => {
    const { batch } = await post();
    const before = [await attemptsOf('Dusseljee'), await caseOf('Dusseljee')];
    await study.moveTo(addDays(firstDay, 1));
    const { path, file } = target();
    const made = await study.ask('manager', 'contact.reprint', { batch, newCode: false, target: file });
    expect(made).toMatchObject({ letters: 3, waiting: 0 });
    expect(await codesIn(path)).toEqual((await Promise.all(byLetter.map(codeOf))).map((code) => [code]));
    await study.ask('manager', 'contact.markPosted', { batch: made.batch, takenOut: [] });
    expect([await attemptsOf('Dusseljee'), await caseOf('Dusseljee')]).toEqual(before);
    const { batches } = await study.ask('manager', 'contact.batches', {});
    expect(batches.map(({ kind }) => kind).toSorted()).toEqual(['letters', 'reprint']);
  });

  test('with a new code end the old one: whoever types it is told so, the new one finds the person', async () => {
    await post();
    const old = await codeOf('Eikelstra');
    const { path, file } = target();
    const made = await study.ask('manager', 'contact.reprint', { code: old, newCode: true, target: file });
    expect(made).toMatchObject({ letters: 1, newCodes: 1 });
    const fresh = await codeOf('Eikelstra');
    expect(fresh).not.toBe(old);
    expect(await codesIn(path)).toEqual([[fresh]]);
    const revoked = { problem: 'contact.code-revoked' };
    expect(await refusalOf(study.ask('manager', 'contact.findCase', { code: old }))).toEqual(revoked);
    expect(await refusalOf(study.ask('interviewer', 'contact.findCaller', { text: old }))).toEqual(revoked);
    expect(await refusalOf(study.ask('interviewer', 'interview.beginEntry', { code: old, mode: 'paper' }))).toEqual(
      revoked,
    );
    expect((await study.ask('manager', 'contact.findCase', { code: fresh })).name).toContain('Eikelstra');
    // A letter that was sent before may still come back.
    expect(await study.ask('manager', 'contact.recordReturn', { code: old, kind: 'moved' })).toMatchObject({
      isFinal: false,
    });
  });

  test('leave out whoever ended, and are refused for whoever got none', async () => {
    const { batch } = await makeLetters();
    const { file } = target();
    const never = { problem: 'contact.never-sent', channel: 'letter' };
    expect(await refusalOf(study.ask('manager', 'contact.reprint', { batch, newCode: false, target: file }))).toEqual(
      never,
    );
    const code = await codeOf('Aalbersma');
    expect(await refusalOf(study.ask('manager', 'contact.reprint', { code, newCode: true, target: file }))).toEqual(
      never,
    );
    await study.ask('manager', 'contact.markPosted', { batch, takenOut: [] });
    const { id } = (await study.cases()).get('Fokkinkma')!;
    await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'refused' });
    const again = await study.ask('manager', 'contact.reprint', { batch, newCode: false, target: file });
    expect(again.letters).toBe(2);
    // Someone who stops afterwards is taken out of them too.
    const { id: other } = (await study.cases()).get('Dusseljee')!;
    await study.ask('manager', 'contact.stopCase', { caseId: other, why: 'refused' });
    const { batches } = await study.ask('manager', 'contact.batches', {});
    expect(batches.find((one) => one.batch === again.batch)?.takeOut).toEqual([await codeOf('Dusseljee')]);
  });
});

describe('a list for a print house', () => {
  test('has the lines of each address, whom it speaks to, code and link; and is registered', async () => {
    const { batch } = await makeLetters();
    const { path, file } = target('csv');
    const { rows } = await study.ask('manager', 'contact.savePrintList', { batch, target: file });
    expect(rows).toBe(3);
    const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
    expect(lines[0]).toContain('Adresregel 1');
    expect(lines[1]).toContain('9999 ZZ  WATERHOVEN');
    expect(lines[1]).toContain(await codeOf('Dusseljee'));
    expect(study.rows(`SELECT kind, pieces FROM handouts WHERE kind = 'print-list'`)).toEqual([
      { kind: 'print-list', pieces: 3 },
    ]);
    const pdf = target('pdf');
    expect(await refusalOf(study.ask('manager', 'contact.savePrintList', { batch, target: pdf.file }))).toMatchObject({
      problem: 'file.kind-unsupported',
    });
  });
});

describe('what comes back', () => {
  test('undeliverable takes letter and visit off; the protocol goes on by telephone', async () => {
    await post();
    const back = await study.ask('manager', 'contact.recordReturn', {
      code: await codeOf('Dusseljee'),
      kind: 'undeliverable',
    });
    expect(back).toMatchObject({ isFinal: false, next: { channel: 'phone' } });
    expect((await caseOf('Dusseljee')).channels).toBe('phone');
    expect((await attemptsOf('Dusseljee')).map(({ outcome }) => outcome)).toEqual(['returned']);
  });

  test('undeliverable while the next letter lies ready: it is taken out, for it would go where nobody lives', async () => {
    const again = step('again', 'letter', 1, { for: { lacks: ['email'] } });
    const protocol = { ...mixed, steps: [...mixed.steps, again] };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
    await post();
    await study.moveTo(addDays(firstDay, 1));
    const { batch } = await makeLetters();
    const takeOut = async () => {
      const { batches } = await study.ask('manager', 'contact.batches', {});
      return batches.find((one) => one.batch === batch)!.takeOut;
    };
    expect(await takeOut()).toEqual([]);
    const code = await codeOf('Dusseljee');
    await study.ask('manager', 'contact.recordReturn', { code, kind: 'undeliverable' });
    expect(await takeOut()).toEqual([code]);
    expect(await refusalOf(study.ask('manager', 'contact.markPosted', { batch, takenOut: [] }))).toEqual({
      ...{ problem: 'contact.letters-to-take-out', letters: 1 },
    });
    await study.ask('manager', 'contact.markPosted', { batch, takenOut: [code] });
    expect((await attemptsOf('Dusseljee')).map(({ outcome }) => outcome)).toEqual(['returned']);
    expect((await attemptsOf('Eikelstra')).map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
  });

  test.each([
    ['refused', '2.11'],
    ['deceased', '2.31'],
  ] as const)('%s ends every channel with %s; taken back, all is as it was', async (kind, final) => {
    await post();
    const before = [await caseOf('Eikelstra'), await attemptsOf('Eikelstra')];
    const back = await study.ask('manager', 'contact.recordReturn', { code: await codeOf('Eikelstra'), kind });
    expect(back).toEqual({ group: residents, isFinal: true });
    expect(await caseOf('Eikelstra')).toMatchObject({ state: 'final', final_code: final, next_due: null });
    await study.ask('manager', 'contact.undoBack', {});
    expect([await caseOf('Eikelstra'), await attemptsOf('Eikelstra')]).toEqual(before);
    expect(await refusalOf(study.ask('manager', 'contact.undoBack', {}))).toEqual({
      problem: 'contact.nothing-to-undo',
    });
  });

  test.each([0, 4])(
    'while a slip of the same person is entered: neither undoes the other, taken back or not (%i turns later)',
    async (turns) => {
      await post();
      const code = await codeOf('Fokkinkma');
      const slip = study.ask('manager', 'contact.recordSlip', { code, phone: '0689001777', declines: false }).then(
        () => true,
        () => false,
      );
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const isBack = await study.ask('manager', 'contact.recordReturn', { code, kind: 'undeliverable' }).then(
        () => true,
        () => false,
      );
      const isSlip = await slip;
      expect(isBack || isSlip).toBe(true);
      expect((await caseOf('Fokkinkma')).channels.includes('letter')).toBe(!isBack);
      if (isSlip && isBack) await study.ask('manager', 'contact.undoBack', {}).catch(() => undefined);
      if (isSlip) expect((await caseOf('Fokkinkma')).channels).toContain('phone');
    },
  );

  test('of a letter that was never posted is refused', async () => {
    await makeLetters();
    const code = await codeOf('Eikelstra');
    expect(await refusalOf(study.ask('manager', 'contact.recordReturn', { code, kind: 'moved' }))).toEqual({
      problem: 'contact.never-sent',
      channel: 'letter',
    });
  });
});

describe('an answer slip', () => {
  test('with a number opens the telephone, rung first at that number, and the language is kept', async () => {
    await post();
    expect((await caseOf('Fokkinkma')).channels).toBe('letter');
    const code = await codeOf('Fokkinkma');
    const back = await study.ask('manager', 'contact.recordSlip', { code, phone: '06-89001199', language: 'tr' });
    expect(back).toMatchObject({ isFinal: false, next: { channel: 'phone' } });
    expect((await caseOf('Fokkinkma')).channels).toBe('letter phone');
    await study.ask('manager', 'contact.undoBack', {});
    expect((await caseOf('Fokkinkma')).channels).toBe('letter');
  });

  test('that says no ends every channel the same day', async () => {
    await post();
    const code = await codeOf('Dusseljee');
    expect(await study.ask('manager', 'contact.recordSlip', { code, declines: true })).toEqual({
      group: residents,
      isFinal: true,
    });
    expect(await caseOf('Dusseljee')).toMatchObject({ state: 'final', final_code: '2.11', next_due: null });
  });

  test('with nothing on it, or with a number that is none, is refused', async () => {
    const code = await codeOf('Dusseljee');
    expect(await refusalOf(study.ask('manager', 'contact.recordSlip', { code, declines: false }))).toEqual({
      problem: 'contact.slip-empty',
    });
    expect(await refusalOf(study.ask('manager', 'contact.recordSlip', { code, declines: false, phone: '12' }))).toEqual(
      {
        problem: 'case.field-refused',
        field: 'phone',
        why: 'unreadable',
      },
    );
  });
});
