/** What the one dataset of this study became: rows, the smallest group, what was left out and why, and the files. */

import type { DatasetView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { exportWords } from '../../wording/screens/export.ts';

export function DatasetResult({ made: { groups, files } }: { readonly made: DatasetView }) {
  const say = useWords(exportWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  return (
    <Room title={say.result}>
      <TableFrame label={say.result}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.groupResult}</th>
              <th scope="col" className="figure">
                {say.rows}
              </th>
              <th scope="col" className="figure">
                {say.smallest}
              </th>
              <th scope="col" className="figure">
                {say.suppressed}
              </th>
              <th scope="col">{say.leftOut}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, rows, k, smallestClass, suppressed, leftOut }) => (
              <tr key={group}>
                <th scope="row">{status.groups.find((one) => one.group.code === group)?.group.title ?? group}</th>
                <td className="figure">{number(rows)}</td>
                <td className="figure">
                  {smallestClass === null ? say.tooSmall : `${number(smallestClass)} (k\u00a0=\u00a0${number(k)})`}
                </td>
                <td className="figure">{number(suppressed)}</td>
                <td>
                  {[...new Set(leftOut.map(({ why }) => why))].map((why) => (
                    <div key={why}>
                      {say.why[why] ?? why}:{' '}
                      <span className="mono">
                        {leftOut
                          .filter((one) => one.why === why)
                          .map(({ item }) => item)
                          .join(', ')}
                      </span>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <ResultFiles files={files} />
    </Room>
  );
}

export function ResultFiles({ files }: { readonly files: readonly string[] }) {
  const say = useWords(exportWords);
  return (
    <div className="stack">
      <h3>{say.files}</h3>
      <ul>
        {files.map((name) => (
          <li key={name} className="mono">
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
