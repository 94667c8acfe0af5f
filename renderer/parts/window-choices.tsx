/** The choices of whoever sits at this window: its language and its look. */
import { type Look, useBearing, useWords } from '../bearings.tsx';
import { windowWords } from '../wording/screens/window.ts';
import { Button } from './button.tsx';
import { SelectField } from './field.tsx';

export function WindowChoices() {
  const say = useWords(windowWords);
  const { setLanguage, look, setLook } = useBearing();
  const looks = (Object.keys(say.looks) as Look[]).map((value) => ({ value, label: say.looks[value] }));
  return (
    <>
      <SelectField label={say.look} value={look} onChange={setLook} options={looks} />
      <div className="row">
        <Button kind="plain" onPress={() => setLanguage(say.otherLanguage)}>
          {say.language}
        </Button>
      </div>
    </>
  );
}
