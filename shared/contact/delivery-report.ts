/** What a server reports on a message: the machine-readable part of RFC 3464, and the status codes of RFC 3463. */
import { type MailField, readFields, valuesOf } from './incoming-message.ts';

/**
 * What became of a message. `failed`: it did not arrive, and the address is what was wrong. `given-up`: it did not arrive, and the address may be right: the
 * server was not reached in time, or refused this message or its sender. `delayed`: the server goes on trying. `done`: it was delivered or passed on.
 */
export type Fate = 'failed' | 'given-up' | 'delayed' | 'done';

/** Undefined for a report that does not say it. */
export function fateIn(report: string): Fate | undefined {
  const fates = recipientsIn(report).flatMap((recipient) => fateOf(recipient) ?? []);
  // Whoever it was passed on to by an alias counts as reached as soon as one of them is, and waits as long as one waits.
  for (const fate of ['done', 'delayed', 'failed', 'given-up'] as const) if (fates.includes(fate)) return fate;
  return undefined;
}

/** The groups of fields that are about a recipient. */
function recipientsIn(report: string): readonly (readonly MailField[])[] {
  return report
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((group) => readFields(group.replace(/^\s+/, '')))
    .filter((fields) => fields.some(({ name }) => name === 'action' || name === 'status'));
}

function fateOf(fields: readonly MailField[]): Fate | undefined {
  const [action = ''] = valuesOf(fields, 'action');
  const [written = ''] = valuesOf(fields, 'status');
  const [diagnostic = ''] = valuesOf(fields, 'diagnostic-code');
  // '5.0.0' says no more than that it failed: what the other server said says more.
  const own = statusIn(written);
  const status = own === undefined || own.endsWith('.0.0') ? (statusIn(diagnostic) ?? own) : own;
  switch (/^[a-z]+/.exec(action.trim().toLowerCase())?.[0]) {
    case 'failed':
      return fateOfFailure(status);
    case 'delayed':
      return 'delayed';
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return 'done';
  }
  if (own?.startsWith('5')) return fateOfFailure(status);
  if (own?.startsWith('4')) return 'delayed';
  return own === undefined ? undefined : 'done';
}

/**
 * RFC 3463, 3: what may be the fault of the message, its sender or the way is not held against the address: 5.1.7 and 5.1.8 (the sender's address), 5.2.3 and 5.3.4
 * (too large), 5.4.6 and 5.4.7 (a loop, too late), 5.5 (the protocol), 5.6 (the content), 5.7 (a policy).
 */
const otherFaults = /^5\.(?:1\.[78]|2\.3|3\.4|4\.[67]|[567]\.\d+)$/;

/** Of a message that certainly did not arrive. */
export function fateOfFailure(status: string | undefined): 'failed' | 'given-up' {
  return status !== undefined && (status.startsWith('4') || otherFaults.test(status)) ? 'given-up' : 'failed';
}

/** The first status in a text: enhanced ('5.1.1'), else the digits of a reply ('550' is '5.0.0'). */
export function statusIn(text: string): string | undefined {
  const enhanced = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d]|\.\d)/.exec(text)?.[0];
  if (enhanced !== undefined) return enhanced;
  const reply = /(?<![\d.])([45])[0-5]\d(?=[ -])/.exec(text)?.[1];
  return reply === undefined ? undefined : `${reply}.0.0`;
}
