/** Whom a rule cannot decide on, one at a time: both people side by side, and a key for each answer. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { findDay } from '../../../shared/calendar.ts';
import type { IntakeQuestion, IntakeView } from '../../../shared/views.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, Notice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room } from '../../parts/screen.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { intakePeopleWords } from '../../wording/screens/intake-people.ts';
import { representedWords } from '../../wording/screens/represented.ts';
import { readableNumber } from '../interview/phone-number.ts';
import { useMeaningName } from './column-table.tsx';
import { type ChosenList, type Decision, decided } from './delivery.ts';

export interface QuestionsProps {
  readonly view: IntakeView;
  /** Of an update list the question is whether someone who is there goes on. */
  readonly isUpdates: boolean;
  readonly isFresh: boolean;
  readonly lists: readonly ChosenList[];
  readonly decisions: readonly Decision[];
  readonly isOff: boolean;
  readonly onDecide: (decisions: readonly Decision[]) => void;
}

export function Questions({ view, isUpdates, isFresh, lists, decisions, isOff, onDecide }: QuestionsProps) {
  const say = useWords(intakePeopleWords);
  const { number } = useGrammar();
  const card = useRef<HTMLElement>(null);
  /** Everyone who was asked about, so that one can go back to them. */
  const asked = useRef(new Map<string, IntakeQuestion>());
  const [backAt, setBackAt] = useState<string>();
  const [isLeavingRest, setLeavingRest] = useState(false);
  const takeDeed = isUpdates ? say.keepDeed : say.takeDeed;
  const leaveDeed = isUpdates ? say.stopDeed : say.leaveDeed;
  const keyOf = ({ file, row }: Pick<IntakeQuestion, 'file' | 'row'>) => `${lists[file - 1]?.key} ${row}`;
  const made = new Map(decisions.map((one) => [`${one.list} ${one.row}`, one]));
  for (const question of view.questions) asked.current.set(keyOf(question), question);
  const open = view.questions.filter((question) => !made.has(keyOf(question)));
  // What was decided since is not in the view yet.
  const since = view.questions.filter((question) => question.take === undefined && made.has(keyOf(question)));
  const left = Math.max(view.undecided - since.length, open.length);
  const back = decisions.map((one) => `${one.list} ${one.row}`).filter((key) => asked.current.has(key));
  const current = (backAt === undefined ? undefined : asked.current.get(backAt)) ?? open[0];
  const currentKey = current === undefined ? undefined : keyOf(current);

  const decisionOn = (question: IntakeQuestion, take: boolean): Decision => ({
    list: lists[question.file - 1]!.key,
    row: question.row,
    take,
  });
  const decide = (take: boolean) => {
    if (current === undefined || isOff) return;
    setBackAt(undefined);
    onDecide(decided(decisions, [decisionOn(current, take)]));
  };
  const goBack = () => {
    const at = backAt === undefined ? back.length : back.indexOf(backAt);
    if (at > 0 && !isOff) setBackAt(back[at - 1]);
  };
  const leaveAll = () =>
    onDecide(
      decided(
        decisions,
        open.map((question) => decisionOn(question, false)),
      ),
    );
  // There may be more than are shown at once: those that come up are left out too.
  useEffect(() => {
    if (!isLeavingRest || !isFresh) return;
    if (open.length > 0) leaveAll();
    else if (view.undecided === 0) setLeavingRest(false);
  });
  // The next one is read from its beginning.
  const shown = useRef(currentKey);
  useEffect(() => {
    if (shown.current !== currentKey && card.current !== null) card.current.focus();
    shown.current = currentKey;
  }, [currentKey]);
  useKeys(
    current === undefined
      ? []
      : [
          { keys: [say.takeKey], says: takeDeed, run: () => decide(true) },
          { keys: [say.leaveKey], says: leaveDeed, run: () => decide(false) },
          { keys: [say.backKey], says: say.back, run: goBack },
        ],
  );
  if (view.undecided === 0 && back.length === 0) return null;
  const canGoBack = (backAt === undefined ? back.length : back.indexOf(backAt)) > 0;
  const taken = back.filter((key) => made.get(key)?.take).length;
  return (
    <Room title={say.questions}>
      {current === undefined ? (
        <Notice kind="done" title={say.allDecided}>
          <p>{(isUpdates ? say.decidedUpdates : say.decidedCount)(number(taken), number(back.length - taken))}</p>
        </Notice>
      ) : (
        <>
          <p role="status">{say.questionsLead(left, number(left))}</p>
          <QuestionCard
            place={card}
            question={current}
            taken={currentKey === undefined ? undefined : made.get(currentKey)?.take}
          />
        </>
      )}
      <div className="row">
        {current === undefined ? null : (
          <>
            <Button isOff={isOff} keyHint={say.takeKey} onPress={() => decide(true)}>
              {takeDeed}
            </Button>
            <Button isOff={isOff} keyHint={say.leaveKey} onPress={() => decide(false)}>
              {leaveDeed}
            </Button>
          </>
        )}
        {back.length === 0 ? null : (
          <Button kind="plain" isOff={isOff || !canGoBack} keyHint={say.backKey} onPress={goBack}>
            {say.back}
          </Button>
        )}
        {left < 2 ? null : (
          <Button
            kind="plain"
            isOff={isOff}
            onPress={() => {
              setBackAt(undefined);
              setLeavingRest(true);
              leaveAll();
            }}
          >
            {(isUpdates ? say.stopRest : say.leaveRest)(number(left))}
          </Button>
        )}
      </div>
    </Room>
  );
}

