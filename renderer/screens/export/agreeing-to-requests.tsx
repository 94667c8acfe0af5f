/** The second pair of eyes on a request about one person: the researcher agrees to it by its number, at their own seat. */
import type { RequestArticle } from '../../../shared/study/case-request.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { withdrawalWords } from '../../wording/screens/withdrawal.ts';

/** Access opens the answers, erasure removes them; for the others nothing of an answer is touched. */
const forTwo: readonly RequestArticle[] = ['15', '17'];

export function AgreeingToRequests() {
  const say = useWords(withdrawalWords);
  const { request, articles, receivedOn: received, agreed } = useWords(onePersonWords);
  const { number, day } = useGrammar();
  const seen = useView('contact.caseRequests', {});
  const { ask, busy, trouble } = useAsking();
  const agree = async (nr: number) => {
    if ((await ask('export.agreeToCaseRequest', { nr })) !== undefined) seen.refresh();
  };
  return (
    <Shown seen={seen}>
      {({ requests }) => {
        const open = requests.filter(({ state, article }) => state === 'open' && forTwo.includes(article));
        if (open.length === 0) return null;
        return (
          <Room title={say.agreeTitle}>
            <p>{say.agreeText}</p>
            <TroubleNotice trouble={trouble} />
            <ul className="due">
              {open.map(({ nr, article, receivedOn, agreedBy }) => (
                <li key={nr}>
                  <div>
                    <strong>{request(number(nr), articles[article])}</strong>
                    <div className="soft">
                      {received}: {day(receivedOn)}
                    </div>
                  </div>
                  {agreedBy === undefined ? (
                    <div className="row">
                      <Button isOff={busy !== undefined} onPress={() => agree(nr)}>
                        {say.agree(number(nr))}
                      </Button>
                    </div>
                  ) : (
                    <Mark kind="done">{agreed(agreedBy)}</Mark>
                  )}
                </li>
              ))}
            </ul>
          </Room>
        );
      }}
    </Shown>
  );
}
