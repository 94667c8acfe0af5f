import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fateIn, fateOfFailure, statusIn } from '../../../shared/contact/delivery-report.ts';

describe('fateOfFailure', () => {
  it.each([
    ['5.1.1', 'failed'],
    ['5.1.10', 'failed'],
    ['5.2.1', 'failed'],
    ['5.2.2', 'failed'],
    ['5.4.4', 'failed'],
    ['5.0.0', 'failed'],
    [undefined, 'failed'],
    // the sender's address, the message, the way, a policy: the address may be right
    ['5.1.7', 'given-up'],
    ['5.1.8', 'given-up'],
    ['5.2.3', 'given-up'],
    ['5.3.4', 'given-up'],
    ['5.4.7', 'given-up'],
    ['5.5.1', 'given-up'],
    ['5.6.0', 'given-up'],
    ['5.7.1', 'given-up'],
    ['5.7.26', 'given-up'],
    ['4.4.1', 'given-up'],
  ] as const)('%s: %s', (status, fate) => expect(fateOfFailure(status)).toBe(fate));
});

describe('statusIn', () => {
  it.each([
    ['550 5.1.1 unknown', '5.1.1'],
    ['smtp;550 4.4.7 QUEUE.Expired', '4.4.7'],
    ['(#5.1.2)', '5.1.2'],
    ['554 delivery error', '5.0.0'],
    ['450 greylisted', '4.0.0'],
    ['192.0.2.25 does not like it', undefined],
    ['5.1.1.9 is an address', undefined],
    ['version 5.2', undefined],
    ['', undefined],
  ])('%j: %s', (text, status) => expect(statusIn(text)).toBe(status));
});

describe('fateIn', () => {
  const one = (action: string, status: string) =>
    `Final-Recipient: rfc822; a@b.example\nAction: ${action}\nStatus: ${status}\n`;
  const head = 'Reporting-MTA: dns; mx.example\n\n';

  it.each([
    ['failed', '5.1.1', 'failed'],
    ['FAILED', '5.1.1 (unknown)', 'failed'],
    ['failed', '4.4.1', 'given-up'],
    ['delayed', '4.4.1', 'delayed'],
    ['delivered', '2.0.0', 'done'],
    ['relayed', '2.0.0', 'done'],
    ['expanded (to many)', '2.0.0', 'done'],
    ['', '5.1.1', 'failed'],
    ['', '4.0.0', 'delayed'],
    ['nonsense', 'nonsense', undefined],
  ])('action %j with status %j: %s', (action, status, fate) => {
    expect(fateIn(head + one(action, status))).toBe(fate);
    expect(fateIn((head + one(action, status)).replaceAll('\n', '\r\n'))).toBe(fate);
  });

  it.each([
    ['delivered', 'done'],
    ['relayed', 'done'],
    ['expanded', 'done'],
    ['delayed', 'delayed'],
    ['failed', 'failed'],
  ])('action %j without a status: %s', (action, fate) => {
    expect(fateIn(`${head}Final-Recipient: rfc822; a@b.example\nAction: ${action}\n`)).toBe(fate);
  });

  it('where the status says no more than that it failed is what the other server said', () => {
    const said = (status: string, code: string) => `${head}${one('failed', status)}Diagnostic-Code: smtp; ${code}\n`;
    expect(fateIn(said('5.0.0', '550 5.7.1 we do not like this'))).toBe('given-up');
    expect(fateIn(said('5.0.0', '550 5.1.1 nobody'))).toBe('failed');
    expect(fateIn(said('nonsense', '550 5.7.1 we do not like this'))).toBe('given-up');
    expect(fateIn(said('5.1.1', '550 5.7.1 we do not like this'))).toBe('failed');
  });

  it('of several recipients is the best that came of any, in whatever order they stand', () => {
    const order = ['done', 'delayed', 'failed', 'given-up'] as const;
    const written = {
      done: one('relayed', '2.0.0'),
      delayed: one('delayed', '4.2.0'),
      failed: one('failed', '5.1.1'),
      'given-up': one('failed', '5.7.1'),
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 6 }), (fates) => {
        expect(fateIn(head + fates.map((fate) => written[fate]).join('\n'))).toBe(
          order.find((fate) => fates.includes(fate)),
        );
      }),
    );
  });

  it('of a report that says nothing is unknown', () => {
    for (const report of ['', head, 'Final-Recipient: rfc822; a@b.example\n']) expect(fateIn(report)).toBeUndefined();
  });
});
