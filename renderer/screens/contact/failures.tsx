/** What did not reach its person, and with whom. */

import type { FailuresView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { codeWords } from '../../wording/screens/codes.ts';
import { contactWords } from '../../wording/screens/contact.ts';
import { mailWords } from '../../wording/screens/mail.ts';
import { words } from '../../wording/wording.ts';

export function Failures({ view: { failures, total } }: { readonly view: FailuresView }) {
  const say = useWords(contactWords);
  const mail = useWords(mailWords);
  const { outcomes } = useWords(codeWords);
  const { language } = useBearing();
  const { day, number } = useGrammar();
  const follows = ({ next, isFinal }: FailuresView['failures'][number]) =>
    next !== undefined
      ? mail.nextOn(mail.next[next.channel], day(next.on))
      : isFinal
        ? mail.ended
        : mail.nothingFollows;
  const caption = say.failuresTotal(number(failures.length), number(total));
  return (
    <Room title={say.failures}>
      {failures.length === 0 ? (
        <p className="soft">{say.noFailures}</p>
      ) : (
        <TableFrame label={caption}>
          <table>
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{say.who}</th>
                <th scope="col">{say.channel}</th>
                <th scope="col">{say.on}</th>
                <th scope="col">{say.outcome}</th>
                <th scope="col">{mail.follows}</th>
              </tr>
            </thead>
            <tbody>
              {failures.map((failure) => (
                <tr key={`${failure.caseId} ${failure.step} ${failure.on}`}>
                  <th scope="row">
                    <Personal>{failure.name}</Personal>
                    {failure.email === undefined ? null : (
                      <div className="soft">
                        <Personal>{failure.email}</Personal>
                      </div>
                    )}
                  </th>
                  <td>{words[language].channels[failure.channel]}</td>
                  <td>{day(failure.on)}</td>
                  <td>{outcomes[failure.outcome]}</td>
                  <td>{follows(failure)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Room>
  );
}
