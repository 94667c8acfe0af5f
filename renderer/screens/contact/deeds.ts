/** What was sent and made in this window, and how much of it still holds when more went out since. */
import type { Day } from '../../../shared/calendar.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { SendingView } from '../../../shared/views.ts';

export type Deed = { readonly on: Day } & (
  | { readonly kind: 'sent'; readonly group: GroupCode; readonly sending: SendingView }
  | {
      readonly kind: 'made';
      readonly group: GroupCode;
      readonly letters: number;
      readonly waiting: number;
      readonly name: string;
    }
);

export type Sent = Extract<Deed, { kind: 'sent' }>;
export type Made = Extract<Deed, { kind: 'made' }>;

/** Whether e-mails were saved as files; the others are letters or a list of them. */
export const isOfFiles = ({ name }: Made): boolean => name.endsWith('.zip');

const lasting = ['failed', 'unclear'] as const;
const all = ['failed', 'postponed', 'unclear', 'paused', 'waiting'] as const;

/**
 * What is still told of a sending. Whoever went on with the rest of the group is not told to do so any more: then only what is final holds.
 * Undefined when nothing is left to tell.
 */
export function stillTold(
  { group, sending }: Sent,
  later: readonly Deed[],
): { readonly rest: readonly (typeof all)[number][]; readonly stopped: SendingView['stopped'] } | undefined {
  const wentOn = later.some((deed) => deed.group === group && (deed.kind === 'sent' || isOfFiles(deed)));
  const rest = (wentOn ? lasting : all).filter((kind) => sending[kind] > 0);
  if (wentOn && sending.sent === 0 && rest.length === 0) return undefined;
  return { rest, stopped: wentOn ? undefined : sending.stopped };
}
