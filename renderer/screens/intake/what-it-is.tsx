/** For which group a delivery is, and what it is: that decides what its rows do. */
import { type DeliveryKind, deliveryKinds } from '../../../shared/intake/report.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { RadioField } from '../../parts/field.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import type { DeliveryDraft } from './delivery.ts';

export function WhatItIs({
  draft: { group, kind, gone },
  isOff,
  onGroup,
  onKind,
  onGone,
}: {
  readonly draft: DeliveryDraft;
  readonly isOff: boolean;
  readonly onGroup: (group: GroupCode) => void;
  readonly onKind: (kind: DeliveryKind) => void;
  readonly onGone: (gone: 'keep' | 'stop') => void;
}) {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const { groups } = useStudy().status;
  return (
    <div className="what-it-is">
      <RadioField
        label={say.forGroup}
        value={group}
        isOff={isOff}
        onChange={onGroup}
        options={groups.map((one) => ({
          value: one.group.code,
          label: say.groupWith(one.group.title, one.cases, number(one.cases)),
        }))}
      />
      <RadioField
        label={say.whatIsIt}
        value={kind}
        isOff={isOff}
        onChange={onKind}
        options={deliveryKinds.map((value) => ({
          value,
          label: say.kinds[value] ?? value,
          hint: say.kindHints[value],
        }))}
      />
      {kind === 'difference' ? (
        <RadioField
          label={say.gone}
          hint={say.goneHint}
          value={gone}
          isOff={isOff}
          onChange={onGone}
          options={[
            { value: 'keep', label: say.goneKeep },
            { value: 'stop', label: say.goneStop },
          ]}
        />
      ) : null}
    </div>
  );
}
