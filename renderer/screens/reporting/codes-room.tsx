/** How it ended with everyone: the final codes of a group with what each means, who is still open apart, and after which contact responses came. */
import { type FinalCode, finalCodes } from '../../../shared/study/disposition.ts';
import type { DispositionsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { codeWords } from '../../wording/screens/codes.ts';
import { reportingWords } from '../../wording/screens/reporting.ts';
import { BeforeResponse, InterimCodes } from './interim-codes.tsx';

type GroupCodes = DispositionsView['groups'][number];

export function CodesRoom({ groups }: { readonly groups: DispositionsView['groups'] }) {
  const say = useWords(reportingWords);
  return (
    <div className="stack">
      <p>{say.codesText}</p>
      {groups.map((group) => (
        <GroupOfCodes group={group} key={group.group} />
      ))}
    </div>
  );
}

function GroupOfCodes({ group }: { readonly group: GroupCodes }) {
  const say = useWords(reportingWords);
  const { day } = useGrammar();
  const { title, final, open, isClosed, closesOn, attempts, beforeResponse } = group;
  const openText =
    closesOn === undefined ? say.openTextNoDay : isClosed ? say.closedText(day(closesOn)) : say.openText(day(closesOn));
  return (
    <section className="stack">
      <h3>{title}</h3>
      {final.length + open.length === 0 ? <p>{say.nobodyYet}</p> : null}
      <Codes title={say.codesHead.final} label={`${title}: ${say.codesHead.final}`} counts={final} />
      {open.length === 0 ? null : (
        <Codes
          title={isClosed ? say.codesHead.closed : say.codesHead.open}
          label={`${title}: ${isClosed ? say.codesHead.closed : say.codesHead.open}`}
          text={openText}
          counts={open}
        />
      )}
      {attempts.length === 0 ? null : (
        <details>
          <summary>{say.interim}</summary>
          <InterimCodes attempts={attempts} label={`${title}: ${say.interim}`} />
        </details>
      )}
      {beforeResponse.length === 0 ? null : (
        <details>
          <summary>{say.before}</summary>
          <p>{say.beforeText}</p>
          <BeforeResponse counts={beforeResponse} label={`${title}: ${say.before}`} />
        </details>
      )}
    </section>
  );
}

function Codes({
  title,
  label,
  text,
  counts,
}: {
  readonly title: string;
  readonly label: string;
  readonly text?: string;
  readonly counts: readonly { readonly code: FinalCode; readonly cases: number }[];
}) {
  const say = useWords(reportingWords);
  const { codes, groups } = useWords(codeWords);
  const { number } = useGrammar();
  if (counts.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      {text === undefined ? null : <p>{text}</p>}
      <TableFrame label={label}>
        <table className="codes">
          <thead>
            <tr>
              <th scope="col">{say.code}</th>
              <th scope="col">{say.meaning}</th>
              <th scope="col">{say.groupOfCode}</th>
              <th scope="col" className="figure">
                {say.people}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ code, cases }) => (
              <tr key={code}>
                <th scope="row" className="mono">
                  {code}
                </th>
                <td>{codes[code]}</td>
                <td>{groups[finalCodes[code]]}</td>
                <td className="figure">{number(cases)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}
