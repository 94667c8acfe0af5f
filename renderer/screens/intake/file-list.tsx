/** The lists of a delivery: each with its sheet, its stratum, and its place in the order in which duplicates are judged. */
import { useRef } from 'react';
import type { Group } from '../../../shared/study/group.ts';
import type { IntakeFileView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import type { Trouble } from '../../request.ts';
import { intakeWords } from '../../wording/screens/intake.ts';
import { aListEach, type ChosenList, moved, onSheet, strataInNames } from './delivery.ts';
import { PasswordField } from './password-field.tsx';

export function FileList({
  lists,
  views,
  group,
  trouble,
  isOff,
  onChange,
}: {
  readonly lists: readonly ChosenList[];
  /** What was seen of each list last, by its key. */
  readonly views: ReadonlyMap<string, IntakeFileView>;
  readonly group: Group;
  /** That a list is locked is asked about right at that list. */
  readonly trouble: Trouble | undefined;
  readonly isOff: boolean;
  readonly onChange: (lists: readonly ChosenList[]) => void;
}) {
  const say = useWords(intakeWords);
  const place = useRef<HTMLOListElement>(null);
  const strata = Object.keys(group.consentBasisByStratum);
  const change = (index: number, next: ChosenList) => onChange(lists.map((one, at) => (at === index ? next : one)));
  const focusOn = (index: number) =>
    place.current?.children[index]?.querySelector<HTMLElement>('input, select')?.focus();
  const move = (index: number, by: 1 | -1) => {
    onChange(moved(lists, index, by));
    // The focus goes along with the list, so that it can be moved on.
    focusOn(index + by);
  };
  return (
    <>
      {lists.length > 1 ? (
        <>
          <p className="soft">{say.order}</p>
          <div className="row">
            <Button isOff={isOff} onPress={() => onChange(strataInNames(lists))}>
              {say.stratumFromNames}
            </Button>
          </div>
        </>
      ) : null}
      <ol className="delivered" ref={place}>
        {lists.map((list, index) => (
          <li key={list.key}>
            <div>
              <strong>{say.fileTitle(index + 1, list.name)}</strong>
              <div className="row">
                {lists.length === 1 ? null : (
                  <>
                    <Button kind="plain" isOff={isOff || index === 0} onPress={() => move(index, -1)}>
                      <span aria-hidden="true">↑</span> {say.up}
                      <span className="unseen">{say.ofFile(list.name)}</span>
                    </Button>
                    <Button kind="plain" isOff={isOff || index === lists.length - 1} onPress={() => move(index, 1)}>
                      <span aria-hidden="true">↓</span> {say.down}
                      <span className="unseen">{say.ofFile(list.name)}</span>
                    </Button>
                  </>
                )}
                <Button kind="plain" isOff={isOff} onPress={() => onChange(lists.filter((_, at) => at !== index))}>
                  {say.remove}
                  <span className="unseen">{say.ofFile(list.name)}</span>
                </Button>
              </div>
            </div>
            <div className="stack">
              <Sheets
                list={list}
                nr={lists.length === 1 ? undefined : index + 1}
                view={views.get(list.key)}
                isOff={isOff}
                onSheet={(next) => change(index, next)}
                onEach={(now, sheets) => onChange(aListEach(lists, index, now, sheets))}
                isSplit={lists.some((other) => other !== list && other.file === list.file)}
              />
              <TextField
                label={lists.length === 1 ? say.stratum : say.stratumOf(index + 1)}
                hint={
                  index === 0
                    ? `${say.stratumHint}${strata.length === 0 ? '' : ` ${say.stratumKnown(strata.join(', '))}`}`
                    : undefined
                }
                value={list.stratum}
                isOff={isOff}
                onChange={(stratum) => change(index, { ...list, stratum })}
              />
              <PasswordField
                trouble={trouble}
                file={index + 1}
                isOpen={views.has(list.key)}
                onOpened={() => focusOn(index)}
                // One password opens all sheets of a file.
                onOpen={(password) =>
                  onChange(lists.map((one) => (one.file === list.file ? { ...one, password } : one)))
                }
              />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Which sheet is read, where there are more; what the spreadsheet hides is said. */
function Sheets({
  list,
  nr,
  view,
  isOff,
  isSplit,
  onSheet: onOther,
  onEach,
}: {
  readonly list: ChosenList;
  readonly nr: number | undefined;
  readonly view: IntakeFileView | undefined;
  readonly isOff: boolean;
  /** Other lists are sheets of the same file. */
  readonly isSplit: boolean;
  readonly onSheet: (list: ChosenList) => void;
  readonly onEach: (now: number, sheets: IntakeFileView['sheets']) => void;
}) {
  const say = useWords(intakeWords);
  const { number, count } = useGrammar();
  if (view === undefined || view.sheets.length < 2) return null;
  const { sheets } = view;
  const now = list.sheet ?? view.sheet;
  const shown = sheets.filter(({ hidden }) => !hidden);
  return (
    <>
      <SelectField
        label={nr === undefined ? say.sheet : say.sheetOf(nr)}
        value={String(now)}
        isOff={isOff}
        onChange={(chosen) => {
          const sheet = sheets.find((one) => String(one.sheet) === chosen);
          if (sheet !== undefined) onOther(onSheet(list, sheet));
        }}
        options={sheets.map(({ sheet, name, hidden, rows }) => ({
          value: String(sheet),
          label: say.sheetNamed(sheet, name, count(rows, say.sheetRows), hidden),
        }))}
      />
      {isSplit || shown.length < 2 ? null : (
        <div className="row">
          <Button isOff={isOff} onPress={() => onEach(now, sheets)}>
            {say.eachSheet(`${number(shown.length)} ${shown.length === 1 ? say.sheets.one : say.sheets.other}`)}
          </Button>
        </div>
      )}
    </>
  );
}
