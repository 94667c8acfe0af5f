/** Asks before a questionnaire goes that a group has already: answers to questions that the new one does not name leave the dataset. */
import type { StudyStatus } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { replaceQuestionnaireWords } from '../../wording/screens/replace-questionnaire.ts';

export interface TakingIntoUseProps {
  readonly of: StudyStatus['groups'][number];
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

export function TakingIntoUse({ of: { group, responses }, isBusy, onTake, onClose }: TakingIntoUseProps) {
  const say = useWords(replaceQuestionnaireWords);
  const { number } = useGrammar();
  return (
    <Confirm title={say.title(group.title)} action={say.take} isBusy={isBusy} onClose={onClose} onConfirm={onTake}>
      <p>{say.underWay}</p>
      {responses === 0 ? null : <p>{say.responses(responses, number(responses))}</p>}
    </Confirm>
  );
}
