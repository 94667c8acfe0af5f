/** By which places alone a message is known, and by which it is not: nothing but a key of ours ever leads to a person. */
import { describe, expect, test } from 'vitest';
import type { IncomingMessage, MailPart } from '../../../shared/contact/incoming-message.ts';
import { messageKey, returnAddress } from '../../../shared/contact/message-key.ts';
import { readIncoming } from '../../../shared/contact/read-incoming.ts';
import type { AttemptId } from '../../../shared/study/attempt.ts';

const attemptNr = (nr: number) => Buffer.from(`someone-nr-${nr}----`).toString('base64url') as AttemptId;
const [one, other] = [attemptNr(1), attemptNr(2)];
const address = (attempt = one) => returnAddress('terug@bureau.example', messageKey(attempt));
const id = (attempt = one) => `<${messageKey(attempt)}@bureau.example>`;

interface Written {
  readonly subject?: string;
  readonly text?: string;
  readonly parts?: readonly MailPart[];
}
const message = (
  fields: Readonly<Record<string, string>>,
  { subject = 'Re: een vraag', text = 'Hoe lang duurt het?', parts = [] }: Written = {},
): IncomingMessage => ({
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  ...{ subject, text, parts },
});
const report: MailPart = {
  type: 'message/delivery-status',
  content: 'Reporting-MTA: dns; mx.example\n\nAction: failed\nStatus: 5.1.1\n',
};
const returned = (fields: string): MailPart => ({ type: 'message/rfc822', content: `${fields}\n\nBeste mevrouw\n` });

describe('the key', () => {
  test.each(['delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to', 'x-envelope-to', 'to', 'cc'])(
    'in %s is enough, for what came back and for what someone wrote',
    (name) => {
      expect(readIncoming(message({ [name]: `Bureau <${address()}>` }))).toEqual({ kind: 'to-read', attempts: [one] });
      expect(readIncoming(message({ [name]: address() }, { parts: [report] }))).toEqual({
        ...{ kind: 'bounced', attempts: [one] },
      });
      expect(readIncoming(message({ [name]: 'terug@bureau.example' })).kind).toBe('unknown');
    },
  );

  test.each(['return-path', 'from', 'reply-to', 'sender', 'message-id', 'x-note', 'bcc'])(
    'in %s of the message itself says nothing',
    (name) => {
      for (const value of [address(), id()]) {
        expect(readIncoming(message({ [name]: value })).kind).toBe('unknown');
        expect(readIncoming(message({ [name]: value }, { parts: [report] })).kind).toBe('unknown');
      }
    },
  );

  test.each(['in-reply-to', 'references'])('in %s is enough, the nearest where there are several', (name) => {
    expect(readIncoming(message({ [name]: id() }))).toEqual({ kind: 'to-read', attempts: [one] });
    expect(readIncoming(message({ [name]: `<x@y.example> ${id()}` })).attempts).toEqual([one]);
    const several = name === 'references' ? `${id(other)} ${id()}` : `${id()} ${id(other)}`;
    expect(readIncoming(message({ [name]: several }, { parts: [report] }))).toEqual({
      ...{ kind: 'bounced', attempts: [one] },
    });
    // An answer in which two keys stand is for a person to sort out: both are told.
    expect(readIncoming(message({ [name]: several }, { text: 'stop' })).attempts).toEqual([one, other]);
  });

  test.each([`Message-ID: ${id()}`, `Return-Path: <${address()}>`])(
    'in what came back of ours is enough: %s',
    (line) => {
      for (const type of ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/rfc822-headers']) {
        const part = { ...returned(`${line}\nTo: wouda@wijk.example`), type };
        expect(readIncoming(message({}, { parts: [report, part] })), type).toEqual({
          ...{ kind: 'bounced', attempts: [one], sentTo: 'wouda@wijk.example' },
        });
      }
      expect(readIncoming(message({}, { parts: [report, returned('To: wouda@wijk.example')] })).kind).toBe('unknown');
    },
  );

  test('in what came back of ours is enough on a line of its own, and behind its fields it is no more', () => {
    const folded = returned(`Message-ID:\r\n ${id()}\r\nTo: Q. Wouda\r\n\t<wouda@wijk.example>`);
    expect(readIncoming(message({}, { parts: [report, folded] }))).toEqual({
      ...{ kind: 'bounced', attempts: [one], sentTo: 'wouda@wijk.example' },
    });
    const behind = returned(`To: wouda@wijk.example\n\nMessage-ID: ${id()}`);
    expect(readIncoming(message({}, { parts: [report, behind] })).kind).toBe('unknown');
    const gap = { type: 'message/delivery-status', content: report.content.replace('Status: ', 'Status:\n ') };
    expect(readIncoming(message({ to: address() }, { parts: [gap] })).kind).toBe('bounced');
  });

  test('in what a server put under its own words is enough', () => {
    const text = `Hi. This is the qmail-send program at mx.example.\n<a@b.example>:\n550 5.1.1 no\n\n`;
    const copy = `--- Below this line is a copy of the message.\n\nMessage-ID: ${id()}\nTo: wouda@wijk.example\n\nBeste\n`;
    expect(readIncoming(message({}, { text: text + copy }))).toEqual({
      ...{ kind: 'bounced', attempts: [one], sentTo: 'wouda@wijk.example' },
    });
    expect(readIncoming(message({}, { text: text + copy.replace('--- Below', '>') })).kind).toBe('unknown');
  });

  test('in what a person wrote, or in an attachment, says nothing', () => {
    const text = `${id()} ${address()} ${messageKey(one)} afmelden ${messageKey(one)}`;
    expect(readIncoming(message({}, { text })).kind).toBe('unknown');
    const parts = [{ type: 'text/plain', content: `Message-ID: ${id()}\n\nx` }];
    expect(readIncoming(message({}, { parts })).kind).toBe('unknown');
    expect(readIncoming(message({}, { text, parts: [report] })).kind).toBe('unknown');
  });

  test('of two messages at once is for a person to read, whatever the report says', () => {
    const part = returned(`Message-ID: ${id(other)}`);
    expect(readIncoming(message({ to: address() }, { parts: [report, part] }))).toMatchObject({
      ...{ kind: 'to-read', attempts: [one, other] },
    });
  });
});

