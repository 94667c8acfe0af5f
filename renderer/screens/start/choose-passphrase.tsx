/** The first sign-in of someone who was invited: in place of the one-time passphrase they choose their own. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import type { Trouble } from '../../request.ts';
import { peopleWords } from '../../wording/screens/people.ts';
import { startWords } from '../../wording/screens/start.ts';
import { isChosen, noPassphrase, PassphraseFields } from './passphrase-fields.tsx';

export interface ChoosePassphraseProps {
  readonly name: string;
  readonly oneTime: string;
  readonly isBusy: boolean;
  readonly trouble: Trouble | undefined;
  readonly onChoose: (chosen: string) => void;
  readonly onBack: () => void;
}

export function ChoosePassphrase({ name, oneTime, isBusy, trouble, onChoose, onBack }: ChoosePassphraseProps) {
  const say = useWords(peopleWords);
  const start = useWords(startWords);
  const [draft, setDraft] = useState(noPassphrase);
  const isSame = draft.passphrase === oneTime;
  const isReady = isChosen(draft) && !isSame;
  return (
    <Screen title={say.chooseTitle} lead={say.chooseLead(name)} help={say.chooseHelp}>
      <p>{say.chooseText}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isBusy) onChoose(draft.passphrase);
        }}
      >
        <p>{say.chooseGood}</p>
        <PassphraseFields draft={draft} onChange={setDraft} hasFocus />
        {isSame ? <Notice kind="attention">{say.chosenDiffers}</Notice> : null}
        {isBusy ? <Notice>{say.choosing}</Notice> : null}
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button submits kind="primary" isBusy={isBusy} isOff={!isReady}>
            {say.choose}
          </Button>
          <Button onPress={onBack}>{start.back}</Button>
        </div>
      </form>
    </Screen>
  );
}
