import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findTracesInBytes } from '../../electron/files/find-traces.ts';
import { openHeadFile } from '../../electron/journal-head.ts';
import { JournalWatch } from '../../electron/journal-watch.ts';
import { checkedJournal } from '../../scripts/check-journal.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { JournalState } from '../../shared/study/journal.ts';
import { firstDay, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;

beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const tamper = (sql: string) => {
  const raw = new Database(join(study.folder, 'study', 'study.db'));
  raw.exec(sql);
  raw.close();
};
let files = 0;
async function exported(as = 'officer') {
  files += 1;
  const path = join(study.folder, `journal-${files}.jsonl`);
  const made = await study.ask(as, 'study.exportJournal', { target: study.host.offerTarget(path) });
  return { path, text: readFileSync(path, 'utf8'), ...made };
}

describe('the check of a journal', () => {
  test('finds an untouched one whole and ending as it should, and says so in it', async () => {
    const seen = await study.ask('manager', 'study.journal', { entries: 1 });
    expect(seen).toMatchObject({ isWhole: true, state: 'agrees', head: { seq: seen.total, on: firstDay } });
    const checked = await study.ask('officer', 'study.checkJournal', {});
    expect(checked).toMatchObject({ isWhole: true, state: 'agrees', total: seen.total, on: firstDay });
    expect(checked).not.toHaveProperty('brokenAt');
    const { entries, total } = await study.ask('officer', 'study.journal', { from: seen.total, entries: 5 });
    expect(total).toBe(seen.total + 1);
    expect(entries).toMatchObject([
      { by: 'officer', act: 'study.checkJournal', detail: { entries: seen.total, isWhole: true, state: 'agrees' } },
    ]);
    expect(checked.signedBy).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  });

  test.each<[string, string, { state: JournalState; isWhole: boolean; brokenAt?: number }]>([
    [
      'a changed word',
      `UPDATE journal SET detail = '{"practice":false,"people":4}' WHERE seq = 1`,
      { state: 'agrees', isWhole: false, brokenAt: 1 },
    ],
    ['a line taken out', 'DELETE FROM journal WHERE seq = 7', { state: 'agrees', isWhole: false, brokenAt: 7 }],
    ['an end cut off', 'DELETE FROM journal WHERE seq > 9', { state: 'cut', isWhole: true }],
    [
      'another last line',
      `UPDATE journal SET mac = x'00' WHERE seq = (SELECT max(seq) FROM journal)`,
      { state: 'rewritten', isWhole: false },
    ],
  ])('finds %s while the study is open', async (_, change, expected) => {
    tamper(change);
    expect(await study.ask('officer', 'study.checkJournal', {})).toMatchObject(expected);
    // What was found of the end stays found after the entry that says so.
    expect((await study.ask('officer', 'study.journal', { entries: 0 })).state).toBe(expected.state);
    await study.restart();
    const found = await study.ask('officer', 'study.checkJournal', {});
    expect(found.isWhole).toBe(expected.isWhole);
    expect(found.state === 'agrees').toBe(expected.state === 'agrees');
  });

  test('finds an older copy of the database put in its place while the study is open: whole in itself, and cut', async () => {
    const path = join(study.folder, 'study', 'study.db');
    const older = join(study.folder, 'older.db');
    const copied = async (from: string, to: string) => {
      const database = new Database(from);
      await database.backup(to);
      database.close();
    };
    await copied(path, older);
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect((await study.ask('officer', 'study.journal', { entries: 0 })).state).toBe('agrees');
    const sent = study.mailbox.messages.length;
    expect(sent).toBe(3);
    await copied(older, path);
    expect(await study.ask('officer', 'study.journal', { entries: 0 })).toMatchObject({ isWhole: true, state: 'cut' });
    // Nothing of it shows that these people were written to, and nobody is written to again.
    await refusalOf(study.ask('manager', 'contact.sendEmails', { group: residents }));
    expect(study.mailbox.messages.length).toBe(sent);
  });

  test('is for officer and manager', async () => {
    const target = study.host.offerTarget(join(study.folder, 'x.jsonl'));
    for (const seat of ['researcher', 'interviewer']) {
      expect((await refusalOf(study.ask(seat, 'study.checkJournal', {}))).problem).toBe('session.role-not-allowed');
      expect((await refusalOf(study.ask(seat, 'study.exportJournal', { target }))).problem).toBe(
        'session.role-not-allowed',
      );
    }
  });

  test('costs an answer in an interview less than a millisecond of work', () => {
    const file = openHeadFile(study.folder, 'speed', study.host.installation);
    // Nobody reads this journal: what is measured is what comes on top of a write.
    const watch = new JournalWatch('speed', { last: () => undefined, macAt: () => undefined }, file, { isNew: true });
    const mac = (seq: number) => (seq === 0 ? '' : seq.toString(16).padStart(64, '0'));
    const entries = Array.from({ length: 2000 }, (_, nr) => {
      return { seq: nr + 1, on: firstDay, mac: mac(nr + 1), before: mac(nr) };
    });
    const before = process.cpuUsage();
    for (const entry of entries) watch.note(entry);
    const { user, system } = process.cpuUsage(before);
    expect(watch.head?.seq).toBe(entries.length);
    watch.close();
    expect(openHeadFile(study.folder, 'speed', study.host.installation).found?.seq).toBe(entries.length);
    expect((user + system) / 1000 / entries.length).toBeLessThan(1);
  });
});

describe('the journal as a file', () => {
  test('is right, of its whole length, and says who signed it', async () => {
    const { text, entries, signedBy, path } = await exported();
    const { total } = await study.ask('officer', 'study.journal', { entries: 0 });
    expect(entries).toBe(total);
    expect(text.split('\n').length).toBe(total + 3);
    const found = checkedJournal(text);
    expect(found).toMatchObject({ faults: [], entries: total, signedBy, state: 'agrees', savedOn: firstDay });
    const [last] = text.split('\n').slice(total - 1);
    expect(JSON.parse(last!)).toMatchObject({ seq: total, act: 'study.exportJournal', detail: { entries: total } });
    const said = execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/check-journal.ts'), path], {
      encoding: 'utf8',
    });
    expect(said).toContain('the signature is right');
    expect(said).toContain(signedBy);
  });

  test('every changed byte is found, and every line that is missing, moved or added', async () => {
    const { text } = await exported('manager');
    expect(checkedJournal(text).faults).toEqual([]);
    const bytes = Buffer.from(text);
    const missed: number[] = [];
    // Its every byte would take a minute.
    const step = 7;
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      if (checkedJournal(changed.toString()).faults.length === 0) missed.push(at);
    }
    expect(missed).toEqual([]);
    const lines = text.trimEnd().split('\n');
    const faultsOf = (changed: readonly string[]) => checkedJournal(`${changed.join('\n')}\n`).faults;
    for (let nr = 0; nr < lines.length; nr += 1) {
      expect(faultsOf(lines.toSpliced(nr, 1)), `without line ${nr + 1}`).not.toEqual([]);
      expect(faultsOf(lines.toSpliced(nr, 0, lines[nr]!)), `twice line ${nr + 1}`).not.toEqual([]);
    }
    // Someone who writes the whole chain anew cannot sign it.
    const other = checkedJournal(`${lines.slice(0, -1).join('\n')}\n{"signature":"${'A'.repeat(86)}=="}\n`);
    expect(other.faults).toEqual(['the signature is not one of this installation over these lines']);
  });

  test('that was saved earlier is how a later one begins, unless something was taken back in between', async () => {
    const earlier = await exported();
    await study.moveTo(addDays(firstDay, 1));
    const later = await exported();
    expect(checkedJournal(later.text, earlier.text).faults).toEqual([]);
    expect(checkedJournal(earlier.text, later.text).faults).not.toEqual([]);
    const elsewhere = await prepared.open();
    const kept = study;
    study = elsewhere;
    const other = await exported();
    expect(checkedJournal(other.text, later.text).faults).not.toEqual([]);
    study = kept;
  });

  test('says it when the end is missing or the chain is broken', async () => {
    tamper('DELETE FROM journal WHERE seq > 9');
    const cut = checkedJournal((await exported()).text);
    expect(cut).toMatchObject({ faults: [], state: 'cut' });
    tamper(`UPDATE journal SET act = 'study.other' WHERE seq = 3`);
    const broken = await exported();
    expect(checkedJournal(broken.text)).toMatchObject({ faults: [], state: 'cut', brokenAt: 3 });
    const run = () =>
      execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/check-journal.ts'), broken.path]);
    expect(run).toThrow();
  });

  test('is not put in the folder of the study', async () => {
    const target = study.host.offerTarget(join(study.folder, 'study', 'results', 'journal.jsonl'));
    expect((await refusalOf(study.ask('officer', 'study.exportJournal', { target }))).problem).toBe(
      'file.inside-study-folder',
    );
  });

  test('holds nothing of anyone, of a study in which all kinds of work were done', async () => {
    const { ask } = study;
    await ask('manager', 'contact.sendEmails', { group: residents });
    const letters = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    const { batch } = await ask('manager', 'contact.makeLetters', { group: residents, target: letters });
    await ask('manager', 'contact.markPosted', { batch });
    await study.moveTo(addDays(firstDay, 14));
    await ask('interviewer', 'contact.nextCase', {});
    await ask('interviewer', 'contact.closeCall', { outcome: 'no-answer', note: 'spreekt zacht (notitie 300411)' });
    await ask('interviewer', 'contact.nextCase', {});
    await ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'nee' });
    await ask('interviewer', 'interview.answer', { item: 'reden' as never, answer: 'een open antwoord 517733' });
    await ask('interviewer', 'interview.answer', { item: 'terug' as never, answer: 'ja' });
    await ask('interviewer', 'interview.finish', {});
    const cases = await study.cases();
    await ask('manager', 'contact.stopCase', { caseId: [...cases.values()][0]!.id, why: 'withdrew' });
    const { text } = await exported();
    expect(checkedJournal(text).faults).toEqual([]);
    expect(text).toContain('interview.answer');

    const responses = await study.responses();
    const canaries = [
      ...[...cases].flatMap(([surname, { id, code }]) => [surname, code, id]),
      'spreekt zacht (notitie 300411)',
      ...responses.flatMap(({ answers }) => JSON.stringify(answers).match(/een open antwoord \d+/g) ?? []),
      'wijk.example',
      'manager@',
    ];
    expect(canaries).toContain('een open antwoord 517733');
    const scan = (bytes: string) => findTracesInBytes(new TextEncoder().encode(bytes), canaries);
    expect((await scan(text)).size).toBe(0);
    // The same search finds each of them where it stands.
    expect((await scan(`${text}${canaries.join('\n')}`)).size).toBe(canaries.length);
    for (const { act } of text
      .split('\n')
      .slice(0, -3)
      .map((line) => JSON.parse(line) as { act: string }))
      expect(act).toMatch(/^[a-z]+\.[A-Za-z]+$/);
  });
});
