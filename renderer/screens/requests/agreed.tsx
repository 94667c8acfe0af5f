/** Whether a researcher agreed to a request; with a second look, since they do so at a seat of their own. */
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { onePersonWords } from '../../wording/screens/one-person.ts';

export function Agreed({ by, onLook }: { readonly by: string | undefined; readonly onLook: () => void }) {
  const say = useWords(onePersonWords);
  return by === undefined ? (
    <Notice kind="due">
      <p>{say.notAgreed}</p>
      <Button onPress={onLook}>{say.lookAgain}</Button>
    </Notice>
  ) : (
    <Notice kind="done">{say.agreed(by)}</Notice>
  );
}
