/** A PIN of six digits, for the length of a shift. With three tries any is enough, unless it is one that everyone tries first. */

/** All the same, a run up or down, or two or three digits over and over. */
export function isEasyPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, index) => digit - digits[index]!));
  const isRun = steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1);
  return isRun || /^(\d{2})\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin);
}
