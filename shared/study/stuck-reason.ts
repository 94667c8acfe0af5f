/** Why an open case has nothing due, or is due to somebody who is not there. */
export const stuckReasons = [
  'no-channel',
  'no-step',
  'steps-done',
  'calls-used-up',
  'no-number-works',
  'nobody-speaks',
  'nobody-senior',
  'letter-not-posted',
  'email-unclear',
  'after-closing',
  'soft-launch',
  'says-answered',
  'no-protocol',
] as const;
export type StuckReason = (typeof stuckReasons)[number];
