/** The certificate, as a page that one would frame. The study behind it is no more. */
import type { Day } from '../../../shared/calendar.ts';
import type { Destroyed, DestructionPlan } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { ShowResults } from '../../parts/show-results.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';

export interface CertificatePageProps {
  readonly destroyed: Destroyed;
  /** What the plan counted just before. */
  readonly goes: DestructionPlan['goes'];
  readonly on: Day;
}

export function CertificatePage({ destroyed, goes, on }: CertificatePageProps) {
  const say = useWords(destructionWords);
  const { number, day } = useGrammar();
  const { status, leave } = useStudy();
  const { check, files } = destroyed;
  return (
    <main className="certificate" tabIndex={-1}>
      <div className="sheet">
        <h1>{say.certificate}</h1>
        <p className="lead">{say.destroyedOn(status.title, day(on))}</p>
        <h2>{say.gone}</h2>
        <ul>
          {(Object.keys(say.counts) as (keyof typeof goes)[]).map((what) => (
            <li key={what}>
              {number(goes[what])} {say.counts[what]}
            </li>
          ))}
        </ul>
        <h2>{say.check}</h2>
        <p>{say.found(number(check.foundBefore), number(check.canaries), number(check.foundAfter))}</p>
        <p>{say.searched(number(check.filesScanned), number(check.bytesScanned))}</p>
        <h2>{say.files}</h2>
        <ul>
          {files.map((name) => (
            <li key={name} className="mono">
              {name}
            </li>
          ))}
        </ul>
      </div>
      <div className="row">
        <ShowResults />
        <Button kind="primary" hasFocus onPress={leave}>
          {say.toStart}
        </Button>
      </div>
    </main>
  );
}
