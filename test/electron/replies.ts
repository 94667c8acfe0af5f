/** Messages that come back to a small study: those of the fixtures, about the e-mail that someone got. */
import { attemptInMessageId, type MessageKey, messageKey } from '../../shared/contact/message-key.ts';
import type { View } from '../../shared/contract.ts';
import { aboutKey, messageFixtures } from '../fixtures/message-fixtures.ts';
import { readMail } from '../read-mail.ts';
import type { StudyInUse } from './prepared.ts';

/** The key of the last e-mail that this person got; in capitals or small letters as it is on the line. */
export function keyOf(study: StudyInUse, surname: string): MessageKey {
  const message = study.mailbox.messages.findLast(({ to }) => to[0] === `${surname.toLowerCase()}@wijk.example`);
  if (message === undefined) throw new Error('nothing was sent');
  return messageKey(attemptInMessageId(readMail(message.raw).header('Message-ID')!)!);
}

export function fixtureNamed(name: string) {
  const found = messageFixtures.find((one) => `${one.kind}/${one.name}` === `${name}.eml`);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found;
}

/** A fixture as it came back of what this person got. */
export function cameBack(study: StudyInUse, surname: string, name: string): string {
  return aboutKey(fixtureNamed(name), keyOf(study, surname)).replaceAll(
    /wouda@[a-z.]+/g,
    `${surname.toLowerCase()}@wijk.example`,
  );
}

/** One file with all of them. */
export function mboxOf(texts: readonly string[]): string {
  const line = 'From MAILER-DAEMON Mon Nov  2 10:15:04 2026\n';
  return texts.map((text) => `${line}${text.replaceAll(/^(>*From )/gm, '>$1')}\n\n`).join('');
}

let files = 0;
/** Reads these as one file each. */
export function readIn(
  study: StudyInUse,
  ...messages: readonly (string | Uint8Array)[]
): Promise<View<'contact.readReplies'>> {
  const offered = messages.map((message) => {
    files += 1;
    return study.offer(`message-${files}.eml`, message);
  });
  return study.ask('manager', 'contact.readReplies', { files: offered });
}

/** What is counted, without the noughts. */
export function found({ next, stopped, ...counts }: View<'contact.readReplies'>): Readonly<Record<string, number>> {
  const { read, ...parts } = counts;
  const sum = Object.values(parts).reduce((total, count) => total + count, 0);
  if (sum !== read) throw new Error(`the sum is ${sum}, not ${read}`);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
