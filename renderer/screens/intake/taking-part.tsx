/** Who of a delivery takes part: how consent can be shown, one person of each address, a random selection. */
import type { Group } from '../../../shared/study/group.ts';
import type { IntakeView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField, RadioField, TextField, Tick } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { intakePeopleWords } from '../../wording/screens/intake-people.ts';
import type { DeliveryDraft, Draw } from './delivery.ts';

/** Nine digits: enough that nobody draws the same by chance, and short enough to be written down. */
function newSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000_000);
}

export const isSeed = (text: string): boolean => /^\d{1,12}$/.test(text);

export interface TakingPartProps {
  readonly draft: DeliveryDraft;
  readonly group: Group;
  readonly view: IntakeView | undefined;
  readonly isOff: boolean;
  readonly onChange: (change: Partial<DeliveryDraft>) => void;
}

export function TakingPart(props: TakingPartProps) {
  const say = useWords(intakePeopleWords);
  const { draft, group, view, isOff, onChange } = props;
  const { consent, draw } = draft;
  const isNeeded = view?.needsConsentText === true;
  const asksConsent =
    isNeeded || [group.consentBasis, ...Object.values(group.consentBasisByStratum)].includes('opt-in');
  return (
    <Room title={say.whoTakesPart}>
      {asksConsent ? (
        <>
          {isNeeded ? <Notice kind="attention">{say.consentNeeded}</Notice> : null}
          <div className="fields">
            <TextField
              label={say.consentText}
              hint={say.consentTextHint}
              value={consent.text}
              isOff={isOff}
              onChange={(text) => onChange({ consent: { ...consent, text } })}
            />
            <TextField
              label={say.consentSource}
              hint={say.consentSourceHint}
              value={consent.source}
              isOff={isOff}
              onChange={(source) => onChange({ consent: { ...consent, source } })}
            />
          </div>
        </>
      ) : null}
      <Tick
        label={
          <>
            {say.onePerAddress}
            <small>{say.onePerAddressHint}</small>
          </>
        }
        isOn={draft.onePerAddress}
        isOff={isOff}
        onChange={(onePerAddress) => onChange({ onePerAddress })}
      />
      <Tick
        label={
          <>
            {say.draw}
            <small>{say.drawHint}</small>
          </>
        }
        isOn={draw !== undefined}
        isOff={isOff}
        onChange={(isOn) =>
          onChange({ draw: isOn ? { seed: newSeed(), by: 'people', people: undefined, perStratum: {} } : undefined })
        }
      />
      {draw === undefined ? null : <Drawing {...props} draw={draw} />}
    </Room>
  );
}

function Drawing({ draw, view, isOff, onChange }: TakingPartProps & { readonly draw: Draw }) {
  const say = useWords(intakePeopleWords);
  const change = (part: Partial<Draw>) => onChange({ draw: { ...draw, ...part } });
  return (
    <div className="stack">
      <RadioField
        label={say.drawBy}
        isInline
        value={draw.by}
        isOff={isOff}
        onChange={(by) => change({ by, people: undefined, perStratum: {} })}
        options={[
          { value: 'people', label: say.drawTotal },
          { value: 'stratum', label: say.drawPerStratum },
        ]}
      />
      {draw.by === 'people' ? (
        <NumberField
          label={say.drawPeople}
          value={draw.people}
          isOff={isOff}
          onChange={(people) => change({ people: whole(people) })}
        />
      ) : null}
      <div className="row seed">
        <TextField
          label={say.seed}
          hint={say.seedHint}
          isShort
          value={draw.seed}
          maxLength={12}
          isOff={isOff}
          fault={isSeed(draw.seed) ? undefined : say.seedFault}
          onChange={(seed) => change({ seed: seed.trim() })}
        />
        <Button isOff={isOff} onPress={() => change({ seed: newSeed() })}>
          {say.newSeed}
        </Button>
      </div>
      {view?.drawn === undefined ? null : (
        <Drawn drawn={view.drawn} {...(draw.by === 'stratum' ? { asking: { draw, isOff, onChange: change } } : {})} />
      )}
    </div>
  );
}

const whole = (count: number | undefined) =>
  count === undefined || !Number.isInteger(count) || count < 0 ? undefined : count;

/** What there is of each stratum and what is drawn of it; with `asking` the numbers are filled in here. */
export function Drawn({
  drawn: { strata },
  asking,
}: {
  readonly drawn: NonNullable<IntakeView['drawn']>;
  readonly asking?: {
    readonly draw: Draw;
    readonly isOff: boolean;
    readonly onChange: (part: Partial<Draw>) => void;
  };
}) {
  const say = useWords(intakePeopleWords);
  const { number } = useGrammar();
  const total = (of: 'there' | 'drawn') => number(strata.reduce((sum, stratum) => sum + stratum[of], 0));
  const nameOf = (stratum: string) => (stratum === '' ? say.noStratum : stratum);
  const fill = (draw: Draw, stratum: string, text: string): Partial<Draw> => {
    const count = whole(text === '' ? undefined : Number(text));
    const { [stratum]: _, ...others } = draw.perStratum;
    if (stratum !== '') return { perStratum: count === undefined ? others : { ...others, [stratum]: count } };
    // Named with nobody, or the number would be of all strata together.
    const named = Object.fromEntries(strata.flatMap((one) => (one.stratum === '' ? [] : [[one.stratum, 0]])));
    return { people: count, perStratum: { ...named, ...others } };
  };
  return (
    <>
      {asking === undefined ? null : <p className="soft">{say.drawPerStratumHint}</p>}
      <TableFrame label={say.drawn}>
        <table className="drawn">
          <caption>{say.drawn}</caption>
          <thead>
            <tr>
              <th scope="col">{say.stratum}</th>
              <th scope="col" className="figure">
                {say.there}
              </th>
              {asking === undefined ? null : <th scope="col">{say.take}</th>}
              <th scope="col" className="figure">
                {say.drawnCount}
              </th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ stratum, there, drawn }) => (
              <tr key={stratum}>
                <th scope="row">{nameOf(stratum)}</th>
                <td className="figure">{number(there)}</td>
                {asking === undefined ? null : (
                  <td>
                    <input
                      className="count"
                      type="number"
                      inputMode="numeric"
                      min={0}
                      max={there}
                      step={1}
                      disabled={asking.isOff}
                      aria-label={say.takeOf(nameOf(stratum))}
                      value={(stratum === '' ? asking.draw.people : asking.draw.perStratum[stratum]) ?? ''}
                      onChange={({ target }) => asking.onChange(fill(asking.draw, stratum, target.value))}
                    />
                  </td>
                )}
                <td className="figure">{number(drawn)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say.total}</th>
              <td className="figure">{total('there')}</td>
              {asking === undefined ? null : <td />}
              <td className="figure">{total('drawn')}</td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </>
  );
}
