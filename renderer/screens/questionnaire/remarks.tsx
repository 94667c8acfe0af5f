/** What interviewers wrote down with questions, for whoever may read answers. */
import { useBearing, useWords } from '../../bearings.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useView } from '../../request.ts';
import { questionnaireWords } from '../../wording/screens/questionnaire.ts';
import type { RoomProps } from './group-questionnaire.tsx';
import { textOfItem } from './texts.ts';

export function Remarks({ view: { group, questionnaire } }: RoomProps) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const seen = useView('study.remarks', { group });
  return (
    <Room title={say.remarksTitle}>
      <Shown seen={seen}>
        {({ remarks }) =>
          remarks.length === 0 ? (
            <p className="soft">{say.remarksNone}</p>
          ) : (
            <>
              <p>{say.remarksText}</p>
              <TableFrame label={say.remarksTitle}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{say.remarksColumns.item}</th>
                      <th scope="col">{say.remarksColumns.text}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {remarks.map(({ item, text }, nr) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may say the same
                      <tr key={nr}>
                        <th scope="row">
                          <span className="mono">{item}</span> {textOfItem(item, questionnaire, language)}
                        </th>
                        <td>
                          <Personal>{text}</Personal>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableFrame>
            </>
          )
        }
      </Shown>
    </Room>
  );
}
