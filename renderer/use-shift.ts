/** The shift of the call room as it stands now: asked again when one is opened or ends. */
import { useEffect } from 'react';
import type { ShiftView } from '../shared/views.ts';
import { onNews, type Seen, useView } from './request.ts';

export function useShift(): Seen<ShiftView> {
  const seen = useView('contact.shift', {});
  useEffect(() => onNews('shift', seen.refresh), [seen.refresh]);
  return seen;
}
