/**
 * What is going out at this moment: e-mails or letters of one group. It is held by the open study, not by a screen, so that whoever looks
 * elsewhere meanwhile finds its pause and its outcome again. One at a time: the office tells a window how far its work is, not which work.
 */
import { useCallback, useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { TargetFile } from '../../../shared/contract.ts';
import type { Chosen } from '../../../shared/shell.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import { request, type Trouble } from '../../request.ts';
import type { Deed } from './deeds.ts';

export interface GoingOut {
  readonly going: { readonly kind: 'emails' | 'files' | 'letters'; readonly group: GroupCode } | undefined;
  readonly isPausing: boolean;
  /** What was sent and made since the study was opened in this window. */
  readonly deeds: readonly Deed[];
  /** What went wrong with the last one, and in which group. */
  readonly failed: { readonly group: GroupCode; readonly trouble: Trouble } | undefined;
  /** Where test messages go; typed once for all steps. */
  readonly testTo: string;
  readonly setTestTo: (to: string) => void;
  readonly sendEmails: (group: GroupCode, on: Day) => void;
  /** E-mails as files. */
  readonly saveEmails: (group: GroupCode, on: Day, target: Chosen<TargetFile>) => void;
  readonly makeLetters: (group: GroupCode, on: Day, target: Chosen<TargetFile>) => void;
  /** After the message in hand; sending again goes on with the rest. */
  readonly pause: () => void;
}

export function useGoingOut(): GoingOut {
  const [going, setGoing] = useState<GoingOut['going']>();
  const [isPausing, setPausing] = useState(false);
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const [failed, setFailed] = useState<GoingOut['failed']>();
  const [testTo, setTestTo] = useState('');
  const begin = (kind: 'emails' | 'files' | 'letters', group: GroupCode) => {
    setFailed(undefined);
    setPausing(false);
    setGoing({ kind, group });
  };
  const end = (group: GroupCode, outcome: Deed | Trouble) => {
    setGoing(undefined);
    if (outcome.kind === 'refused' || outcome.kind === 'failed') setFailed({ group, trouble: outcome });
    else setDeeds((before) => [...before, outcome]);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: both only set state
  const sendEmails = useCallback(async (group: GroupCode, on: Day) => {
    begin('emails', group);
    const outcome = await request('contact.sendEmails', { group });
    end(group, outcome.kind === 'ok' ? { kind: 'sent', on, group, sending: outcome.view } : outcome);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both only set state
  const makeLetters = useCallback(async (group: GroupCode, on: Day, { file, name }: Chosen<TargetFile>) => {
    begin('letters', group);
    const outcome = await request('contact.makeLetters', { group, target: file });
    if (outcome.kind !== 'ok') return end(group, outcome);
    const { letters, waiting } = outcome.view;
    end(group, { kind: 'made', on, group, letters, waiting, name });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both only set state
  const saveEmails = useCallback(async (group: GroupCode, on: Day, { file, name }: Chosen<TargetFile>) => {
    begin('files', group);
    const outcome = await request('contact.saveEmails', { group, target: file });
    if (outcome.kind !== 'ok') return end(group, outcome);
    const { letters, waiting } = outcome.view;
    end(group, { kind: 'made', on, group, letters, waiting, name });
  }, []);
  const pause = useCallback(async () => {
    setPausing(true);
    const outcome = await request('contact.pauseSending', {});
    if (outcome.kind !== 'ok') setPausing(false);
  }, []);
  return { going, isPausing, deeds, failed, testTo, setTestTo, sendEmails, saveEmails, makeLetters, pause };
}
