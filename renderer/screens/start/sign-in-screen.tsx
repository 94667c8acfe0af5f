/** Being built. */
import type { ChosenStudy, SignedIn } from '../../../shared/views.ts';

export function SignInScreen(_: {
  readonly chosen: ChosenStudy;
  readonly onSignedIn: (me: SignedIn) => void;
  readonly onBack: () => void;
}) {
  return null as unknown as ChosenStudy & SignedIn & null;
}