function QuestionCard({
  place,
  question: { file, row, why, news, one, other },
  taken,
}: {
  readonly place: RefObject<HTMLElement | null>;
  readonly question: IntakeQuestion;
  readonly taken: boolean | undefined;
}) {
  const say = useWords(intakePeopleWords);
  const { number, day } = useGrammar();
  const { kinds } = useWords(representedWords);
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = { representation: kinds };
  const { groups } = useStudy().status;
  const nameOf = useMeaningName();
  // In the order of whom most is known of.
  const beside = other?.fields ?? [];
  // Of an update list: found by number or name, not a likeness.
  const isNews = one.some(({ field }) => field === 'news');
  const both = one.length < beside.length ? [...beside, ...one] : [...one, ...beside];
  const fields = [...new Set(both.map(({ field }) => field))];
  const textOf = (all: typeof one, field: string) => {
    const text = all.find((each) => each.field === field)?.text;
    if (text === undefined) return undefined;
    if (field === 'phone' || field === 'representativePhone') return text.split(', ').map(readableNumber).join(', ');
    const on = field === 'birthDate' ? findDay(text) : undefined;
    return on === undefined ? (codes[field]?.[text] ?? text) : day(on);
  };
  const groupTitle = groups.find(({ group }) => group.code === other?.group)?.group.title ?? other?.group;
  const whereOther =
    other === undefined
      ? undefined
      : other.row === undefined
        ? groupTitle === undefined
          ? undefined
          : say.alreadyIn(groupTitle)
        : say.inRow(other.file ?? file, number(other.row));
  return (
    <article className="question" ref={place} tabIndex={-1} aria-label={say.whys[why] ?? say.otherWhy}>
      <div className="spread">
        <strong>{say.whys[why] ?? say.otherWhy}</strong>
        {taken === undefined ? null : (
          <Mark kind={taken ? 'done' : 'open'}>{taken ? say.takenBefore : say.leftBefore}</Mark>
        )}
      </div>
      {news === undefined ? null : (
        <p>
          {say.news}: <Personal>{news}</Personal>
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{say.field}</th>
            <th scope="col">
              {say.this} <span className="soft">{say.inRow(file, number(row))}</span>
            </th>
            {other === undefined ? null : (
              <>
                <th scope="col">
                  {isNews ? say.besideKnown : say.beside} <span className="soft">{whereOther}</span>
                </th>
                <th scope="col">
                  <span className="unseen">{say.differs}</span>
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const [own, others] = [textOf(one, field), textOf(beside, field)];
            // What only one of the two lists has says nothing of whether they are one person.
            const isBoth = own !== undefined && others !== undefined;
            const isDifferent = isBoth && own !== others;
            return (
              <tr key={field} className={isDifferent ? 'differs' : undefined}>
                <th scope="row">{nameOf(field)}</th>
                <td>{own === undefined ? <span className="soft">{say.nothing}</span> : <Personal>{own}</Personal>}</td>
                {other === undefined ? null : (
                  <>
                    <td>
                      {others === undefined ? (
                        <span className="soft">{say.nothing}</span>
                      ) : (
                        <Personal>{others}</Personal>
                      )}
                    </td>
                    <td>
                      {isDifferent ? (
                        <span className="mark due">
                          <span aria-hidden="true">≠</span>
                          {say.differs}
                        </span>
                      ) : !isBoth ? null : (
                        <span className="soft mark">
                          <span aria-hidden="true">=</span>
                          {say.same}
                        </span>
                      )}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </article>
  );
}
