/** Above every screen: from two weeks before an end of the agreement what ends and what to do, and after it what is left. */
import { agreementPhase, comingEnd } from '../shared/study/agreement-in-force.ts';
import type { StudyStatus } from '../shared/views.ts';
import { useGrammar, useWords } from './bearings.tsx';
import { Button } from './parts/button.tsx';
import { Notice, type NoticeKind } from './parts/notice.tsx';
import { Screen } from './parts/screen.tsx';
import { useStudy } from './study-at-hand.tsx';
import { agreementEndWords } from './wording/screens/agreement-end.ts';
import type { ScreenName } from './wording/screens/window.ts';

/** Screens of which nothing can be asked any more once nobody is contacted. */
const withContact: readonly ScreenName[] = ['intake', 'schedule', 'interview'];

const isPastEnd = (status: StudyStatus) => agreementPhase(status, status.today).endsWith('-ended');

/** No contact any more: by the agreement, or because an answer could not be told from others. */
export const hasEnded = (status: StudyStatus) => status.isUnlinked || isPastEnd(status);

/** Of someone's screens those on which something is left to do or to see. */
export function possibleScreens(mine: readonly ScreenName[], status: StudyStatus): readonly ScreenName[] {
  return hasEnded(status) ? mine.filter((screen) => !withContact.includes(screen)) : mine;
}

export function AgreementBanner() {
  const say = useWords(agreementEndWords);
  const told = useTold();
  if (told === undefined) return null;
  return (
    <section className="agreement-banner" aria-label={say.label}>
      <Notice kind={told.kind} title={told.title}>
        <p>{told.todo}</p>
      </Notice>
    </section>
  );
}

function useTold(): { readonly kind: NoticeKind; readonly title: string; readonly todo: string } | undefined {
  const say = useWords(agreementEndWords);
  const { day } = useGrammar();
  const { status, me } = useStudy();
  const { endsOn, answersEndOn, isExported, today } = status;
  const phase = agreementPhase(status, today);
  if (phase === 'answers-ended')
    return { kind: 'attention', title: say.answersEnded(day(answersEndOn!)), todo: say.answersEndedTodo };
  const end = comingEnd(status, today);
  if (end?.isNear && end.what === 'answers') {
    const title = say.answersNear(end.daysLeft, day(end.on));
    return { kind: 'due', title, todo: say.answersNearTodo(isExported) };
  }
  if (phase === 'contact-ended') {
    const until = answersEndOn === undefined ? undefined : day(answersEndOn);
    return { kind: 'info', title: say.contactEnded(day(endsOn!)), todo: say.contactEndedTodo(until, isExported) };
  }
  if (!end?.isNear) return undefined;
  const onlyInterviews = me.roles.every((role) => role === 'interviewer');
  const todo = onlyInterviews ? say.interviewerTodo : say.contactNearTodo;
  return { kind: 'due', title: say.contactNear(end.daysLeft, day(end.on)), todo };
}

/** For an interviewer who was still in when it ended. */
export function FieldworkOver() {
  const say = useWords(agreementEndWords);
  const { day } = useGrammar();
  const { status, leave } = useStudy();
  const text = isPastEnd(status) ? say.interviewerOverText(day(status.endsOn!)) : say.interviewerUnlinked;
  return (
    <Screen title={say.interviewerOver} help={[text]}>
      <p>{text}</p>
      <div className="row">
        <Button kind="primary" onPress={leave}>
          {say.signOut}
        </Button>
      </div>
    </Screen>
  );
}
