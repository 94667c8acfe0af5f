/** Messages that came back or in, read from files or from the mailbox, and what follows from each. */

import { addDays, type Day, day } from '../../shared/calendar.ts';
import type { RepliesView } from '../../shared/contact-views.ts';
import type { SourceFile } from '../../shared/contract.ts';
import { Refusal, refuse } from '../../shared/problem.ts';
import type { Mailbox } from '../../shared/study/mail-host.ts';
import type { Desk } from '../desk.ts';
import { MailboxLost, type OpenMailbox } from '../post/mailbox.ts';
import { type Found, followAll, Replies } from './replies.ts';

/** What one reader process gets: at most 20 MB together. */
const atOnce = { files: 25, bytes: 20_000_000, messages: 40 } as const;

/** Refuses `contact.replies-unreadable` when nothing in the files is a message, and what is wrong with a single file. */
export async function repliesInFiles(
  files: readonly SourceFile[],
  desk: Desk,
  stop: AbortSignal,
): Promise<RepliesView> {
  const replies = new Replies();
  let portion: Uint8Array[] = [];
  let done = 0;
  const follow = async () => {
    const given = portion;
    portion = [];
    desk.progress(done, files.length);
    if (given.length > 0) await followAll(await read(given, files.length === 1, desk, stop), replies, desk, stop);
    done += given.length;
  };
  for (const file of files) {
    if (stop.aborted) break;
    const bytes = await bytesOf(file, files.length === 1, desk);
    if (bytes === undefined) {
      replies.add({ as: 'unreadable' });
      continue;
    }
    const held = portion.reduce((sum, { length }) => sum + length, 0);
    if (portion.length === atOnce.files || held + bytes.length > atOnce.bytes) await follow();
    portion.push(bytes);
  }
  if (!stop.aborted) await follow();
  desk.progress(files.length, files.length);
  if (replies.read === replies.unreadable && !stop.aborted) refuse('contact.replies-unreadable', {});
  desk.write('contact.readReplies', { files: files.length, ...replies.detail }, () => undefined);
  return replies.view(desk, stop.aborted ? 'asked' : undefined);
}

async function bytesOf(file: SourceFile, isOnly: boolean, { host }: Desk): Promise<Uint8Array | undefined> {
  try {
    return await host.readSource(file);
  } catch (error) {
    if (isOnly || !(error instanceof Refusal)) throw error;
    return undefined;
  }
}

/** A file that stops the reader is looked for among the others, so that it alone is not read. */
async function read(
  files: readonly Uint8Array[],
  isOnly: boolean,
  desk: Desk,
  stop: AbortSignal,
): Promise<readonly Found[]> {
  try {
    return await desk.files.readMessages(files, { stop });
  } catch (error) {
    if (stop.aborted) return [];
    if (!(error instanceof Refusal) || isOnly) throw error;
    if (files.length === 1) return [{ kind: 'unreadable' }];
    const half = Math.ceil(files.length / 2);
    const first = await read(files.slice(0, half), false, desk, stop);
    return [...first, ...(await read(files.slice(half), false, desk, stop))];
  }
}

/** Refuses `contact.mailbox-missing` and `contact.mailbox-refused`. Each portion is followed, and then how far it was read is kept. */
export async function repliesInMailbox(desk: Desk, stop: AbortSignal): Promise<RepliesView> {
  const opened = await openedMailbox(desk);
  const { mailbox, since, from } = opened;
  const replies = new Replies();
  let stopped: RepliesView['stopped'];
  let nextUid = from;
  try {
    const uids = await mailbox.find(from, since);
    for (let at = 0; at < uids.length && !stop.aborted; at += atOnce.messages) {
      desk.progress(at, uids.length);
      const part = uids.slice(at, at + atOnce.messages);
      const messages = await mailbox.read(part);
      const found = await read(
        messages.map(({ bytes }) => bytes),
        false,
        desk,
        stop,
      );
      await followAll(found, replies, desk, stop);
      if (stop.aborted) break;
      nextUid = part.at(-1)! + 1;
      const isLast = at + atOnce.messages >= uids.length;
      if (!isLast) desk.write('contact.keepPlaceInMailbox', {}, await placed(opened, nextUid, desk));
    }
    desk.progress(uids.length, uids.length);
  } catch (error) {
    if (!(error instanceof MailboxLost)) throw error;
    stopped = 'connection-lost';
  } finally {
    mailbox.close();
  }
  if (stop.aborted) stopped = 'asked';
  desk.write('contact.readMailbox', replies.detail, await placed(opened, nextUid, desk));
  return replies.view(desk, stopped);
}

export interface OpenedMailbox {
  readonly mailbox: OpenMailbox;
  /** Nothing that came before can be an answer. */
  readonly since: Day;
  /** The first message that was not read yet. */
  readonly from: number;
  /** Which mailbox it is. */
  readonly of: string;
}

export async function openedMailbox(desk: Desk): Promise<OpenedMailbox> {
  const { settings, post } = desk;
  const set = (await settings.find('mailbox')) ?? refuse('contact.mailbox-missing', {});
  const mailbox = await post.openMailbox(set);
  if (mailbox.kind === 'refused') return refuse('contact.mailbox-refused', { step: mailbox.step, code: mailbox.code });
  const before = await settings.find('mailboxRead');
  const of = placeOf(set);
  const isThere = before?.of === of && before.uidValidity === mailbox.uidValidity;
  return { mailbox, of, since: firstSending(desk), from: isThere ? before.nextUid : 1 };
}

/** Another server, account or folder has other messages. */
const placeOf = ({ host, folder, login: { user } }: Mailbox): string => JSON.stringify([host, user, folder]);

/** What keeps, inside a write, how far this mailbox was read. */
function placed(
  { of, mailbox: { uidValidity } }: OpenedMailbox,
  nextUid: number,
  { settings, today }: Desk,
): Promise<() => void> {
  return settings.seal('mailboxRead', { of, uidValidity, nextUid, on: today });
}

/** A server may have another midnight; the days of a practice study are not those of any server. */
function firstSending({ store, today }: Desk): Day {
  if (store.study.get().isPractice) return day('1970-01-01');
  return addDays(store.attempts.findFirstDay('email') ?? today, -1);
}
