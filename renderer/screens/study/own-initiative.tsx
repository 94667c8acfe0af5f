/** A study without a client: then the bureau is the controller itself, and stands where a client would stand. */
import { useWords } from '../../bearings.tsx';
import { Tick } from '../../parts/field.tsx';
import { useView } from '../../request.ts';
import { useHasRole } from '../../study-at-hand.tsx';
import { agreementWords } from '../../wording/screens/agreement.ts';

export interface OwnInitiativeProps {
  readonly client: string | undefined;
  readonly isFixed: boolean;
  readonly onChange: (client: string) => void;
}

export function OwnInitiative(props: OwnInitiativeProps) {
  return useHasRole()('manager') ? <Choice {...props} /> : null;
}

function Choice({ client, isFixed, onChange }: OwnInitiativeProps) {
  const say = useWords(agreementWords);
  const seen = useView('study.bureau', {});
  const name = seen.kind === 'ready' ? seen.view.bureau?.name : undefined;
  return (
    <div className="stack">
      <Tick
        label={say.ownInitiative}
        isOn={name !== undefined && client === name}
        isOff={isFixed || name === undefined}
        onChange={(isOn) => onChange(isOn && name !== undefined ? name : '')}
      />
      {name === undefined && !isFixed ? <p className="soft">{say.ownInitiativeNeedsBureau}</p> : null}
    </div>
  );
}
