/** The certificate, as a page that one would frame. The study behind it is no more. */
import type { Day } from '../../../shared/calendar.ts';
import { resultFiles } from '../../../shared/destruction/result-files.ts';
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
  /** The researcher who agreed. */
  readonly checkedBy: string | undefined;
}

export function CertificatePage({ destroyed, goes, on, checkedBy }: CertificatePageProps) {
  const say = useWords(destructionWords);
  const { number, day, form } = useGrammar();
  const { status, me, leave } = useStudy();
  const { check, files } = destroyed;
  return (
    <main className="certificate" tabIndex={-1}>
      <div className="sheet">
        <h1>{say.certificate}</h1>
        <p className="lead">{say.destroyedOn(status.title, day(on))}</p>
        <p>
          {say.performedBy(me.name)} {checkedBy === undefined ? null : say.checkedBy(checkedBy)}
        </p>
        <h2>{say.gone}</h2>
        <ul className="sums">
          {(Object.keys(say.counts) as (keyof typeof goes)[]).map((what) => (
            <li key={what}>
              <strong>{number(goes[what])}</strong> {form(goes[what], say.counts[what])}
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
        {files.includes(resultFiles.certificatePdf) ? <p>{say.pdf(resultFiles.certificatePdf)}</p> : null}
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
