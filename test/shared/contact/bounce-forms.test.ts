import { describe, expect, it } from 'vitest';
import { bounceIn } from '../../../shared/contact/bounce-forms.ts';

describe('bounceIn', () => {
  it('knows the form with an address behind it', () => {
    expect(bounceIn('unknown user: q.wouda@wijk.example\r\n')).toEqual({ fate: 'failed', returned: '' });
  });

  it('does not search what is longer than any address: whoever wrote it may mean to keep us busy', () => {
    expect(bounceIn(`unknown user: ${'a'.repeat(400)}@wijk.example\r\n`)).toBeUndefined();
    expect(bounceIn(`unknown user: ${'@'.repeat(65_000)}`)).toBeUndefined();
  });

  const copy = 'Message-ID: <x@y.example>\nSubject: has not been delivered, has been delayed, a warning message only\n';
  it.each([
    ['qmail', 'failed', 'Hi. This is the qmail-send program at mx.example.\n<a@b.example>:\n550 5.1.1 no such user\n'],
    ['qmail, in time', 'given-up', 'Hi. This is the qmail-send program at mx.example.\n<a@b.example>: (#4.4.1)\n'],
    [
      'Exim',
      'failed',
      'This message was created automatically by mail delivery software.\nIt could not be delivered.\n',
    ],
    ...([
      ['Exim, at work', 'A message that you sent has not yet been delivered to a@b.example.\n'],
      ['Exim, still at work', 'Delivery attempts will continue to be made.\n'],
    ].map(([name, told]) => [
      ...[name, 'delayed', `This message was created automatically by mail delivery software.\n${told}`],
    ]) as [string, string, string][]),
    [
      'Sendmail',
      'failed',
      'The original message was received at Mon, 2 Nov 2026\n   ----- Transcript of session\n550 no\n',
    ],
    ['Sendmail, at work', 'delayed', '**********\n**      THIS IS A WARNING MESSAGE ONLY      **\n**********\n'],
    [
      'Sendmail, in time',
      'delayed',
      'The original message was received at x\n----- had transient non-fatal errors -----\n',
    ],
    [
      'Postfix',
      'failed',
      'This is the mail system at host mx.example.\nIt could not be delivered to one or more.\n550 no\n',
    ],
    ['Postfix, at work', 'delayed', '####################\n# THIS IS A WARNING ONLY. #\n####################\n'],
    [
      'Postfix, since long',
      'delayed',
      'This is the mail system at host mx\nIt could not be delivered for more than 4 hours.\n',
    ],
    [
      'Exchange',
      'failed',
      'Your message\n  To: a@b.example\ndid not reach the following recipient(s):\n  a@b.example\n',
    ],
    [
      'Exchange, at work',
      'delayed',
      'Your message\n  To: a@b.example\nwas not delivered to:\n  a@b.example\nIt has been delayed.\n',
    ],
    ['GroupWise', 'failed', 'The message that you sent was undeliverable to the following:\n  wouda\n'],
    ['InterMail', 'failed', 'This Message was undeliverable due to the following reason:\n  no such user\n'],
    ['MDaemon', 'failed', 'The attached message had PERMANENT fatal delivery errors!\n'],
    ['MDaemon, at work', 'delayed', 'The attached message had TEMPORARY non-fatal delivery errors.\n'],
    ['MailEnable', 'failed', 'MailEnable: Message could not be delivered to some recipients.\n'],
    ['Google', 'failed', 'Delivery to the following recipient failed permanently:\n  a@b.example\n'],
    ['Google, at work', 'delayed', 'Delivery to the following recipient has been delayed:\n  a@b.example\n'],
  ] as const)('%s: %s, wherever its text begins, and not in the words of a person', (_, fate, text) => {
    expect(bounceIn(text)).toEqual({ fate, returned: '' });
    expect(bounceIn(`\r\n \r\n${text}`)?.fate).toBe(fate);
    // Someone who passes it on, or quotes it.
    expect(bounceIn(`Beste mensen, dit kreeg ik:\n\n${text}`)).toBeUndefined();
    expect(bounceIn(`> ${text}`)).toBeUndefined();
  });

  it.each([
    ['Hi. This is the qmail-send program', '--- Below this line is a copy of the message.'],
    [
      'This message was created automatically by mail delivery software.',
      '------ This is a copy of your message ------',
    ],
    ['The original message was received at x', '   ----- Unsent message follows -----'],
    ['This is the mail system at host mx', '------ Original message'],
    ['The message that you sent was undeliverable to the following', 'Original message follows:'],
    ['MailEnable: message could not be delivered', 'Message headers follow:'],
    ['Delivery to the following recipient failed permanently:', '----- Original message -----'],
  ])('what our own message says is not what the server says: %s', (told, line) => {
    expect(bounceIn(`${told}\n550 5.1.1 no\n\n${line}\n\n${copy}`)).toEqual({ fate: 'failed', returned: copy });
  });
});
