/** A delivery from what it is to its report: looked at anew after every change, stored once, by the one button that says so. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { fieldsRead } from '../../../shared/intake/fields-read.ts';
import type { DeliveryKind } from '../../../shared/intake/report.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { IntakeFileView } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Empty, Room } from '../../parts/screen.tsx';
import { request, shell, useAsking, useProgress, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { Accepting, Working } from './accepting.tsx';
import {
  asLooked,
  type BegunDelivery,
  bringsPeople,
  type ChosenList,
  type Decision,
  type DeliveryDraft,
  deliveryOf,
  listName,
  withoutPasswords,
} from './delivery.ts';
import { FileList } from './file-list.tsx';
import { Outcome } from './outcome.tsx';
import { isLocked } from './password-field.tsx';
import { Questions } from './questions.tsx';
import { findRefusal, Refusal } from './refusal.tsx';
import { Taken, type TakenIn } from './taken.tsx';
import { isSeed, TakingPart } from './taking-part.tsx';
import { useLivePreview } from './use-live-preview.ts';
import { WhatItIs } from './what-it-is.tsx';

const nobodyAsked = { text: '', source: '' } as const;

export function NewDelivery({ onTaken }: { readonly onTaken: () => void }) {
  const say = useWords(intakeWords);
  const { status, refresh, kept } = useStudy();
  const agreement = useView('study.agreement', {});
  const { ask, busy, trouble: acceptTrouble, clear } = useAsking();
  const groupOf = (code: GroupCode) => status.groups.find((one) => one.group.code === code) ?? status.groups[0]!;
  const begun = (code: GroupCode): BegunDelivery => {
    const { group } = groupOf(code);
    return {
      group: group.code,
      lists: [],
      consent: group.asked ?? nobodyAsked,
      onePerAddress: false,
      draw: undefined,
      gone: 'keep',
      decisions: [],
    };
  };
  const first = status.groups.find(({ cases }) => cases === 0) ?? status.groups[0]!;
  const [began, setBegan] = useState<BegunDelivery>(() => kept.delivery ?? begun(first.group.code));
  useEffect(() => {
    kept.delivery = began.lists.length === 0 ? undefined : withoutPasswords(began);
  }, [kept, began]);
  const [taken, setTaken] = useState<TakenIn>();
  const lastKey = useRef(Math.max(0, ...began.lists.map(({ key }) => Number(key))));
  const { group, cases } = groupOf(began.group);
  // What was chosen last; else an empty group waits for its people, and of another one the list usually comes again.
  const kind = kept.intakeKind ?? (cases === 0 ? 'people' : 'difference');
  const draft = useMemo<DeliveryDraft>(() => ({ ...began, kind }), [began, kind]);
  const input = useMemo(() => {
    const isDrawable = draft.draw === undefined || isSeed(draft.draw.seed);
    return isDrawable ? deliveryOf(draft) : undefined;
  }, [draft]);
  const preview = useLivePreview(input);
  const isAccepting = busy === 'intake.accept';
  const isBusy = busy !== undefined;
  const { view, isFresh, isLooking, trouble } = preview;
  const progress = useProgress(isLooking || isAccepting);
  const stopAccepting = () => void request('intake.cancel', {});
  useKeys(
    isLooking || isAccepting
      ? [{ keys: ['Escape'], says: say.stop, everywhere: true, run: isAccepting ? stopAccepting : preview.cancel }]
      : [],
  );
  const views = useMemo(
    () =>
      new Map<string, IntakeFileView>(
        (view?.files ?? []).flatMap((file) => {
          const list = draft.lists[file.file - 1];
          return list === undefined ? [] : [[list.key, file]];
        }),
      ),
    [view, draft.lists],
  );

  // Whoever was decided on in a file that is another one now is not who stands in that row.
  const lookedAt = useRef(new Map<string, string>());
  useEffect(() => {
    const before = lookedAt.current;
    lookedAt.current = new Map([...views].map(([key, { sha256 }]) => [key, sha256]));
    const isOther = ({ list }: Decision) => {
      const was = before.get(list);
      return was !== undefined && was !== lookedAt.current.get(list);
    };
    setBegan((now) =>
      now.decisions.some(isOther) ? { ...now, decisions: now.decisions.filter((one) => !isOther(one)) } : now,
    );
  }, [views]);

  const names = draft.lists.map((list) => listName(list, say.withSheet));
  const change = (part: Partial<BegunDelivery>) => {
    clear();
    setBegan((before) => ({ ...before, ...part }));
  };
  const changeLists = (lists: readonly ChosenList[]) => change({ lists });
  const choose = async () => {
    const chosen = await shell.chooseSources('extract', true);
    if (chosen.length === 0) return;
    const added = chosen.map(({ file, name }): ChosenList => {
      lastKey.current += 1;
      return { key: String(lastKey.current), file, name, stratum: '', columns: {} };
    });
    changeLists([...draft.lists, ...added]);
  };
  const accept = async () => {
    if (input === undefined) return;
    const accepted = await ask('intake.accept', asLooked(input, view?.files ?? []));
    // What stands in the way may be in the files.
    if (accepted === undefined) return preview.again();
    setTaken({ asked: input, names, view: accepted });
    // With its lists go their passwords, and who was decided on.
    setBegan(begun(draft.group));
    refresh();
    onTaken();
  };

  if (taken !== undefined) return <Taken taken={taken} onAnother={() => setTaken(undefined)} />;
  const refused = findRefusal(trouble);
  const isAsking = isLocked(trouble);
  return (
    <>
      <Room title={say.delivery}>
        <WhatItIs
          draft={draft}
          isOff={isBusy}
          onGroup={(code) => change({ ...begun(code), lists: draft.lists })}
          onKind={(next: DeliveryKind) => {
            kept.intakeKind = next;
            change({ decisions: [] });
          }}
          onGone={(gone) => change({ gone })}
        />
        {draft.lists.length === 0 ? (
          <Empty title={say.noFiles}>
            <p>{say.noFilesText}</p>
            <Button kind="primary" onPress={choose}>
              {say.choose}
            </Button>
          </Empty>
        ) : (
          <div className="stack">
            <FileList
              lists={draft.lists}
              views={views}
              group={group}
              trouble={trouble}
              isOff={isBusy}
              onChange={changeLists}
            />
            <div className="row">
              <Button isOff={isBusy} onPress={choose}>
                {say.chooseMore}
              </Button>
              {trouble === undefined || refused !== undefined || isAsking ? null : (
                <Button isOff={isBusy} onPress={preview.again}>
                  {say.lookAgain}
                </Button>
              )}
            </div>
          </div>
        )}
        {refused !== undefined ? (
          <Refusal
            key={JSON.stringify(refused)}
            refused={refused}
            onTakeOff={() => changeLists(draft.lists.filter((_, at) => at !== refused.file - 1))}
          />
        ) : isAsking ? null : (
          <TroubleNotice trouble={trouble} isAside={view !== undefined} />
        )}
        {isLooking ? <Working label={say.looking} progress={progress} onStop={preview.cancel} isLate /> : null}
      </Room>
      {draft.lists.length > 0 && refused === undefined && bringsPeople(draft.kind) ? (
        <TakingPart draft={draft} group={group} view={view} isOff={isBusy} onChange={change} />
      ) : null}
      {view === undefined || input === undefined ? null : (
        <>
          <Outcome
            view={view}
            names={names}
            asked={input}
            lists={draft.lists}
            allowed={fieldsRead(
              draft.kind,
              agreement.kind === 'ready' ? (agreement.view.agreement.allowedFields ?? []) : [],
            )}
            isFresh={isFresh}
            isOff={isBusy}
            onList={(index, list) => changeLists(draft.lists.map((one, at) => (at === index ? list : one)))}
          />
          <Questions
            view={view}
            isUpdates={draft.kind === 'updates'}
            isFresh={isFresh}
            lists={draft.lists}
            decisions={draft.decisions}
            isOff={isBusy}
            onDecide={(decisions) => change({ decisions })}
          />
          <Accepting view={view} kind={draft.kind} isFresh={isFresh} isBusy={isAccepting} onAccept={accept} />
          {isAccepting ? <Working label={say.accepting} progress={progress} onStop={stopAccepting} /> : null}
          <TroubleNotice trouble={acceptTrouble} />
        </>
      )}
    </>
  );
}
