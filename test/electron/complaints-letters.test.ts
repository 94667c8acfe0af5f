/** What users of other tools complain about, and what cannot happen here: login codes that collide, and more than one record per code. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../../electron/desk.ts';
import { freeCode, tagsInUse } from '../../electron/free-code.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import { type PreparedStudy, prepareStudy, residents, returnsOf, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy(async (made) => {
    const target = made.host.offerTarget(join(made.folder, 'letters.pdf'));
    const { batch } = await made.ask('manager', 'contact.makeLetters', { group: residents, target });
    await made.ask('manager', 'contact.markPosted', { batch, takenOut: [] });
  });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const codeOf = async (surname: string) => (await study.cases()).get(surname)!.code;
let files = 0;
async function anotherCode(surname: string): Promise<void> {
  files += 1;
  const target = study.host.offerTarget(join(study.folder, `again-${files}.pdf`));
  await study.ask('manager', 'contact.reprint', { code: await codeOf(surname), newCode: true, target });
}
const answers = { hulp: 'nee', reden: 'Op het web verteld', terug: 'ja' };

describe('complaint 5: token collisions, and more than one data record per token', () => {
  test('a code that is in use, or was once, is drawn again', () => {
    const lookupKey = 'a key of a test';
    const asked: string[] = [];
    class Taken extends Set<string> {
      override has(tag: string): boolean {
        asked.push(tag);
        return asked.length <= 3;
      }
    }
    const given = freeCode(new Taken(), { study: { lookupKey } } as unknown as Desk);
    expect(asked.length).toBe(4);
    expect(given.tag).toBe(asked[3]);
    expect(new Set(asked).size).toBe(4);
  });

  test('what is in use is every code that was ever given out, those that were replaced too', () => {
    const tags = (...all: string[]) => ({ tags: () => all });
    const store = { cases: tags('now', 'other'), revokedCodes: tags('before') };
    expect(tagsInUse({ store } as unknown as Desk)).toEqual(new Set(['now', 'other', 'before']));
  });

  test('no code is anybody else’s, replaced ones included; the file itself does not take one twice', async () => {
    await anotherCode('Eikelstra');
    await anotherCode('Eikelstra');
    const tags = study.rows<{ tag: string }>(
      'SELECT code_tag AS tag FROM cases UNION ALL SELECT tag FROM revoked_codes',
    );
    expect(tags.length).toBe(13);
    expect(new Set(tags.map(({ tag }) => tag)).size).toBe(tags.length);
    expect(() => study.alter('UPDATE cases SET code_tag = (SELECT min(code_tag) FROM cases)')).toThrow(/UNIQUE/);
  });

  test('one code gives one response, however often its row comes; the code before it gives none', async () => {
    const old = await codeOf('Eikelstra');
    await anotherCode('Eikelstra');
    const fresh = await codeOf('Eikelstra');
    const row = (code: string, reden: string) => ({ code, answers: { ...answers, reden } });
    const read = (name: string, rows: ReturnType<typeof row>[]) =>
      study.ask('manager', 'interview.readReturns', { group: residents, file: study.offer(name, returnsOf(rows)) });
    const first = await read('first.csv', [row(old, 'van de oude brief'), row(fresh, 'een'), row(fresh, 'nul')]);
    expect(first).toMatchObject({ accepted: 1, aside: 1, refusedRows: [{ row: 2, reason: 'code-revoked' }] });
    const second = await read('second.csv', [row(fresh, 'een'), row(fresh, 'twee')]);
    expect(second.accepted).toBe(0);
    expect(study.rows('SELECT id FROM responses').length).toBe(1);
    expect(await refusalOf(study.ask('manager', 'contact.findCase', { code: printedCode(old) }))).toEqual({
      problem: 'contact.code-revoked',
    });
  });
});
