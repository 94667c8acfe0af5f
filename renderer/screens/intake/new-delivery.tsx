/** A delivery from choosing its files to the report: looked at as often as needed, stored once, by the one button that says so. */
import { useEffect, useRef, useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { IntakeView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Empty, Room } from '../../parts/screen.tsx';
import { shell, useAsking, useProgress } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { type ChosenFile, extractOf } from './delivery.ts';
import { FileList } from './file-list.tsx';
import { FileReport } from './file-report.tsx';

interface Looked {
  /** What was asked, so that a preview of something else is never taken in. */
  readonly asked: string;
  readonly names: readonly string[];
  readonly view: IntakeView;
}

export function NewDelivery() {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const { status, refresh } = useStudy();
  const { ask, busy, trouble, clear } = useAsking();
  const progress = useProgress(busy === 'intake.accept');
  const first = status.groups.find(({ cases }) => cases === 0) ?? status.groups[0];
  const [code, setCode] = useState<GroupCode | undefined>(first?.group.code);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [looked, setLooked] = useState<Looked>();
  const [taken, setTaken] = useState<Looked>();
  const group = (status.groups.find((one) => one.group.code === code) ?? first)?.group;
  if (group === undefined) return null;
  const isBusy = busy !== undefined;

  const look = async (of: readonly ChosenFile[], forGroup: GroupCode = group.code) => {
    setFiles(of);
    if (of.length === 0) {
      clear();
      return setLooked(undefined);
    }
    const input = extractOf(forGroup, of);
    const view = await ask('intake.preview', input);
    const names = of.map(({ name }) => name);
    setLooked(view === undefined ? undefined : { asked: JSON.stringify(input), names, view });
  };
  const choose = async () => {
    const chosen = await shell.chooseSources('extract', true);
    if (chosen.length > 0) await look([...files, ...chosen.map(({ file, name }) => ({ file, name, stratum: '' }))]);
  };
  const accept = async () => {
    const view = await ask('intake.accept', extractOf(group.code, files));
    if (view === undefined) return;
    setTaken({ asked: '', names: files.map(({ name }) => name), view });
    setFiles([]);
    setLooked(undefined);
    refresh();
  };

  if (taken !== undefined) return <Taken taken={taken} onAnother={() => setTaken(undefined)} />;
  const isFresh = looked?.asked === JSON.stringify(extractOf(group.code, files));
  return (
    <>
      <Room title={say.delivery}>
        <RadioField
          label={say.forGroup}
          value={group.code}
          isOff={isBusy}
          onChange={(next) => {
            setCode(next);
            if (files.length > 0) look(files, next);
          }}
          options={status.groups.map((one) => ({
            value: one.group.code,
            label: say.groupWith(one.group.title, one.cases, number(one.cases)),
          }))}
        />
        {files.length === 0 ? (
          <Empty title={say.noFiles}>
            <p>{say.noFilesText}</p>
            <Button kind="primary" onPress={choose}>
              {say.choose}
            </Button>
          </Empty>
        ) : (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (!isBusy) look(files);
            }}
          >
            <FileList files={files} group={group} isOff={isBusy} onChange={setFiles} onOrder={look} />
            <div className="row">
              <Button
                submits
                kind={isFresh ? 'quiet' : 'primary'}
                isBusy={busy === 'intake.preview'}
                isOff={isFresh || isBusy}
              >
                {looked === undefined ? say.look : say.lookAgain}
              </Button>
              <Button isOff={isBusy} onPress={choose}>
                {say.chooseMore}
              </Button>
            </div>
          </form>
        )}
        <TroubleNotice trouble={trouble} />
      </Room>
      {looked === undefined ? null : (
        <Room title={say.preview}>
          <Reports looked={looked} />
          {looked.view.accepted === 0 ? <Notice>{say.nobodyNew}</Notice> : null}
          <p className="soft">{say.nothingStored}</p>
          <div className="row">
            <Button
              kind={isFresh ? 'primary' : 'quiet'}
              isOff={!isFresh || isBusy}
              isBusy={busy === 'intake.accept'}
              onPress={accept}
            >
              {looked.view.accepted === 0
                ? say.acceptNobody
                : say.accept(looked.view.accepted, number(looked.view.accepted))}
            </Button>
          </div>
          {busy === 'intake.accept' ? <Progress label={say.accepting} progress={progress} /> : null}
        </Room>
      )}
    </>
  );
}

function Reports({ looked: { view, names } }: { readonly looked: Looked }) {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  return (
    <>
      {view.files.map((file, index) => (
        <FileReport key={file.file} view={file} name={names[index] ?? ''} isOpen={view.files.length === 1} />
      ))}
      <p>
        <strong>{say.together(number(view.accepted), number(view.withEmail))}</strong>
      </p>
    </>
  );
}

/** The report of what was just taken in, and what comes next. */
function Taken({ taken, onAnother }: { readonly taken: Looked; readonly onAnother: () => void }) {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const { go } = useStudy();
  const place = useRef<HTMLDivElement>(null);
  const { accepted, withEmail } = taken.view;
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Room title={say.report}>
      <div ref={place} tabIndex={-1}>
        <Notice kind="done" title={say.done(accepted, number(accepted))}>
          <p>{say.doneText(number(withEmail))}</p>
        </Notice>
      </div>
      <div className="row">
        <Button kind="primary" onPress={() => go('schedule')}>
          {say.next}
        </Button>
        <Button onPress={onAnother}>{say.another}</Button>
      </div>
      <Reports looked={taken} />
    </Room>
  );
}
