/** What is asked now: one item, or the statements of a grid; and, told once, what fell off the route with the last answer. */
import type { ReactNode } from 'react';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { GridPane } from './grid-pane.tsx';
import type { Fallen, InterviewAtHand } from './interview-at-hand.ts';
import { ItemPane } from './item-pane.tsx';
import { fewWords } from './newly-fallen.ts';
import type { Talking } from './talk.ts';

export interface TalkMomentProps {
  readonly at: InterviewAtHand;
  readonly talking: Talking;
  /** Whether keys are for it now. */
  readonly isOn: boolean;
  /** What stands there when everything was asked. */
  readonly end: ReactNode;
}

export function TalkMoment({ at, talking, isOn, end }: TalkMomentProps) {
  const { view, fallen, see, seeItem } = at;
  if (view === undefined) return null;
  const { next, grid } = view;
  const first = grid?.rows[0];
  return (
    <>
      {next === undefined ? (
        end
      ) : grid !== undefined && first !== undefined ? (
        <GridPane
          key={first.item}
          title={grid.title}
          view={view}
          rows={grid.rows}
          isOn={isOn}
          talking={talking}
          onSeen={see}
          onKept={at.keep}
          onAt={at.moveTo}
          onPending={at.setPending}
        />
      ) : (
        <ItemPane
          key={next.item}
          item={next}
          language={view.language}
          route={view.route}
          isOn={isOn}
          talking={talking}
          isOnPaper={view.entry !== undefined}
          leaving={at.leaving}
          onSeen={see}
        />
      )}
      {fallen === undefined || !isOn ? null : (
        <FallenOff fallen={fallen} language={view.language} onBack={() => seeItem(fallen.by)} />
      )}
    </>
  );
}

interface FallenProps {
  readonly fallen: Fallen;
  readonly language: string;
  readonly onBack: () => void;
}

const mostShown = 3;

/** Below what is asked: what stands above does not move. */
function FallenOff({ fallen: { items, by }, language, onBack }: FallenProps) {
  const say = useWords(asideWords);
  const { count } = useGrammar();
  const more = items.length - mostShown;
  return (
    <div className="fallen" role="status">
      <p>
        <strong>● {count(items.length, say.fallen)}:</strong>{' '}
        <span lang={language} dir="auto">
          {items
            .slice(0, mostShown)
            .map(({ text }) => `“${fewWords(text)}”`)
            .join(' ')}
        </span>
        {more > 0 ? ` ${say.andMore(String(more))}` : ''} {say.fallenKept}
      </p>
      {by === undefined ? null : (
        <Button onPress={onBack} keyHint="PgUp">
          {say.fallenBack}
        </Button>
      )}
    </div>
  );
}
