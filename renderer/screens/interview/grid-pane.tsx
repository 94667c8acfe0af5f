/** A grid: its scale once, under the same keys for every statement, and the statements below it as a list that is answered downwards. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { missingKinds } from '../../../shared/study/questionnaire.ts';
import type { ItemView } from '../../../shared/views.ts';
import { type KeyDeed, useBearing, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { problemText } from '../../wording/wording.ts';
import { missingKeys } from './answer-box.tsx';
import { type GridAnswering, type GridAtHand, useGridAnswering } from './grid-answering.ts';
import { ItemHead } from './item-head.tsx';
import { Strip } from './strip.tsx';

export interface GridPaneProps extends GridAtHand {
  readonly title: string;
  readonly isOn: boolean;
}

const digits = [...'0123456789'];

export function GridPane({ title, isOn, ...atHand }: GridPaneProps) {
  const say = useWords(interviewWords);
  const { language: ours } = useBearing();
  const [isAgain, setAgain] = useState(false);
  const place = useRef<HTMLElement>(null);
  const { view, rows, talking } = atHand;
  const answering = useGridAnswering(atHand);
  const { at, told, submit } = answering;
  const row = rows[at]!;
  const isMany = row.kind === 'select-multiple';
  const { trouble } = talking;
  const isRefused = trouble?.kind === 'refused' && trouble.problem.problem === 'interview.answer-invalid';

  useLayoutEffect(() => {
    if (isOn) place.current?.focus();
  }, [isOn]);
  // The statement stays in sight when the cursor moves, and when letters or the window get another size.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the cursor
  useEffect(() => {
    const follow = () => place.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    follow();
    const resized = new ResizeObserver(follow);
    const list = place.current?.querySelector('.statements');
    if (list) for (const one of [list, ...list.children]) resized.observe(one);
    return () => resized.disconnect();
  }, [at]);

  const deeds: readonly KeyDeed[] = [
    { keys: ['Enter'], says: say.keys.nextRow, run: submit },
    { keys: digits, shown: '0–9', says: say.keys.digitRow, run: ({ key }) => answering.press(key) },
    {
      keys: ['ArrowDown', 'ArrowUp'],
      shown: '↓ ↑',
      says: say.keys.rows,
      run: ({ key }) => answering.moveTo(key === 'ArrowDown' ? at + 1 : at - 1),
    },
    { keys: ['Backspace'], says: say.keys.backspace, run: answering.erase },
    ...missingKinds.map((kind) => ({
      keys: [missingKeys[kind]],
      shown: missingKeys[kind].toUpperCase(),
      says: say.missing[kind],
      run: () => answering.note(kind),
    })),
    { keys: ['l'], shown: 'L', says: say.keys.again, run: () => setAgain(!isAgain) },
    { keys: ['PageUp'], says: say.keys.back, everywhere: true, run: answering.back },
    { keys: ['PageDown'], says: say.keys.forth, everywhere: true, run: answering.forth },
  ];
  useKeys(isOn ? deeds : []);

  const faultText = isRefused ? row.constraintMessage || problemText(trouble.problem, ours).todo : undefined;
  return (
    <section className="item grid" ref={place} tabIndex={-1} aria-labelledby="grid-title">
      <div className="aloud-and-answers">
        <div className="grid-top">
          <ItemHead item={row} id="grid-title" language={view.language} isAgain={isAgain} title={title || row.text} />
          <Scale answering={answering} row={row} language={view.language} isMany={isMany} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is read on by keyboard */}
        <ol className="statements" tabIndex={0}>
          {rows.map((one, index) => (
            <Statement
              key={one.item}
              row={one}
              nr={index + 1}
              isAt={index === at}
              answering={answering}
              language={view.language}
              onPress={() => answering.moveTo(index)}
            />
          ))}
        </ol>
      </div>
      {isOn ? (
        <Strip
          told={told?.text ?? faultText ?? (isMany ? say.gridMany : say.gridOne)}
          isAttention={told?.isAttention ?? isRefused}
        >
          <Button kind="primary" onPress={submit} keyHint="Enter">
            {at === rows.length - 1 ? say.onwards : say.nextStatement}
          </Button>
        </Strip>
      ) : null}
    </section>
  );
}

interface ScaleProps {
  readonly answering: GridAnswering;
  readonly row: ItemView;
  readonly language: string;
  readonly isMany: boolean;
}

/** Always in sight, and what the statement at the cursor has is marked in it. */
function Scale({ answering: { keyed, givenTo, typed, choose }, row, language, isMany }: ScaleProps) {
  const given = givenTo(row);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have take a label
    <div className="scale" role={isMany ? 'group' : 'radiogroup'} aria-labelledby={`statement-${row.item}`}>
      {keyed.map(({ code, choice }) => {
        const isChosen = given.choices.includes(choice.name);
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a radio or a checkbox is checked
          <button
            key={choice.name}
            type="button"
            dir="auto"
            role={isMany ? 'checkbox' : 'radio'}
            aria-checked={isChosen}
            className={choice.missing === undefined ? 'answer' : 'answer of-missing'}
            data-at={typed !== '' && code.startsWith(typed)}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice.name)}
          >
            <span className="key" aria-hidden="true">
              {code}
            </span>
            <span lang={language}>{choice.label}</span>
          </button>
        );
      })}
    </div>
  );
}

interface StatementProps {
  readonly row: ItemView;
  readonly nr: number;
  readonly isAt: boolean;
  readonly answering: GridAnswering;
  readonly language: string;
  readonly onPress: () => void;
}

function Statement({ row, nr, isAt, answering: { givenTo, keyed }, language, onPress }: StatementProps) {
  const say = useWords(interviewWords);
  const { choices, missing } = givenTo(row);
  const chosen = keyed.filter(({ choice }) => choices.includes(choice.name));
  const isOpen = chosen.length === 0 && missing === undefined;
  return (
    <li className={isAt ? 'statement at' : 'statement'} aria-current={isAt ? 'true' : undefined}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the grid do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse may point at a statement too */}
      <div className="statement-line" dir="auto" onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
        <span className="nr" aria-hidden="true">
          {isAt ? '▶' : nr}
        </span>
        <span id={`statement-${row.item}`} lang={language}>
          {row.text}
          {row.note === undefined ? null : <span className="note-sign"> ✎</span>}
        </span>
        <span className={isOpen ? 'given open' : 'given'} lang={isOpen ? undefined : language}>
          {isOpen ? (
            <span className="soft">{row.required ? say.stillOpen : '–'}</span>
          ) : (
            chosen.map(({ code, choice }) => (
              <span key={choice.name} className="given-one">
                <span className="key">{code}</span> {choice.label}
              </span>
            ))
          )}
        </span>
      </div>
    </li>
  );
}
