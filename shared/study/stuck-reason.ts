/** Why an open case has nothing due. */
export const stuckReasons = [
  'no-channel',
  'no-step',
  'steps-done',
  'calls-used-up',
  'no-number-works',
  'letter-not-posted',
  'email-unclear',
  'after-closing',
  'soft-launch',
  'says-answered',
  'no-protocol',
] as const;
export type StuckReason = (typeof stuckReasons)[number];
