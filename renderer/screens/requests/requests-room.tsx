/** The manager's requests of people concerned: those on record, one more, and the one that is being worked on. */
import { useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import {
  type RequestArticle,
  type RequestChannel,
  requestArticles,
  requestChannels,
} from '../../../shared/study/case-request.ts';
import type { CaseRequestsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField, SelectField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { type Seen, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { OneRequest } from './one-request.tsx';
import { RequestTable } from './request-table.tsx';

export interface RequestsRoomProps {
  readonly seen: Seen<CaseRequestsView>;
  readonly onChanged: () => void;
}

export function RequestsRoom({ seen, onChanged }: RequestsRoomProps) {
  const say = useWords(onePersonWords);
  const { number } = useGrammar();
  const [nr, setNr] = useState<number>();
  const [told, setTold] = useState<string>();
  const opened = seen.kind === 'ready' ? seen.view.requests.find((one) => one.nr === nr) : undefined;
  if (opened !== undefined)
    return (
      <Room title={say.request(number(opened.nr), say.articles[opened.article])}>
        <div className="row">
          <Button onPress={() => setNr(undefined)}>{say.back}</Button>
        </div>
        <OneRequest
          key={opened.nr}
          request={opened}
          onChanged={() => {
            seen.refresh();
            onChanged();
          }}
        />
      </Room>
    );
  return (
    <Room title={say.title}>
      <p>{say.text}</p>
      {told === undefined ? null : <Notice kind="done">{told}</Notice>}
      <Shown seen={seen}>
        {({ requests }) => <RequestTable requests={requests} onOpen={(chosen) => setNr(chosen)} />}
      </Shown>
      <Recording
        onRecorded={(added) => {
          setTold(say.recorded(number(added)));
          seen.refresh();
        }}
      />
    </Room>
  );
}

function Recording({ onRecorded }: { readonly onRecorded: (nr: number) => void }) {
  const say = useWords(onePersonWords);
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [article, setArticle] = useState<RequestArticle>('15');
  const [channel, setChannel] = useState<RequestChannel>('client');
  const [receivedOn, setReceivedOn] = useState<Day | ''>(status.today);
  const record = async () => {
    if (receivedOn === '') return;
    const recorded = await ask('contact.recordCaseRequest', { article, channel, receivedOn });
    if (recorded !== undefined) onRecorded(recorded.nr);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <div className="fields">
        <SelectField
          label={say.article}
          value={article}
          onChange={setArticle}
          options={requestArticles.map((value) => ({ value, label: say.articles[value] }))}
        />
        <SelectField
          label={say.channel}
          value={channel}
          onChange={setChannel}
          options={requestChannels.map((value) => ({ value, label: say.channels[value] }))}
        />
        <DayField label={say.receivedOn} value={receivedOn} until={status.today} onChange={setReceivedOn} />
      </div>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button submits isOff={receivedOn === ''} isBusy={busy !== undefined}>
          {say.record}
        </Button>
      </div>
    </form>
  );
}
