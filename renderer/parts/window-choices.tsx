/** The choices of whoever sits at this window: its language, one press away, and its look. */
import { type Look, useBearing, useWords } from '../bearings.tsx';
import { windowWords } from '../wording/screens/window.ts';
import { Button } from './button.tsx';
import { SelectField } from './field.tsx';

export function LanguageSwitch() {
  const say = useWords(windowWords);
  const { setLanguage } = useBearing();
  return (
    <Button kind="plain" onPress={() => setLanguage(say.otherLanguage)}>
      {say.language}
    </Button>
  );
}

export function LookChoice() {
  const say = useWords(windowWords);
  const { look, setLook } = useBearing();
  const looks = (Object.keys(say.looks) as Look[]).map((value) => ({ value, label: say.looks[value] }));
  return <SelectField label={say.look} value={look} onChange={setLook} options={looks} />;
}
