/** Restriction, art. 18: set aside as it is, and lifted again. */
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import type { ActProps } from './one-request.tsx';

export function Restricting({ request: { nr, details, state }, onDone }: ActProps) {
  const say = useWords(onePersonWords);
  const { ask, busy, trouble } = useAsking();
  const isRestricted = details?.isRestricted === true;
  const press = async () => {
    if ((await ask('contact.restrictCase', { nr, lift: isRestricted })) === undefined) return;
    onDone(isRestricted ? <Notice kind="done">{say.lifted}</Notice> : undefined);
  };
  return (
    <>
      {isRestricted ? <Notice kind="due">{say.restricted}</Notice> : null}
      <p>{say.restrictText}</p>
      <TroubleNotice trouble={trouble} />
      {isRestricted || state === 'open' ? (
        <div className="row">
          <Button kind="primary" isBusy={busy !== undefined} onPress={press}>
            {isRestricted ? say.lift : say.restrict}
          </Button>
        </div>
      ) : null}
    </>
  );
}
