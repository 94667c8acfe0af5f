/** What is wrong with the steps of a draft before the office is asked. */
import { unknownFields } from '../../../shared/contact/message.ts';
import { type Draft, type DraftStep, isMessage, isWhole } from './draft.ts';

export type DraftFault =
  | 'id'
  | 'id-twice'
  | 'days'
  | 'date'
  | 'after'
  | 'in-a-circle'
  | 'subject'
  | 'body'
  | 'too-long'
  | 'unknown-fields';

const codePattern = /^[a-z][a-z0-9-]{0,31}$/;
const longestBody = 10_000;
export const latestDay = 3653;

/** The first thing that is wrong in each step, by its key. */
export function stepFaults({ steps }: Pick<Draft, 'steps'>): ReadonlyMap<number, DraftFault> {
  const faults = new Map<number, DraftFault>();
  for (const [index, step] of steps.entries()) {
    const fault = nameFault(step, steps.slice(0, index)) ?? dayFault(step, steps) ?? textFault(step);
    if (fault !== undefined) faults.set(step.key, fault);
  }
  return faults;
}

function nameFault(step: DraftStep, before: readonly DraftStep[]): DraftFault | undefined {
  if (!codePattern.test(step.id)) return 'id';
  return before.some(({ id }) => id === step.id) ? 'id-twice' : undefined;
}

function dayFault(step: DraftStep, steps: readonly DraftStep[]): DraftFault | undefined {
  if (step.when === 'date') return step.on === '' ? 'date' : undefined;
  if (!isWhole(step.afterDays, 0, latestDay)) return 'days';
  if (step.when === 'start') return undefined;
  if (!steps.some(({ key }) => key === step.after)) return 'after';
  return countsFrom(steps, step.after!, step.key) ? 'in-a-circle' : undefined;
}

/** Whether the day of the step with this key follows, however far off, from the day of `from`. A step follows from itself. */
export function countsFrom(steps: readonly DraftStep[], key: number, from: number): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = key; at !== undefined && !seen.has(at); ) {
    if (at === from) return true;
    seen.add(at);
    const step: DraftStep | undefined = steps.find((one) => one.key === at);
    at = step?.when === 'step' ? step.after : undefined;
  }
  return false;
}

function textFault(step: DraftStep): DraftFault | undefined {
  if (isMessage(step.kind) && step.subject.trim() === '') return 'subject';
  if (isMessage(step.kind) && step.body.trim() === '') return 'body';
  if (step.body.length > longestBody) return 'too-long';
  return unknownFields({ subject: step.subject, body: step.body }).length > 0 ? 'unknown-fields' : undefined;
}
