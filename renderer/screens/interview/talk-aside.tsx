/** What an interview can be left for and come back to, whoever answers it: another language, a remark to the item, the answers so far. */
import { AnswersPane } from './answers-pane.tsx';
import { LanguageList } from './call-forms.tsx';
import type { InterviewAtHand } from './interview-at-hand.ts';
import { ItemNote } from './item-note.tsx';
import type { Talking } from './talk.ts';

const asidesOfTalk = ['language', 'item-note', 'answers'] as const;
export type AsideOfTalk = (typeof asidesOfTalk)[number];

export function isAsideOfTalk(mode: string): mode is AsideOfTalk {
  return asidesOfTalk.some((aside) => aside === mode);
}

export interface TalkAsideProps {
  readonly kind: AsideOfTalk;
  readonly at: InterviewAtHand;
  readonly talking: Talking;
  readonly languages: readonly string[];
  readonly language: string | undefined;
  readonly onLanguage: (language: string) => void;
  readonly onBack: () => void;
}

export function TalkAside({ kind, at, talking, languages, language, onLanguage, onBack }: TalkAsideProps) {
  const item = at.view?.next;
  if (kind === 'language')
    return <LanguageList languages={languages} now={language ?? ''} onChosen={onLanguage} onBack={onBack} />;
  if (kind === 'answers')
    return (
      <AnswersPane
        talking={talking}
        language={language ?? ''}
        onJump={(name) => {
          onBack();
          at.seeItem(name);
        }}
        onBack={onBack}
      />
    );
  if (item === undefined) return null;
  return <ItemNote key={item.item} item={item} at={at} talking={talking} onBack={onBack} />;
}
