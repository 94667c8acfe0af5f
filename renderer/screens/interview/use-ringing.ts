/** Ringing the person in hand: which of their numbers, and whether they may be rung at this moment, which the office is asked each time. */
import { useState } from 'react';
import type { BeforeRinging } from '../../../shared/contact-views.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { type Dialling, useDialling } from '../../dialling.ts';
import { type Asking, shell } from '../../request.ts';
import { ringingWords } from '../../wording/screens/ringing.ts';

export type Stop = Extract<BeforeRinging, { kind: 'stop' }>['why'];

export interface Ringing {
  /** The place of the number that is rung. */
  readonly at: number;
  readonly choose: (at: number) => void;
  readonly way: Dialling;
  readonly ring: () => void;
  /** To another telephone, whatever B does. */
  readonly copy: () => void;
  /** A number was dialled since the case came in hand. */
  readonly hasRung: boolean;
  /** Why nobody is rung after all. */
  readonly stop: Stop | undefined;
}

export interface RingingProps {
  readonly one: Pick<CaseInHand, 'phones'>;
  readonly asking: Asking;
  /** `isNot`: nobody is rung. */
  readonly onTold: (text: string, isNot: boolean) => void;
}

export function useRinging({ one: { phones }, asking, onTold }: RingingProps): Ringing {
  const say = useWords(ringingWords);
  const [way] = useDialling();
  const [chosen, setChosen] = useState(0);
  const [hasRung, setRung] = useState(false);
  const [stop, setStop] = useState<Stop>();
  const at = Math.min(chosen, Math.max(phones.length - 1, 0));
  const dial = async (by: Dialling) => {
    const phone = phones[at];
    if (asking.busy !== undefined) return;
    if (phone === undefined) return onTold(say.noNumber, true);
    const before = await asking.ask('contact.beforeRinging', {});
    if (before === undefined) return;
    setStop(before.kind === 'stop' ? before.why : undefined);
    if (before.kind === 'stop') return onTold(say.stop[before.why], true);
    const isDone = by === 'copy' ? await shell.copyNumber(phone) : await shell.ring(phone);
    setRung(true);
    onTold(!isDone ? say.byHand : by === 'copy' ? say.copied : say.rings, !isDone);
  };
  return {
    at,
    choose: (next) => phones.length > 0 && setChosen((next + phones.length) % phones.length),
    way,
    ring: () => void dial(way),
    copy: () => void dial('copy'),
    hasRung,
    stop,
  };
}
