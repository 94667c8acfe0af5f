/** The processor's register of processing: the four items of AVG art. 30(2), as a page that can be read out or copied. */
import type { ReactNode } from 'react';
import type { Party, RegisterItem } from '../../../shared/study/register.ts';
import type { ProcessorRegister } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { registerWords } from '../../wording/screens/register.ts';
import { words } from '../../wording/wording.ts';

export function RegisterRoom() {
  const say = useWords(registerWords);
  const seen = useView('study.register', {});
  return (
    <Shown seen={seen}>
      {(register) => (
        <div className="stack">
          <Notice
            kind={register.missing.length === 0 ? 'done' : 'due'}
            title={register.missing.length === 0 ? say.whole : say.incomplete(register.missing.length)}
          >
            <p>{say.law}</p>
          </Notice>
          <Item item="parties" lines={<Parties of={register.parties} />} />
          <Item item="processing" lines={<Processing of={register.processing} />} />
          <Item item="transfers" lines={<Transfers of={register.transfers} />} />
          <Item item="security" lines={<Security of={register.security} />} />
        </div>
      )}
    </Shown>
  );
}

function Item({ item, lines }: { readonly item: RegisterItem; readonly lines: ReactNode }) {
  const say = useWords(registerWords);
  return (
    <Room title={say.items[item]}>
      <dl className="register">{lines}</dl>
    </Room>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const say = useWords(registerWords);
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children === undefined || children === '' ? <span className="soft">{say.unknown}</span> : children}</dd>
    </div>
  );
}

const partyText = (party: Party | undefined) =>
  party && [party.name, party.contact].filter((part) => part !== '').join(', ');

function Parties({ of: { processor, controller, officers } }: { readonly of: ProcessorRegister['parties'] }) {
  const say = useWords(registerWords);
  const { all } = useGrammar();
  return (
    <>
      <Line label={say.processor}>{partyText(processor)}</Line>
      <Line label={say.controller}>{partyText(controller)}</Line>
      <Line label={say.officers}>{officers.length === 0 ? undefined : `${all(officers)}, ${say.officersReach}`}</Line>
      <Line label={say.representative}>{say.noRepresentative}</Line>
    </>
  );
}

function Processing({ of: processing }: { readonly of: ProcessorRegister['processing'] }) {
  const say = useWords(registerWords);
  const { language } = useBearing();
  const { all, day } = useGrammar();
  const { title, purpose, peopleConcerned, kinds, channels, from, contactUntil, answersUntil, subProcessors } =
    processing;
  const named = words[language];
  return (
    <>
      <Line label={say.study}>{title}</Line>
      <Line label={say.purpose}>{purpose}</Line>
      <Line label={say.peopleConcerned}>{peopleConcerned}</Line>
      <Line label={say.kinds}>{all(kinds.map((kind) => named.contactFields[kind]))}</Line>
      <Line label={say.done}>{say.doneWith(all(channels.map((channel) => named.channels[channel])))}</Line>
      <Line label={say.contactUntil}>
        {from === undefined || contactUntil === undefined ? undefined : say.fromUntil(day(from), day(contactUntil))}
      </Line>
      <Line label={say.answersUntil}>{answersUntil === undefined ? undefined : say.until(day(answersUntil))}</Line>
      <Line label={say.subProcessors}>
        {subProcessors.length === 0
          ? say.none
          : subProcessors
              .map(({ name, does }) => {
                return `${name} (${does.length === 0 ? say.doesNothing : all(does.map((part) => say.work[part]))})`;
              })
              .join('; ')}
      </Line>
    </>
  );
}

function Transfers({ of: { outsideEea } }: { readonly of: ProcessorRegister['transfers'] }) {
  const say = useWords(registerWords);
  const answer = outsideEea ? say.isTransferred : say.isNotTransferred;
  return <Line label={say.transfer}>{outsideEea === undefined ? undefined : answer}</Line>;
}

function Security({ of: { described, measured } }: { readonly of: ProcessorRegister['security'] }) {
  const say = useWords(registerWords);
  return (
    <>
      <Line label={say.agreed}>{described}</Line>
      <Line label={say.measured}>
        {say.measures(measured.appVersion)} {say.deviceSecret[measured.deviceSecretIn]}
      </Line>
    </>
  );
}
