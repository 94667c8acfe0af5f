/** Setting a protocol: says what was not set yet and why it cannot be, and stays in sight while something is open. */
import { useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { Protocol } from '../../../shared/study/protocol.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Mark, TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { problemText } from '../../wording/wording.ts';
import type { Preview } from './use-preview.ts';

export function SaveBar({
  group,
  protocol,
  preview,
  isChanged,
  isNew,
  incomplete,
  fault,
  onDiscard,
  onSaved,
}: {
  readonly group: GroupCode;
  readonly protocol: Protocol | undefined;
  readonly preview: Preview;
  readonly isChanged: boolean;
  /** Nothing was set before. */
  readonly isNew: boolean;
  /** What is still to be filled in. */
  readonly incomplete: string | undefined;
  readonly fault: string | undefined;
  readonly onDiscard: () => void;
  readonly onSaved: (saved: ProtocolView) => void;
}) {
  const say = useWords(scheduleWords);
  const { failed } = useWords(windowWords);
  const { language } = useBearing();
  const { shortDay } = useGrammar();
  const { refresh, go } = useStudy();
  const { ask, busy, trouble, clear } = useAsking();
  const [isAsking, setAsking] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    if (protocol === undefined) return;
    const load = await ask('schedule.setProtocol', { group, protocol });
    if (load === undefined) return;
    const { fault: _, ...view } = preview.view;
    onSaved({ ...view, protocol, days: load.days });
    setSaved(true);
    refresh();
  };
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
              onPress={save}
            >
              {say.save}
            </Button>
            <Button isOff={busy !== undefined} onPress={() => setAsking(true)}>
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
      {isAsking ? (
        <Confirm
          title={say.discardTitle}
          action={say.discardAction}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            clear();
            onDiscard();
          }}
        >
          <p>{say.discardText}</p>
        </Confirm>
      ) : null}
    </div>
  );
}
