/** The rates of AAPOR over the closed cases of all groups, with e and its method. */
import { responseRates } from '../../../shared/reporting/response-rates.ts';
import type { ResponseCounts } from '../../../shared/reporting/response-table.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { reportingWords } from '../../wording/screens/reporting.ts';

export function Rates({ total }: { readonly total: ResponseCounts }) {
  const say = useWords(reportingWords);
  const { language } = useBearing();
  const { number } = useGrammar();
  const { e, rates } = responseRates(total.final, 'proportional');
  const share = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const exact = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return (
    <div className="stack">
      <p>
        {say.ratesText(e === null ? say.none : exact.format(e))} {say.openCases(number(total.open))}
      </p>
      <dl className="rates">
        {Object.entries(rates).map(([name, rate]) => (
          <div key={name}>
            <dt className="mono">{name}</dt>
            <dd>{rate === null ? say.none : say.value.percent(share.format(100 * rate))}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
