/** The journal, for the data protection officer: first whether it is whole, then who did what, the newest first. */

import { useState } from 'react';
import type { JournalView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Screen, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useView } from '../../request.ts';
import { useHasRole } from '../../study-at-hand.tsx';
import { journalWords } from '../../wording/screens/journal.ts';
import { RequestRegister } from '../requests/request-table.tsx';
import { JournalCheck } from './journal-check.tsx';
import { JournalDetail } from './journal-detail.tsx';
import './study.css';

const pageLength = 50;

export function JournalScreen() {
  const say = useWords(journalWords);
  const { number } = useGrammar();
  const isOfficer = useHasRole()('officer');
  // How many there are is only known by asking: the first question asks for none.
  const counted = useView('study.journal', { from: 0, entries: 0 });
  return (
    <Screen
      title={say.title}
      lead={counted.kind === 'ready' ? say.lead(number(counted.view.total)) : undefined}
      help={say.help}
    >
      <Shown seen={counted}>
        {(found) => (
          <>
            <JournalCheck found={found} onAdded={counted.refresh} />
            {isOfficer ? <RequestRegister /> : null}
            <Pages total={found.total} />
          </>
        )}
      </Shown>
    </Screen>
  );
}

function Pages({ total }: { readonly total: number }) {
  const say = useWords(journalWords);
  const { number } = useGrammar();
  const [page, setPage] = useState(0);
  const to = total - page * pageLength;
  const from = Math.max(0, to - pageLength);
  const seen = useView('study.journal', { from, entries: to - from });
  return (
    <div className="stack">
      <Shown seen={seen}>{({ entries }) => <Entries entries={entries.toReversed()} />}</Shown>
      <div className="row">
        <Button isOff={page === 0} onPress={() => setPage(page - 1)}>
          {say.newer}
        </Button>
        <Button isOff={from === 0} onPress={() => setPage(page + 1)}>
          {say.older}
        </Button>
        <span className="soft">{say.page(number(from + 1), number(to))}</span>
      </div>
    </div>
  );
}

function Entries({ entries }: { readonly entries: JournalView['entries'] }) {
  const say = useWords(journalWords);
  const { day } = useGrammar();
  // Without their names the codes of people stand there, which is no reason not to show the rest.
  const seen = useView('study.people', {});
  const people = seen.kind === 'ready' ? seen.view.people : [];
  return (
    <TableFrame label={say.caption}>
      <table>
        <caption>{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {say.nr}
            </th>
            <th scope="col">{say.on}</th>
            <th scope="col">{say.by}</th>
            <th scope="col">{say.act}</th>
            <th scope="col">{say.detail}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ seq, on, by, act, detail }) => (
            <tr key={seq}>
              <td className="figure">{seq}</td>
              <td className="journal-day">{day(on)}</td>
              <td>{by === '' ? say.nobody : by}</td>
              <td>{say.acts[act] ?? act}</td>
              <td>
                <JournalDetail detail={detail} people={people} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
