/** The sum of a list, written out: so many read = so many accepted + what was applied + each refusal + what is undecided. */
import { useGrammar, useWords } from '../../bearings.tsx';
import { intakeOutcomeWords } from '../../wording/screens/intake-outcome.ts';
import { type Counts, type Part, partsOf } from './written-sum.ts';

/** The sum as a sentence, for whoever shows it. */
export function useWrittenSum(): (counts: Counts) => string {
  const say = useWords(intakeOutcomeWords);
  const { number } = useGrammar();
  const named = (part: Part): string => {
    const count = number(part.count);
    if (part.kind === 'accepted') return say.accepted(count);
    if (part.kind === 'undecided') return say.undecidedPart(count);
    return `${count} ${(part.kind === 'applied' ? say.applied : say.reasons)[part.name] ?? part.name}`;
  };
  return (counts) => {
    const parts = partsOf(counts);
    const all = parts.map(named);
    if (parts.length === 1) all.push(say.nobodyRefused);
    return say.sum(number(counts.read), all.join(' + '));
  };
}

export function ListSum({ counts }: { readonly counts: Counts }) {
  const written = useWrittenSum();
  const { read, accepted, applied } = counts;
  const known = Object.values(applied).reduce((sum, count) => sum + count, 0);
  const share = read === 0 ? 0 : (accepted + known) / read;
  return (
    <>
      <p className="sum">{written(counts)}</p>
      <span className="bar" aria-hidden="true">
        <span ref={(bar) => bar?.style.setProperty('inline-size', `${share * 100}%`)} />
      </span>
    </>
  );
}
