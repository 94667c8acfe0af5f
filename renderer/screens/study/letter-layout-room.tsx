/** What every letter of the study looks like, apart from its text. */
import { useState } from 'react';
import { helpLanguages, languageName } from '../../../shared/contact/help-line.ts';
import type { LetterLayout } from '../../../shared/study/letter-layout.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, TextField, Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { lettersWords } from '../../wording/screens/letters.ts';

export function LetterLayoutRoom() {
  const seen = useView('study.letterLayout', {});
  return <Shown seen={seen}>{({ layout }) => <LayoutForm stored={layout} />}</Shown>;
}

type Line = 'onBehalfOf' | 'checkedAt' | 'slipTo';

function LayoutForm({ stored }: { readonly stored: LetterLayout }) {
  const say = useWords(lettersWords);
  const { ask, busy, trouble } = useAsking();
  const [layout, setLayout] = useState(stored);
  const [isSaved, setSaved] = useState(false);
  const change = (part: Partial<LetterLayout>) => {
    setSaved(false);
    setLayout({ ...layout, ...part });
  };
  const box = (field: Line, hint: string) => (
    <TextField
      label={say[field]}
      hint={hint}
      value={layout[field] ?? ''}
      onChange={(value) => change({ [field]: value })}
    />
  );
  const filled = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text.trim());
  const save = async () => {
    const lines = {
      onBehalfOf: filled(layout.onBehalfOf),
      checkedAt: filled(layout.checkedAt),
      slipTo: filled(layout.slipTo),
    };
    const { window, largePrint, helpIn } = layout;
    const saved = await ask('study.setLetterLayout', { layout: { window, largePrint, helpIn: [...helpIn], ...lines } });
    if (saved !== undefined) setSaved(true);
  };
  return (
    <Room title={say.layoutTitle}>
      <p className="soft">{say.layoutHelp}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <RadioField
          label={say.window}
          isInline
          value={layout.window}
          onChange={(window) => change({ window })}
          options={(['left', 'right'] as const).map((value) => ({ value, label: say.windows[value] }))}
        />
        <Tick label={say.largePrint} isOn={layout.largePrint} onChange={(largePrint) => change({ largePrint })} />
        <div className="fields">
          {box('onBehalfOf', say.onBehalfOfHint)}
          {box('checkedAt', say.checkedAtHint)}
          {box('slipTo', say.slipToHint)}
        </div>
        <fieldset className="choices inline">
          <legend>{say.helpIn}</legend>
          <span className="hint">{say.helpInHint}</span>
          {helpLanguages.map((language) => (
            <Tick
              key={language}
              label={<span lang={language}>{languageName(language)}</span>}
              isOn={layout.helpIn.includes(language)}
              isOff={!layout.helpIn.includes(language) && layout.helpIn.length >= 12}
              onChange={(isOn) =>
                change({
                  helpIn: helpLanguages.filter((one) => (one === language ? isOn : layout.helpIn.includes(one))),
                })
              }
            />
          ))}
        </fieldset>
        <TroubleNotice trouble={trouble} />
        {isSaved ? <Notice kind="done">{say.layoutSaved}</Notice> : null}
        <div className="row">
          <Button submits isBusy={busy !== undefined}>
            {say.saveLayout}
          </Button>
        </div>
      </form>
    </Room>
  );
}
