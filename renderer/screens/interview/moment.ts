/** What is going on in an interview at this moment, as far as it decides which keys there are. */
import type { InterviewView } from '../../../shared/views.ts';

/**
 * `web`: what was begun on the website is asked about; `form`: something is being filled in; `ends`: one of a few is being chosen;
 * `picks`: some are, and kept together; `sure`: a second key is awaited.
 */
export type Moment =
  | 'before'
  | 'web'
  | 'closed'
  | 'grid'
  | 'agree'
  | 'text'
  | 'note'
  | 'end'
  | 'ends'
  | 'picks'
  | 'form'
  | 'sure';

/** By what the interview asks now. */
export function momentNow(view: InterviewView | undefined): Moment {
  if (view === undefined) return 'before';
  if (view.next === undefined) return 'end';
  if (view.grid !== undefined) return 'grid';
  if (view.next.choices !== undefined) return 'closed';
  if (view.next.kind === 'acknowledge') return 'agree';
  return view.next.kind === 'note' ? 'note' : 'text';
}
