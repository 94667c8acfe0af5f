/** Opens the folder with the study's results, or says where it is. */
import { useState } from 'react';
import { useWords } from '../bearings.tsx';
import { shell } from '../request.ts';
import { windowWords } from '../wording/screens/window.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export function ShowResults() {
  const say = useWords(windowWords);
  const [isNotShown, setNotShown] = useState(false);
  return (
    <>
      <Button onPress={async () => setNotShown(!(await shell.showResults()))}>{say.showResults}</Button>
      {isNotShown ? <Notice>{say.resultsAre}</Notice> : null}
    </>
  );
}
