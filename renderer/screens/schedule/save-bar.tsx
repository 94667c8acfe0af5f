/** Setting a protocol: says what was not set yet and why it cannot be, and stays in sight while something is open. */
import { useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { Protocol } from '../../../shared/study/protocol.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Mark, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { scheduleCheckWords } from '../../wording/screens/schedule-checks.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { problemText } from '../../wording/wording.ts';
import { Changes, hurts } from './changes.tsx';
import type { NameOf } from './checks.tsx';
import type { Preview } from './use-preview.ts';

export function SaveBar({
  group,
  protocol,
  preview,
  isChanged,
  isNew,
  hasBegun,
  incomplete,
  fault,
  nameOf,
  onDiscard,
  onSaved,
}: {
  readonly group: GroupCode;
  readonly protocol: Protocol | undefined;
  readonly preview: Preview;
  readonly isChanged: boolean;
  /** Nothing was set before. */
  readonly isNew: boolean;
  /** People may have been contacted by what was set before. */
  readonly hasBegun: boolean;
  /** What is still to be filled in. */
  readonly incomplete: string | undefined;
  readonly fault: string | undefined;
  readonly nameOf: NameOf;
  readonly onDiscard: () => void;
  readonly onSaved: (saved: ProtocolView) => void;
}) {
  const say = useWords(scheduleWords);
  const sayChecks = useWords(scheduleCheckWords);
  const { failed } = useWords(windowWords);
  const { language } = useBearing();
  const { shortDay } = useGrammar();
  const { refresh, go } = useStudy();
  const { ask, busy, trouble, clear } = useAsking();
  const [asking, setAsking] = useState<'discard' | 'change'>();
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    if (protocol === undefined) return;
    setAsking(undefined);
    const load = await ask('schedule.setProtocol', { group, protocol });
    if (load === undefined) return;
    const { fault: _, changes: __, ...view } = preview.view;
    onSaved({ ...view, protocol, days: load.days });
    setSaved(true);
    refresh();
  };
  const { changes } = preview.view;
  const isShown = isChanged && !isNew && changes !== undefined && protocol !== undefined;
  const mayHurt = hasBegun && hurts(changes);
  const firstDay = preview.view.days[0]?.on;
  const obstacle =
    protocol === undefined
      ? (incomplete ?? say.incomplete)
      : preview.trouble === undefined
        ? preview.isFresh
          ? fault
          : undefined
        : preview.trouble.kind === 'refused'
          ? problemText(preview.trouble.problem, language).happened
          : failed;
  return (
    <>
      {isShown ? (
        <Room title={sayChecks.changes}>
          <Changes changes={changes} nameOf={nameOf} />
        </Room>
      ) : null}
      <div className={isChanged || isSaved ? 'save-bar open' : 'save-bar'}>
        <TroubleNotice trouble={trouble} />
        {isChanged ? (
          <>
            <div role="status">
              {obstacle !== undefined ? (
                <Mark kind="attention">{obstacle}</Mark>
              ) : preview.isFresh ? (
                <Mark kind="due">{say.unsaved}</Mark>
              ) : (
                <span className="soft">{say.reckoning}</span>
              )}
            </div>
            <div className="row">
              <Button
                kind="primary"
                isBusy={busy !== undefined}
                isOff={protocol === undefined || !preview.isFresh || obstacle !== undefined}
                onPress={() => (mayHurt ? setAsking('change') : void save())}
              >
                {say.save}
              </Button>
              <Button isOff={busy !== undefined} onPress={() => setAsking('discard')}>
                {isNew ? say.discardNew : say.discard}
              </Button>
            </div>
          </>
        ) : (
          <>
            <div role="status">
              <Mark kind="done">
                {isSaved
                  ? `${say.saved}${firstDay === undefined ? '' : ` ${say.savedText(shortDay(firstDay))}`}`
                  : say.allSaved}
              </Mark>
            </div>
            {isSaved ? (
              <div className="row">
                <Button kind="primary" hasFocus onPress={() => go('contact')}>
                  {say.next}
                </Button>
              </div>
            ) : null}
          </>
        )}
        {asking === 'discard' ? (
          <Confirm
            title={say.discardTitle}
            action={say.discardAction}
            onClose={() => setAsking(undefined)}
            onConfirm={() => {
              setAsking(undefined);
              clear();
              onDiscard();
            }}
          >
            <p>{say.discardText}</p>
          </Confirm>
        ) : null}
        {asking === 'change' && changes !== undefined ? (
          <Confirm
            title={sayChecks.confirmTitle}
            action={sayChecks.confirmAction}
            onClose={() => setAsking(undefined)}
            onConfirm={() => void save()}
          >
            <p>{sayChecks.confirmText}</p>
            <Changes changes={changes} nameOf={nameOf} />
          </Confirm>
        ) : null}
      </div>
    </>
  );
}
