/** What messages are, from their bytes: every form by hand, in mbox files and zips; and whatever is sent, it is read or set aside, in bounded time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMbox, messagesOfMbox } from '../../../electron/files/mbox.ts';
import { messagesOfFiles } from '../../../electron/files/messages-of-files.ts';
import { messageKey } from '../../../shared/contact/message-key.ts';
import type { AttemptId } from '../../../shared/study/attempt.ts';
import { aboutKey, fixtureAttempt, messageFixtures, onTheLine } from '../../fixtures/message-fixtures.ts';
import { zipOf } from './zip-of.ts';

async function read(...files: readonly (string | Uint8Array)[]) {
  const answer = await messagesOfFiles(files.map((file) => (typeof file === 'string' ? Buffer.from(file) : file)));
  if (answer.kind !== 'messages') throw new Error(`not read: ${answer.limit}`);
  return answer.messages;
}
const kinds = async (...files: readonly (string | Uint8Array)[]) => (await read(...files)).map(({ kind }) => kind);
const fixture = (name: string) => messageFixtures.find((one) => `${one.kind}/${one.name}` === name)!;
const count = (kind: string) => messageFixtures.filter((one) => one.kind === kind).length;

test('there are enough of each', () => {
  expect(count('bounced') + count('given-up')).toBeGreaterThanOrEqual(30);
  expect(count('automatic')).toBeGreaterThanOrEqual(15);
  expect(count('opted-out') + count('to-read')).toBeGreaterThanOrEqual(15);
});

describe.each(messageFixtures)('$kind: $name', (one) => {
  test('is that, and about our message, in both kinds of line ends', async () => {
    for (const written of [Buffer.from(one.text), onTheLine(one.text)]) {
      const [found] = await read(written);
      expect(found).toMatchObject({
        kind: one.kind,
        attempts: one.kind === 'unknown' ? [] : [fixtureAttempt],
      });
    }
  });

  test('is unknown without a key, whoever it names', async () => {
    // Deliberately broken: one letter of every key is none that we write.
    const key = messageKey(fixtureAttempt);
    const broken = one.text.replaceAll(new RegExp(key, 'gi'), `0${key.slice(1)}`);
    expect(await kinds(broken)).toEqual(['unknown']);
  });

  test('tells whose key it is, also of someone else', async () => {
    if (one.kind === 'unknown') return;
    const other = Buffer.from('some-other-study').toString('base64url') as AttemptId;
    const [found] = await read(aboutKey(one, messageKey(other)));
    expect(found).toMatchObject({ attempts: [other] });
  });
});

describe('what came back', () => {
  test('says for which address our message was, by our own line and not by the report', async () => {
    const [found] = await read(fixture('bounced/postfix.eml').text);
    expect(found).toEqual({ kind: 'bounced', attempts: [fixtureAttempt], sentTo: 'wouda@wijk.example' });
    const forwarded = fixture('bounced/postfix.eml').text.replace(
      /^Final-Recipient:.*$/m,
      'Final-Recipient: rfc822; x@y.example',
    );
    expect((await read(forwarded))[0]).toMatchObject({ sentTo: 'wouda@wijk.example' });
  });

  test('about two messages of ours at once is for a person to read', async () => {
    const other = messageKey(Buffer.from('some-other-study').toString('base64url') as AttemptId);
    const { text } = fixture('bounced/postfix.eml');
    const both = text.replace(/^Message-ID: <[a-z2-7]{26}@/m, `Message-ID: <${other}@`);
    expect(both).not.toBe(text);
    expect(await kinds(both)).toEqual(['to-read']);
  });
});

const mboxLine = 'From MAILER-DAEMON Mon Nov  2 10:15:04 2026\n';
const escaped = (text: string) => text.replaceAll(/^(>*From )/gm, '>$1');
const mboxOf = (texts: readonly string[]) => texts.map((text) => `${mboxLine}${escaped(text)}\n\n`).join('');

describe('an mbox', () => {
  test('of all fixtures gives them all, in their order', async () => {
    const mbox = mboxOf(messageFixtures.map(({ text }) => text));
    const expected = messageFixtures.map(({ kind }) => kind);
    expect(await kinds(mbox)).toEqual(expected);
    expect(await kinds(onTheLine(mbox))).toEqual(expected);
  });

  test('with "From " in what people wrote is not split there, escaped or not', async () => {
    const { text } = fixture('to-read/question.eml');
    const wordy = `${text}\n\nFrom here on it is unclear to me.\n\n>From the start, even.\n`;
    expect(await kinds(mboxOf([wordy, wordy]))).toEqual(['to-read', 'to-read']);
    expect(await kinds(`${mboxLine}${wordy}\n${mboxLine}${wordy}`)).toEqual(['to-read', 'to-read']);
    const [first] = messagesOfMbox(Buffer.from(mboxOf([wordy])), 10);
    expect(Buffer.from(first!).toString()).toContain('\n>From the start');
    expect(Buffer.from(first!).toString()).toContain('\nFrom here on');
  });

  test('is told from a message, and gives no more than asked for', () => {
    expect(isMbox(Buffer.from(mboxOf(['Subject: x\n\n'])))).toBe(true);
    for (const text of ['From: a@b.example\n\n', 'From here\n', '', 'Received: x\n'])
      expect(isMbox(Buffer.from(text))).toBe(false);
    expect(messagesOfMbox(Buffer.from(mboxOf(Array(10).fill('Subject: x\n\n'))), 3)).toHaveLength(3);
  });
});

describe('a zip', () => {
  const named = messageFixtures.map(({ name, kind, text }) => ({ name: `terug/${kind}/${name}`, data: text }));

  test('of a folder gives all messages, whatever else lies beside them', async () => {
    const zip = zipOf([
      ...named,
      { name: 'terug/oud.mbox', data: mboxOf(['Subject: x\n\n', 'Subject: y\n\n']) },
      { name: '__MACOSX/terug/._a.eml', data: 'x' },
      { name: 'terug/.DS_Store', data: 'x' },
    ]);
    expect(await kinds(zip)).toEqual([...messageFixtures.map(({ kind }) => kind), 'unknown', 'unknown']);
  });

  test('in a zip is not looked into', async () => {
    const plain = { name: 'b.eml', data: 'Subject: x\n\n' };
    const zip = zipOf([{ name: 'a.zip', data: zipOf([plain]) }, plain]);
    expect(await kinds(zip)).toEqual(['unreadable', 'unknown']);
  });

  test('that is too large is refused as a whole', async () => {
    const many = Array.from({ length: 5001 }, (_, nr) => ({ name: `${nr}.eml`, data: 'x' }));
    expect(await messagesOfFiles([zipOf(many)])).toEqual({ kind: 'too-large', limit: '5000 (zip)' });
    const bomb = zipOf([{ name: 'a.eml', data: 'a'.repeat(20_000_000) }]);
    expect(await messagesOfFiles([bomb])).toEqual({ kind: 'too-large', limit: '200 : 1 (zip)' });
  });
});

test.each([
  ['nothing', ''],
  ['a letter of Word', 'PK\u0003\u0004 and what follows'],
  ['a message of Outlook in its own format', '\u00d0\u00cf\u0011\u00e0'],
  ['a table', 'code;hulp\r\nA;B\r\n'],
  ['a text', 'Dear all: this is no message.\n\nReally not.'],
  ['a picture', '\u0089PNG\r\n'],
  ['a message with too many fields', `Subject: x\n${`X-A: ${'b'.repeat(900)}\n`.repeat(300)}\n`],
  ['parts within parts without end', nested(60)],
])('%s cannot be read', async (_, text) => {
  expect(await kinds(Buffer.from(text, 'latin1'))).toEqual(['unreadable']);
});

function nested(deep: number): string {
  const opening = Array.from(
    { length: deep },
    (_, nr) => `Content-Type: multipart/mixed; boundary="b${nr}"\n\n--b${nr}\n`,
  );
  return `Subject: x\n${opening.join('')}`;
}

test('of a large message the front is read', async () => {
  const attached = `--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n${`${'A'.repeat(76)}\n`.repeat(80_000)}`;
  const { text } = fixture('opted-out/reply-one-word.eml');
  const [head, body] = text.split(/\n\n(.*)/s) as [string, string];
  const large = `${head.replace(/\nContent-Type.*/, '')}\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n${body}\n${attached}`;
  expect(large.length).toBeGreaterThan(6_000_000);
  expect(await kinds(large)).toEqual(['opted-out']);
});

test('a mark of UTF-8 in front is no fault', async () => {
  expect(await kinds(`\ufeff${fixture('bounced/qmail.eml').text}`)).toEqual(['bounced']);
});

describe('messages that were changed on the way', () => {
  const bytes = messageFixtures.map(({ text }) => Buffer.from(text));
  /** Some bytes changed, left out, or a piece of another message in between. */
  const mutated = fc
    .record({
      of: fc.nat(bytes.length - 1),
      changes: fc.array(
        fc.record({
          at: fc.nat(10_000),
          by: fc.oneof(fc.nat(255), fc.constantFrom(10, 13, 45, 58, 61, 0, 60, 34)),
          cut: fc.nat(40),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      other: fc.option(fc.record({ from: fc.nat(bytes.length - 1), at: fc.nat(10_000), length: fc.nat(600) }), {
        nil: undefined,
      }),
    })
    .map(({ of, changes, other }) => {
      let changed = Buffer.from(bytes[of]!);
      for (const { at, by, cut } of changes) {
        const place = at % (changed.length + 1);
        changed = Buffer.concat([changed.subarray(0, place), Buffer.from([by]), changed.subarray(place + cut)]);
      }
      if (other !== undefined) {
        const piece = bytes[other.from]!.subarray(other.at % bytes[other.from]!.length).subarray(0, other.length);
        const place = other.at % (changed.length + 1);
        changed = Buffer.concat([changed.subarray(0, place), piece, changed.subarray(place)]);
      }
      return changed;
    });

  test('a thousand of them: each is something, and only about our message', async () => {
    const found = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(mutated, async (changed) => {
        for (const one of await read(changed)) {
          found.set(one.kind, (found.get(one.kind) ?? 0) + 1);
          if (one.kind !== 'unreadable') for (const attempt of one.attempts) expect(attempt).toMatch(/^[\w-]{22}$/);
          if (one.kind === 'bounced') expect(one.attempts).toHaveLength(1);
        }
      }),
      { numRuns: 1_000 },
    );
    // It would have been seen: the mutations lead to most of what there is.
    expect(found.size).toBeGreaterThanOrEqual(6);
  });

  test.each([
    ['angle brackets', `Subject: x\nIn-Reply-To: ${'<'.repeat(60_000)}\n\n`],
    ['spaces', `Subject: ${' '.repeat(60_000)}x\nTo: ${' '.repeat(60_000)}a@b\n\n`],
    ['dashes', `Subject: x\nTo: a@b.example\n\nHi. This is the ${'-'.repeat(60_000)}\n`],
    ['introductions', `Subject: x\nTo: a@b.example\n\n${'Op schreef '.repeat(6_000)}`],
    ['empty lines', `Subject: x\nTo: a@b.example\n\nThis is the Postfix program at host\n${'\n'.repeat(60_000)}x`],
    ['tags', `Subject: x\nContent-Type: text/html\n\n${'<'.repeat(60_000)}${'<blockquote '.repeat(5_000)}`],
    ['signs', `Subject: x\nContent-Type: text/html\n\n${'&#'.repeat(60_000)}${'<!--'.repeat(5_000)}`],
    ['addresses', `Subject: x\nTo: ${'a@'.repeat(30_000)}\n\n`],
    ['"Your message"', `Subject: x\n\nYour message\nTo: ${'subject:'.repeat(8_000)}`],
    ['statuses', `Subject: x\n\nHi. This is the ${'5.'.repeat(30_000)}`],
    [
      'groups',
      `Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n${'Action: failed\n \n\t\n'.repeat(4_000)}`,
    ],
  ])(
    'many %s cost little',
    async (_, text) => {
      // An expression that goes wild takes longer than this test may.
      for (let nr = 0; nr < 3; nr += 1) expect(await kinds(text)).toHaveLength(1);
    },
    60_000,
  );
});