describe('a subject of an absence', () => {
  const subject = 'Afwezig tot maandag';
  test('is one of a program in an answer to a message of ours', () => {
    expect(readIncoming(message({ 'in-reply-to': id() }, { subject })).kind).toBe('automatic');
    expect(readIncoming(message({ 'in-reply-to': id() })).kind).toBe('to-read');
  });

  test('and elsewhere for a person to read', () => {
    expect(readIncoming(message({ to: address() }, { subject })).kind).toBe('to-read');
  });
});

describe('a complaint about abuse', () => {
  const complaint = (kind: string) => {
    const parts = [
      { type: 'message/feedback-report', content: `Feedback-Type: ${kind}\nVersion: 1\n` },
      returned(`Message-ID: ${id()}`),
    ];
    return readIncoming(message({}, { parts })).kind;
  };
  test.each([
    ['abuse', 'opted-out'],
    ['Abuse', 'opted-out'],
    ['opt-out', 'opted-out'],
    ['opt-out-list', 'opted-out'],
    ['not-spam', 'automatic'],
    ['fraud', 'to-read'],
    ['virus', 'to-read'],
    ['other', 'to-read'],
    ['', 'to-read'],
  ])('of kind %j: %s', (kind, found) => expect(complaint(kind)).toBe(found));
});

describe('a receipt', () => {
  test('is of a program, whether it was read or not', () => {
    for (const type of ['message/disposition-notification', 'message/global-disposition-notification'])
      expect(readIncoming(message({ to: address() }, { parts: [{ type, content: 'x' }] })).kind).toBe('automatic');
  });
});

test('whoever has to stop is stopped by the word alone, only in an answer', () => {
  expect(readIncoming(message({ to: address() }, { text: 'Stop' }))).toEqual({ kind: 'opted-out', attempts: [one] });
  const automatic = { 'in-reply-to': id(), 'auto-submitted': 'auto-replied' };
  expect(readIncoming(message(automatic, { text: 'afmelden' })).kind).toBe('opted-out');
  // Passed on as a part it was written to someone else.
  expect(readIncoming(message({}, { text: 'Stop', parts: [returned(`Message-ID: ${id()}`)] }))).toEqual({
    ...{ kind: 'to-read', attempts: [one] },
  });
});
