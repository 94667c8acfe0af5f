/** The start: recent studies, a new one, a folder, or the practice study. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Room, Screen, Shown } from '../../parts/screen.tsx';
import { LanguageSwitch, LookChoice } from '../../parts/window-choices.tsx';
import { shell, useAsking, useProgress, useView } from '../../request.ts';
import { safeguardWords } from '../../wording/screens/safeguards.ts';
import { startWords } from '../../wording/screens/start.ts';
import { NewStudy } from './new-study.tsx';
import { RecentList } from './recent-list.tsx';
import { RestoreStudy } from './restore-study.tsx';
import './start.css';

export function StartScreen({ onChosen }: { readonly onChosen: () => void }) {
  const say = useWords(startWords);
  const safeguard = useWords(safeguardWords);
  const recent = useView('study.recent', {});
  const { ask, busy, trouble } = useAsking();
  const [isMaking, setMaking] = useState(false);
  const [isRestoring, setRestoring] = useState(false);
  const [isNoStudy, setNoStudy] = useState(false);
  const openFolder = async () => {
    setNoStudy(false);
    if (!(await shell.chooseFolder('existing'))) return;
    const here = await ask('study.here', {});
    if (here?.chosen === undefined) setNoStudy(true);
    else onChosen();
  };
  const practice = useProgress(busy === 'study.createPractice');
  if (isMaking) return <NewStudy onMade={onChosen} onBack={() => setMaking(false)} />;
  if (isRestoring) return <RestoreStudy onRestored={onChosen} onBack={() => setRestoring(false)} />;
  return (
    <Screen title={say.title} lead={say.lead} help={say.help}>
      <TroubleNotice trouble={trouble} />
      {isNoStudy ? <Notice kind="attention">{say.noStudyThere}</Notice> : null}
      <div className="beginnings">
        <div className="stack">
          <h2>{say.newStudy}</h2>
          <p>{say.newStudyText}</p>
          <div className="row">
            <Button kind="primary" isOff={busy !== undefined} onPress={() => setMaking(true)}>
              {say.newStudy}
            </Button>
            {shell.kind === 'electron' ? <Button onPress={openFolder}>{say.openFolder}</Button> : null}
          </div>
        </div>
        <div className="stack">
          <h2>{say.practiceStudy}</h2>
          <p>{say.practiceText}</p>
          <div className="row">
            <Button
              isBusy={busy === 'study.createPractice'}
              onPress={async () => (await ask('study.createPractice', {})) !== undefined && onChosen()}
            >
              {say.makePractice}
            </Button>
          </div>
          {busy === 'study.createPractice' ? <Progress label={say.makingPractice} progress={practice} /> : null}
        </div>
      </div>
      <Room title={say.recent}>
        <Shown seen={recent}>
          {({ studies }) => (
            <RecentList
              studies={studies}
              onOpen={async (study) => (await ask('study.choose', { study })) !== undefined && onChosen()}
              onDrop={async (study) => {
                await ask('study.dropFromRecent', { study });
                recent.refresh();
              }}
            />
          )}
        </Shown>
      </Room>
      <Room title={safeguard.restoreTitle}>
        <p>{safeguard.restoreText}</p>
        <div className="row">
          <Button isOff={busy !== undefined} onPress={() => setRestoring(true)}>
            {safeguard.restore}
          </Button>
        </div>
      </Room>
      <div className="choices-of-window">
        <LookChoice />
        <LanguageSwitch />
      </div>
    </Screen>
  );
}
