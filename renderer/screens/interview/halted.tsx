/** Somebody stopped all contact, of the study or of a group: told between two cases. */
import { useEffect } from 'react';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { haltWords } from '../../wording/screens/halt.ts';

/** Nobody may be rung: asked anew whenever someone comes here, as it may have been lifted since. */
export function Halted() {
  const say = useWords(haltWords);
  const { all } = useGrammar();
  const { status, refresh } = useStudy();
  const halted = status.groups.filter(({ isHalted }) => isHalted === true).map(({ group }) => group.title);
  const isHalted = status.isHalted === true || halted.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on coming here
  useEffect(refresh, []);
  if (!isHalted) return null;
  return (
    <Notice kind="attention" title={status.isHalted === true ? say.betweenAll : say.betweenGroups(all(halted))}>
      <p>{say.betweenText}</p>
    </Notice>
  );
}
