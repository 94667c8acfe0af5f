/** Above every screen of a study that was put back, until it was brought up to date. */
import { useGrammar, useWords } from './bearings.tsx';
import { Button } from './parts/button.tsx';
import { Notice } from './parts/notice.tsx';
import { useHasRole, useStudy } from './study-at-hand.tsx';
import { reconcilingWords } from './wording/screens/reconciling.ts';

export function OlderBanner({ isHere }: { readonly isHere: boolean }) {
  const say = useWords(reconcilingWords);
  const { day } = useGrammar();
  const { status, go } = useStudy();
  const isManager = useHasRole()('manager');
  if (status.olderSince === undefined || isHere) return null;
  return (
    <section className="agreement-banner" aria-label={say.banner}>
      <Notice kind="due" title={say.bannerTitle(day(status.olderSince))}>
        <p>{isManager ? say.bannerTodo : say.bannerWait}</p>
        {isManager ? <Button onPress={() => go('contact')}>{say.toContact}</Button> : null}
      </Notice>
    </section>
  );
}
