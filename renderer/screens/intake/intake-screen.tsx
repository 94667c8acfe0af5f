/** Intake: what is in the files of the client, what becomes of it, and only then the people who are taken in. */
import { useState } from 'react';
import type { Agreement } from '../../../shared/study/agreement.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty, Room, Screen, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { words } from '../../wording/wording.ts';
import { Deliveries } from './deliveries.tsx';
import { NewDelivery } from './new-delivery.tsx';
import './intake.css';

export function IntakeScreen() {
  const say = useWords(intakeWords);
  const { screens } = useWords(windowWords);
  const { number, count } = useGrammar();
  const { status } = useStudy();
  const people = status.groups.reduce((sum, { cases }) => sum + cases, 0);
  const filled = status.groups.filter(({ cases }) => cases > 0).length;
  const [taken, setTaken] = useState(0);
  const [undone, setUndone] = useState(0);
  const isReady = status.agreementMissing.length === 0 && status.groups.length > 0;
  return (
    <Screen
      title={screens.intake}
      lead={people === 0 ? say.leadEmpty : say.lead(number(people), count(filled, say.groupCount))}
      help={say.help}
    >
      {isReady ? <Purpose /> : null}
      {isReady ? (
        <NewDelivery key={undone} onTaken={() => setTaken(taken + 1)} />
      ) : (
        <NotYet missing={status.agreementMissing} />
      )}
      {people === 0 ? null : <TakenInBefore />}
      {isReady ? <Deliveries turn={taken} onUndone={() => setUndone(undone + 1)} /> : null}
    </Screen>
  );
}

/** Nothing is taken in for anything else, AVG art. 5(1)(b). */
function Purpose() {
  const say = useWords(intakeWords);
  const seen = useView('study.agreement', {});
  return (
    <Shown seen={seen}>
      {({ agreement: { purpose = '' } }) => (
        <p>
          {say.purpose} <strong>{purpose}</strong>
        </p>
      )}
    </Shown>
  );
}

/** What has to be there first, and where to put it. */
function NotYet({ missing }: { readonly missing: readonly (keyof Agreement)[] }) {
  const say = useWords(intakeWords);
  const { language } = useBearing();
  const { all } = useGrammar();
  const { go } = useStudy();
  const isAgreement = missing.length > 0;
  return (
    <Empty title={isAgreement ? say.agreementTitle : say.groupsTitle}>
      <p>
        {isAgreement
          ? say.agreementText(all(missing.map((field) => words[language].agreement[field])))
          : say.groupsText}
      </p>
      <Button kind="primary" onPress={() => go('study')}>
        {say.toStudy}
      </Button>
    </Empty>
  );
}

function TakenInBefore() {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const { groups } = useStudy().status;
  const total = (of: 'cases' | 'open') => number(groups.reduce((sum, group) => sum + group[of], 0));
  return (
    <Room title={say.before}>
      <table>
        <caption className="unseen">{say.beforeCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.group}</th>
            <th scope="col" className="figure">
              {say.people}
            </th>
            <th scope="col" className="figure">
              {say.open}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, cases, open }) => (
            <tr key={group.code}>
              <th scope="row">{group.title}</th>
              <td className="figure">{number(cases)}</td>
              <td className="figure">{number(open)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            <td className="figure">{total('cases')}</td>
            <td className="figure">{total('open')}</td>
          </tr>
        </tfoot>
      </table>
    </Room>
  );
}
