/** Everything held on one person, on screen: as the file for that person tells it. */
import type { ReactNode } from 'react';
import { type ContactField, fullName } from '../../../shared/study/contact-data.ts';
import type { CaseHeld } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { codeWords } from '../../wording/screens/codes.ts';
import { contactWords } from '../../wording/screens/contact.ts';
import { heldWords } from '../../wording/screens/held.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { representedWords } from '../../wording/screens/represented.ts';
import { withdrawalWords } from '../../wording/screens/withdrawal.ts';
import { words } from '../../wording/wording.ts';
import './requests.css';

export function HeldPage({ held }: { readonly held: CaseHeld }) {
  const say = useWords(onePersonWords);
  const withdrawn = useWords(withdrawalWords);
  const beside = useWords(heldWords);
  const { day, all, count } = useGrammar();
  const { contact, state, unfinished, finished } = held;
  const { language } = useBearing();
  const represented = useWords(representedWords);
  const { representative } = contact;
  const fields = say.heldFields;
  const own = (field: ContactField) => {
    const name = words[language].contactFields[field];
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const lines: readonly (readonly [string, ReactNode])[] = [
    [fields.group, held.groupTitle],
    [fields.stratum, held.stratum],
    [fields.code, personal(held.loginCode)],
    [own('clientNumber'), personal(contact.clientNumber)],
    [fields.organisation, personal(contact.organisation)],
    [fields.name, personal(fullName(contact))],
    [
      fields.address,
      personal(
        [contact.street, contact.houseNumber, contact.postcode, contact.town, contact.country]
          .filter(Boolean)
          .join(' '),
      ),
    ],
    [fields.phones, personal(contact.phones.join(', '))],
    [fields.email, personal(contact.email)],
    [fields.birthDate, personal(contact.birthDate && day(contact.birthDate))],
    [own('birthYear'), personal(contact.birthYear?.toString())],
    [own('ageBand'), personal(contact.ageBand)],
    [own('note'), personal(contact.note)],
    [own('representation'), representative && represented.kinds[representative.kind]],
    [own('representativeName'), personal(representative?.name)],
    [own('representativePhone'), personal(representative?.phones.join(', '))],
    [own('representativeEmail'), personal(representative?.email)],
    [own('consentOn'), contact.consentOn && day(contact.consentOn)],
    [own('consentText'), contact.consentText],
    [own('consentSource'), contact.consentSource],
    [own('channels'), all(contact.channels.map((channel) => words[language].channels[channel]))],
    [fields.basis, say.bases[held.consentBasis]],
    [fields.takenInOn, all(held.takenInOn.map(day))],
    [fields.standing, say.standings[state.kind]],
    [fields.nextDue, held.nextDue && day(held.nextDue)],
    [fields.letters, all(held.letters.map(({ madeOn }) => day(madeOn)))],
    [fields.unfinished, unfinished && count(unfinished.answers, say.answers)],
    ...finished.map(({ answers }) => [fields.finished, count(answers, say.answers)] as const),
    ...held.callbacks.map(
      ({ askedOn, passedOn }) =>
        [
          beside.callback,
          passedOn === undefined ? day(askedOn) : `${day(askedOn)}, ${beside.passedOn(day(passedOn))}`,
        ] as const,
    ),
    [beside.acquainted, held.acquainted === 0 ? undefined : String(held.acquainted)],
    [fields.until, held.holder.until && day(held.holder.until)],
  ];
  return (
    <section className="stack">
      <h3>{say.held}</h3>
      <dl className="held">
        {lines
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in it
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <History held={held} />
      {[...(unfinished === undefined ? [] : [unfinished]), ...finished].map(({ items }, index) =>
        items === undefined ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in it
          <dl className="held" key={index}>
            {items.map(({ question, answer, note }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>
                  <Personal>{answer}</Personal>
                  {note === undefined ? null : (
                    <p>
                      {beside.note}: <Personal>{note}</Personal>
                    </p>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        ),
      )}
      {held.isUnlinked ? <Notice>{withdrawn.stoppedUnlinked}</Notice> : null}
      {held.isExported ? <Notice>{say.datasetMade}</Notice> : null}
    </section>
  );
}

const personal = (text: string | undefined) =>
  text === undefined || text === '' ? undefined : <Personal>{text}</Personal>;

function History({ held: { attempts } }: { readonly held: CaseHeld }) {
  const say = useWords(onePersonWords);
  const { on, channel: channelWord, outcome: outcomeWord } = useWords(contactWords);
  const { outcomes } = useWords(codeWords);
  const { language } = useBearing();
  const { day } = useGrammar();
  if (attempts.length === 0) return null;
  return (
    <TableFrame label={say.history}>
      <table>
        <caption>{say.history}</caption>
        <thead>
          <tr>
            <th scope="col">{on}</th>
            <th scope="col">{channelWord}</th>
            <th scope="col">{outcomeWord}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in it
            <tr key={index}>
              <td>{day(attempt.on)}</td>
              <td>{words[language].channels[attempt.channel]}</td>
              <td>
                {outcomes[attempt.outcome]}
                {attempt.note === undefined ? null : (
                  <div>
                    <Personal>{attempt.note}</Personal>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
