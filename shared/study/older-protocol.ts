/** Protocols as they were written before steps had conditions: whom a step was for was a word. They are read as what they meant. */

const meant: Readonly<Record<string, object>> = {
  everyone: {},
  'with-email': { has: ['email'] },
  'without-email': { lacks: ['email'] },
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The protocol as it would be written now; what is none stays what it is. */
export function upgradedProtocol<T>(given: T): T {
  if (!isRecord(given) || !Array.isArray(given.steps)) return given;
  const isOld = (step: unknown): step is Readonly<Record<string, unknown>> & { readonly for: string } =>
    isRecord(step) && typeof step.for === 'string' && Object.hasOwn(meant, step.for);
  if (!given.steps.some(isOld)) return given;
  return { ...given, steps: given.steps.map((step) => (isOld(step) ? { ...step, for: meant[step.for] } : step)) };
}
