/** What a protocol would bring about, asked while it is being written: shortly after the last change, and never shown over a newer one. */
import { useEffect, useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { Protocol } from '../../../shared/study/protocol.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { request, type Trouble } from '../../request.ts';

const settleMs = 250;

export interface Preview {
  readonly view: ProtocolView;
  /** The view is of the protocol as it stands now. */
  readonly isFresh: boolean;
  readonly trouble: Trouble | undefined;
}

/** `stored`: what is set; nothing is asked as long as `protocol` is the same. The last view stays while a new one is on its way. */
export function usePreview(group: GroupCode, protocol: Protocol | undefined, stored: ProtocolView): Preview {
  const [previewed, setPreviewed] = useState<{ asked: string; view: ProtocolView; trouble: Trouble | undefined }>();
  const asked = JSON.stringify(protocol ?? null);
  const isStored = asked === JSON.stringify(stored.protocol ?? null);
  useEffect(() => {
    if (isStored || asked === 'null') return;
    let isLeft = false;
    const timer = setTimeout(async () => {
      const outcome = await request('schedule.preview', { group, protocol: JSON.parse(asked) });
      if (isLeft) return;
      if (outcome.kind === 'ok') setPreviewed({ asked, view: outcome.view, trouble: undefined });
      else setPreviewed((before) => ({ asked, view: before?.view ?? stored, trouble: outcome }));
    }, settleMs);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [group, asked, isStored, stored]);
  if (isStored) return { view: stored, isFresh: true, trouble: undefined };
  const isFresh = previewed?.asked === asked;
  return { view: previewed?.view ?? stored, isFresh, trouble: isFresh ? previewed.trouble : undefined };
}
