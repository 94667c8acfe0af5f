/**
 * What a message that came in is, and which message of ours it is about. It is known by a key in the address it came to, in what came back of ours, or in what it
 * answers: never by a name or an address of a person. Whatever has no key is unknown.
 */
import type { AttemptId } from '../study/attempt.ts';
import { hasAutomaticSubject, isAutomatic } from './auto-reply.ts';
import { type Bounce, bounceIn } from './bounce-forms.ts';
import { type Fate, fateIn } from './delivery-report.ts';
import { type IncomingMessage, type MailField, readFields, valuesOf } from './incoming-message.ts';
import { attemptInAddress, attemptInMessageId, attemptInOptOut } from './message-key.ts';
import { saysStop } from './own-text.ts';

export const incomingKinds = [
  /** Did not arrive, and the address does not work. */
  'bounced',
  /** Did not arrive, and the address may work. */
  'given-up',
  'delayed',
  /** An answer of absence, a receipt, a report that it arrived. */
  'automatic',
  'opted-out',
  /** Written by someone, or not to be told by a program. */
  'to-read',
  'unknown',
] as const;

export interface Incoming {
  readonly kind: (typeof incomingKinds)[number];
  /** Whose keys stand in it; whether there are such attempts is for the store to say. One for what came back; none for `unknown`. */
  readonly attempts: readonly AttemptId[];
  /** Of what came back: the address that our message was for, when it says so. */
  readonly sentTo?: string;
}

const unknown: Incoming = { kind: 'unknown', attempts: [] };

export function readIncoming(message: IncomingMessage): Incoming {
  const keys = keysIn(message);
  const optOut = attemptInOptOut(message.subject);
  const complaint = complaintIn(message);
  const answered = distinct([...keys.to, ...keys.answered]);
  if (complaint !== undefined) return about(complaint, keys);
  const reported = reportedIn(message);
  if (reported !== undefined) return about(reported, keys);
  if (optOut !== undefined) return { kind: 'opted-out', attempts: [optOut] };
  if (answered.length === 0 && keys.returned.length === 0) return unknown;
  // Whoever has to stop is stopped, also when their program adds what only other programs write.
  if (answered.length > 0 && saysStop(message)) return { kind: 'opted-out', attempts: answered };
  const isFromProgram = isAutomatic(message) || (keys.answered.length > 0 && hasAutomaticSubject(message));
  // Someone who passes our message on, without answering it, has it in a part.
  const attempts = answered.length > 0 ? answered : keys.returned;
  return { kind: isFromProgram ? 'automatic' : 'to-read', attempts };
}

/** A report on one message of ours; on two at once it is for a person to read. */
function about(kind: Incoming['kind'], { to, returned, answered, sentTo }: Keys): Incoming {
  const own = distinct([...to, ...returned]);
  const attempts = own.length > 0 ? own : answered.slice(0, 1);
  if (attempts.length === 0) return unknown;
  if (attempts.length > 1) return { kind: 'to-read', attempts };
  return { kind, attempts, ...(sentTo === undefined ? {} : { sentTo }) };
}

const kindOfFate = {
  failed: 'bounced',
  'given-up': 'given-up',
  delayed: 'delayed',
  done: 'automatic',
} as const satisfies Readonly<Record<Fate, Incoming['kind']>>;

/** What a server reports; undefined when the message is no report at all. */
function reportedIn(message: IncomingMessage): Incoming['kind'] | undefined {
  if (message.parts.some(({ type }) => /^message\/(?:global-)?disposition-notification$/.test(type)))
    return 'automatic';
  const reports = message.parts.filter(({ type }) => deliveryReport.test(type));
  for (const { content } of reports) {
    const fate = fateIn(content);
    if (fate !== undefined) return kindOfFate[fate];
  }
  const plain = bounceIn(message.text);
  if (plain !== undefined) return kindOfFate[plain.fate];
  return reports.length > 0 ? 'to-read' : undefined;
}

const deliveryReport = /^message\/(?:global-)?delivery-status$/;
const returnedMessage = /^(?:message\/(?:rfc822|global)|(?:text|message)\/rfc822-headers|message\/global-headers)$/;

/** RFC 5965: whoever calls a message of ours abuse wants no other; `not-spam` takes that back. */
function complaintIn({ parts }: IncomingMessage): Incoming['kind'] | undefined {
  const report = parts.find(({ type }) => type === 'message/feedback-report');
  if (report === undefined) return undefined;
  const [kind = ''] = valuesOf(readFields(report.content.trimStart()), 'feedback-type');
  const said = kind.trim().toLowerCase();
  if (said === 'abuse' || said === 'opt-out' || said === 'opt-out-list') return 'opted-out';
  return said === 'not-spam' ? 'automatic' : 'to-read';
}

interface Keys {
  /** In the addresses that it came to. */
  readonly to: readonly AttemptId[];
  /** In what came back of ours. */
  readonly returned: readonly AttemptId[];
  /** In what it answers, the nearest first. */
  readonly answered: readonly AttemptId[];
  readonly sentTo?: string;
}

/** Not Return-Path: that is who sent it, and in a copy of a message of ours it is us. */
const addressFields = [
  'delivered-to',
  'x-original-to',
  'x-delivered-to',
  'envelope-to',
  'x-envelope-to',
  'to',
  'cc',
] as const;

function keysIn({ fields, text, parts }: IncomingMessage): Keys {
  const originals = [
    ...parts.filter(({ type }) => returnedMessage.test(type)).map(({ content }) => readFields(content.trimStart())),
    ...returnedIn(bounceIn(text)),
  ];
  const to = addressFields.flatMap((name) => valuesOf(fields, name).flatMap(attemptsIn));
  const returned = originals.flatMap((original) => [
    ...valuesOf(original, 'message-id').flatMap(known),
    ...valuesOf(original, 'return-path').flatMap(attemptsIn),
  ]);
  const references = valuesOf(fields, 'references').flatMap((value) => idsIn(value).toReversed());
  const answered = [...valuesOf(fields, 'in-reply-to').flatMap(idsIn), ...references];
  const sentTo = originals.flatMap((original) => valuesOf(original, 'to').flatMap(addressesIn))[0];
  return {
    to: distinct(to),
    returned: distinct(returned),
    answered: distinct(answered),
    ...(sentTo === undefined ? {} : { sentTo }),
  };
}

function returnedIn(bounce: Bounce | undefined): readonly (readonly MailField[])[] {
  return bounce === undefined || bounce.returned === '' ? [] : [readFields(bounce.returned)];
}

const addressesIn = (value: string): readonly string[] =>
  value.match(/[^\s<>(),;:"]{1,128}@[^\s<>(),;:"]{1,255}/g) ?? [];
const attemptsIn = (value: string): readonly AttemptId[] =>
  addressesIn(value).flatMap((address) => attemptInAddress(address) ?? []);
const known = (value: string): readonly AttemptId[] => {
  const attempt = attemptInMessageId(value);
  return attempt === undefined ? [] : [attempt];
};
const idsIn = (value: string): readonly AttemptId[] => (value.match(/[^\s<>,]{1,400}/g) ?? []).flatMap(known);

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
