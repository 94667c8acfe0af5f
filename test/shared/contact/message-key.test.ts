import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptInAddress,
  attemptInMessageId,
  attemptInOptOut,
  attemptOfKey,
  messageIdOf,
  messageKey,
  returnAddress,
  unsubscribeLink,
} from '../../../shared/contact/message-key.ts';
import type { AttemptId } from '../../../shared/study/attempt.ts';

const ids = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('base64url') as AttemptId);

describe('messageKey', () => {
  it('is the same 16 bytes in other letters, and leads back in any capitals', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const key = messageKey(id);
        expect(key).toMatch(/^[a-z2-7]{26}$/);
        expect(attemptOfKey(key)).toBe(id);
        expect(attemptOfKey(key.toUpperCase())).toBe(id);
      }),
    );
  });

  it('leads back from each place in which it stands', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const key = messageKey(id);
        expect(attemptInAddress(returnAddress('terug@bureau.example', key))).toBe(id);
        expect(attemptInAddress(returnAddress('terug+wijk@bureau.example', key).toUpperCase())).toBe(id);
        expect(attemptInMessageId(messageIdOf(key, 'onderzoek@bureau.example'))).toBe(id);
        const link = new URL(unsubscribeLink('bezwaar@bureau.example', key));
        expect(link.pathname).toBe('bezwaar@bureau.example');
        for (const subject of [link.searchParams.get('subject')!, `Re: ${link.searchParams.get('subject')} (2)`])
          expect(attemptInOptOut(subject)).toBe(id);
      }),
    );
  });

  const key = messageKey('AAAAAAAAAAAAAAAAAAAAAA' as AttemptId);
  it.each(['', key.slice(1), `${key}a`, `${key.slice(1)}1`, `${key.slice(0, 25)}b`, `${key} `])('is not %j', (text) =>
    expect(attemptOfKey(text)).toBeUndefined(),
  );

  it.each(['', 'terug@bureau.example', key, `${key}@bureau.example`, `terug+${key}x@bureau.example`, `terug+${key}`])(
    'does not stand in the address %j',
    (address) => expect(attemptInAddress(address)).toBeUndefined(),
  );

  const id = `${key}@bureau.example`;
  it.each([
    '',
    key,
    `<${key}>`,
    `<x${id}>`,
    `<${key}x@bureau.example>`,
    `<a@${id}>`,
    `<x@y.example> <${id}>`,
    `${id} x`,
  ])('does not stand in the Message-ID %j', (messageId) => {
    expect(attemptInMessageId(messageId)).toBeUndefined();
    expect(attemptInMessageId(` <${id}> `)).toBeDefined();
  });

  it.each(['', 'afmelden', key, `afmelden${key}`, `niet-afmelden ${key}`, `afmelden ${key}aa`])(
    'is no objection in the subject %j',
    (subject) => expect(attemptInOptOut(subject)).toBeUndefined(),
  );

  it('is of no other id', () => {
    for (const id of ['a1', 'AAAAAAAAAAAAAAAAAAAAAB', 'AAAAAAAAAAAAAAAAAAAA=='])
      expect(() => messageKey(id as AttemptId)).toThrow(RangeError);
  });
});
