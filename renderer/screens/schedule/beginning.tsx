/** A group without a protocol: three to begin with. */
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Room } from '../../parts/screen.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { protocolTexts } from '../../wording/screens/protocol-texts.ts';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { type Draft, firstDays } from './draft.ts';
import { readyMade, readyMadeDraft } from './ready-made.ts';

export function Beginning({ onBegin }: { readonly onBegin: (draft: Draft) => void }) {
  const say = useWords(scheduleWords);
  const { status } = useStudy();
  const days = firstDays(status.today, status.startsOn, status.endsOn);
  return (
    <Room title={say.begin}>
      <p>{say.beginText}</p>
      <ul className="due">
        {readyMade.map((kind) => (
          <li key={kind}>
            <div>
              <h3>{say.readyMade[kind].title}</h3>
              <p className="soft">{say.readyMade[kind].text}</p>
            </div>
            <div className="row">
              <Button
                kind={kind === 'residents' ? 'primary' : 'quiet'}
                onPress={() => onBegin(readyMadeDraft(kind, days, protocolTexts(status.client)))}
              >
                {say.beginWith}
                <span className="unseen">: {say.readyMade[kind].title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Room>
  );
}
