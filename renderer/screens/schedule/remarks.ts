/** What is said of each step on the time line: what is wrong with it, or else the first thing in it that should be looked at. */
import type { ProtocolWarning } from '../../../shared/contact-views.ts';
import type { Draft } from './draft.ts';

export function remarksOf(
  { steps }: Pick<Draft, 'steps'>,
  said: {
    /** By the key of the step. */
    readonly own: ReadonlyMap<number, string>;
    /** What the office would refuse. */
    readonly office: { readonly step: string; readonly text: string } | undefined;
    readonly warnings: readonly ProtocolWarning[];
    readonly textOf: (warning: ProtocolWarning) => string;
  },
): ReadonlyMap<number, string> {
  return new Map(
    steps.flatMap(({ key, id }): readonly (readonly [number, string])[] => {
      const own = said.own.get(key);
      if (own !== undefined) return [[key, own]];
      if (said.office?.step === id) return [[key, said.office.text]];
      const warning = said.warnings.find((one) => 'step' in one && one.step === id);
      return warning === undefined ? [] : [[key, said.textOf(warning)]];
    }),
  );
}
