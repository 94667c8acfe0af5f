/** Being built. */
import type { ChosenStudy, SignedIn } from '../../../shared/views.ts';

export function StartScreen(_: { readonly onChosen: () => void }) {
  return null as unknown as ChosenStudy & SignedIn & null;
}
