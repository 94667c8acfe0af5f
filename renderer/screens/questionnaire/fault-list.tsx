/** Everything that is wrong in a workbook, with its place and what to do: all of it, and to be copied as a whole. */
import { useState } from 'react';
import type { QuestionnaireFault } from '../../../shared/problem.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { adviceOfFaultEn } from '../../wording/questionnaire-faults-en.ts';
import { adviceOfFaultNl } from '../../wording/questionnaire-faults-nl.ts';
import { questionnaireWords } from '../../wording/screens/questionnaire.ts';

const advice = { nl: adviceOfFaultNl, en: adviceOfFaultEn } as const;

export interface FaultListProps {
  readonly faults: readonly QuestionnaireFault[];
  readonly file: string;
  /** What can be done now. */
  readonly children: React.ReactNode;
}

export function FaultList({ faults, file, children }: FaultListProps) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const { number, form } = useGrammar();
  const [copied, setCopied] = useState<boolean>();
  const count = form(faults.length, say.faultCount).replace('{n}', number(faults.length));
  const title = say.faults(count, file);
  const rows = inOrder(faults).map((fault) => ({
    ...fault,
    todo: sentence(advice[language](fault)),
  }));
  const copy = () => {
    const head = [say.faultColumns.sheet, say.faultColumns.row, say.faultColumns.column, say.faultColumns.todo];
    const lines = rows.map(({ sheet, row, column, todo }) => [sheet ?? '', String(row ?? ''), column ?? '', todo]);
    setCopied(copyText([head, ...lines].map((cells) => cells.join('\t')).join('\n')));
  };
  return (
    <div className="stack">
      <Notice kind="attention" title={`${title}.`}>
        <p>{say.faultsTodo}</p>
      </Notice>
      <div className="row">
        {children}
        <Button onPress={copy}>{say.copy}</Button>
      </div>
      {copied === undefined ? null : (
        <Notice kind={copied ? 'done' : 'info'}>{copied ? say.copied : say.notCopied}</Notice>
      )}
      <TableFrame label={title}>
        <table className="faults">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say.faultColumns.sheet}</th>
              <th scope="col" className="figure">
                {say.faultColumns.row}
              </th>
              <th scope="col">{say.faultColumns.column}</th>
              <th scope="col">{say.faultColumns.todo}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ sheet, row, column, fault, what, at, todo }) => (
              <tr key={`${sheet} ${row} ${column} ${fault} ${what} ${at}`}>
                <td className="mono">{sheet ?? say.workbook}</td>
                <td className="figure">{row ?? ''}</td>
                <td className="mono">{column ?? ''}</td>
                <td>{todo}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** From the top of each sheet downwards, as they are mended; they come in the order in which a workbook is read. */
function inOrder(faults: readonly QuestionnaireFault[]): readonly QuestionnaireFault[] {
  const sheets = [...new Set(faults.map(({ sheet }) => sheet))];
  return faults.toSorted((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0));
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The window has no permission for the clipboard, but may answer a copy that someone asked for. False where even that is not so. */
function copyText(text: string): boolean {
  let isCopied = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isCopied = event.clipboardData !== null;
  };
  document.addEventListener('copy', put, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put);
  return isCopied;
}
