/** The questionnaire of one group: the one in use, or a workbook that is being looked at before it takes that one's place. */
import { useEffect, useState } from 'react';
import type { SourceFile } from '../../../shared/contract.ts';
import type { QuestionnaireLoaded, QuestionnaireLook, QuestionnaireView } from '../../../shared/interview-views.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { StudyStatus } from '../../../shared/views.ts';
import { hasEnded } from '../../agreement-banner.tsx';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Empty, Shown } from '../../parts/screen.tsx';
import { shell, useAsking, useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { type QuestionnaireRoom, questionnaireWords } from '../../wording/screens/questionnaire.ts';
import { languageName } from '../interview/language-name.ts';
import { ChecksRoom } from './checks-room.tsx';
import { ContentsRoom } from './contents-room.tsx';
import { DiagramRoom } from './diagram-room.tsx';
import { FaultList } from './fault-list.tsx';
import { PaperRoom } from './paper-room.tsx';
import { PreviewRoom } from './preview-room.tsx';
import { TakingIntoUse } from './taking-into-use.tsx';
import { TestRoom } from './test-room.tsx';

/** What the rooms show: `look` when it is not in use yet. */
export interface RoomProps {
  readonly view: QuestionnaireView;
  readonly look?: QuestionnaireLook | undefined;
}

const roomsOfOne: Readonly<Partial<Record<QuestionnaireRoom, (props: RoomProps) => React.ReactNode>>> = {
  contents: ContentsRoom,
  preview: PreviewRoom,
  test: TestRoom,
  diagram: DiagramRoom,
  checks: ChecksRoom,
  paper: PaperRoom,
};

/** Looked at, and not taken into use yet. */
export interface WorkbookAtHand {
  readonly group: GroupCode;
  readonly file: SourceFile;
  readonly name: string;
  readonly look: QuestionnaireLook;
}

export interface GroupQuestionnaireProps {
  readonly of: StudyStatus['groups'][number];
  readonly room: QuestionnaireRoom;
}

export function GroupQuestionnaire({ of, room }: GroupQuestionnaireProps) {
  const say = useWords(questionnaireWords);
  const { status, refresh, kept } = useStudy();
  const hasRole = useHasRole();
  const { ask, busy, trouble, clear } = useAsking();
  const [chosen, setChosenHere] = useState(() => (kept.workbook?.group === of.group.code ? kept.workbook : undefined));
  const setChosen = (workbook: WorkbookAtHand | undefined) => {
    kept.workbook = workbook;
    setChosenHere(workbook);
  };
  const [refusedFile, setRefusedFile] = useState('');
  const [loaded, setLoaded] = useState<QuestionnaireLoaded>();
  const [isReplacing, setReplacing] = useState(false);
  const { code, title } = of.group;
  const mayLoad = (hasRole('manager') || hasRole('researcher')) && !hasEnded(status);
  const faults =
    trouble?.kind === 'refused' && trouble.problem.problem === 'questionnaire.faulty' ? trouble.problem.faults : [];

  // Told once, in the room in which it was done.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every other room
  useEffect(() => setLoaded(undefined), [room]);
  const choose = async () => {
    const [file] = await shell.chooseSources('questionnaire', false);
    if (file === undefined) return;
    setLoaded(undefined);
    setRefusedFile(file.name);
    const look = await ask('study.lookAtQuestionnaire', { group: code, file: file.file });
    setChosen(look === undefined ? undefined : { group: code, file: file.file, name: file.name, look });
  };
  const take = async ({ file }: WorkbookAtHand) => {
    const done = await ask('study.loadQuestionnaire', { group: code, file });
    setReplacing(false);
    if (done === undefined) return;
    setChosen(undefined);
    setLoaded(done);
    refresh();
  };
  const chooses = (label: string, kind: 'primary' | 'quiet') => (
    <Button kind={kind} isBusy={busy === 'study.lookAtQuestionnaire'} onPress={choose}>
      {label}
    </Button>
  );
  const RoomOfOne = roomsOfOne[room];
  return (
    <>
      {faults.length > 0 ? (
        <FaultList faults={faults} file={refusedFile}>
          {chooses(say.chooseBetter, 'primary')}
          <Button kind="plain" onPress={clear}>
            {say.putAway}
          </Button>
        </FaultList>
      ) : (
        <TroubleNotice trouble={trouble} />
      )}
      {loaded === undefined ? null : <Loaded loaded={loaded} />}
      {chosen !== undefined ? (
        <div className="in-hand looked-at">
          <Notice kind="due" title={say.looking(chosen.name, title)}>
            <p>{say.lookingNothing}</p>
          </Notice>
          <div className="row">
            <Button
              kind="primary"
              isBusy={busy === 'study.loadQuestionnaire'}
              onPress={() => (of.hasQuestionnaire ? setReplacing(true) : take(chosen))}
            >
              {say.load}
            </Button>
            {chooses(say.chooseOther, 'quiet')}
            <Button kind="plain" onPress={() => setChosen(undefined)}>
              {say.putAway}
            </Button>
          </div>
        </div>
      ) : null}
      {isReplacing && chosen !== undefined ? (
        <TakingIntoUse
          of={of}
          isBusy={busy !== undefined}
          onTake={() => take(chosen)}
          onClose={() => setReplacing(false)}
        />
      ) : null}
      {RoomOfOne === undefined ? null : chosen !== undefined ? (
        <RoomOfOne view={chosen.look} look={chosen.look} />
      ) : of.hasQuestionnaire ? (
        <InUse
          of={of}
          room={RoomOfOne}
          deeds={mayLoad && faults.length === 0 ? chooses(say.chooseNew, 'quiet') : null}
        />
      ) : faults.length > 0 ? null : (
        <Empty title={say.none(title)}>
          <p>{mayLoad ? say.noneTodo : say.noneAsk}</p>
          {mayLoad ? chooses(say.choose, 'primary') : null}
        </Empty>
      )}
    </>
  );
}

function Loaded({ loaded: { title, items, languages, notAsked } }: { readonly loaded: QuestionnaireLoaded }) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const { number, all } = useGrammar();
  return (
    <Notice kind="done">
      <p>{say.loaded(title, number(items), all(languages.map((one) => languageName(one, language))))}</p>
      {notAsked === 0 ? null : <p>{say.loadedNotAsked(number(notAsked))}</p>}
    </Notice>
  );
}

function InUse({
  of: { group },
  room: RoomOfOne,
  deeds,
}: {
  readonly of: StudyStatus['groups'][number];
  readonly room: (props: RoomProps) => React.ReactNode;
  readonly deeds: React.ReactNode;
}) {
  const say = useWords(questionnaireWords);
  const seen = useView('study.questionnaire', { group: group.code });
  return (
    <Shown seen={seen}>
      {(view) => (
        <>
          <div className="in-hand spread">
            <strong>{say.inUse(view.questionnaire.title, view.questionnaire.version)}</strong>
            {deeds}
          </div>
          <RoomOfOne view={view} />
        </>
      )}
    </Shown>
  );
}
