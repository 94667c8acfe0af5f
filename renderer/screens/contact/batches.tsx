/** Batches of letters: posted, still to be posted, or undone. */
import { useState } from 'react';
import type { BatchesView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Tick } from '../../parts/field.tsx';
import { Mark, Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { contactRoomWords } from '../../wording/screens/contact-rooms.ts';
import { haltWords } from '../../wording/screens/halt.ts';
import { lettersWords } from '../../wording/screens/letters.ts';
import { mailWords } from '../../wording/screens/mail.ts';
import { LettersAgain, OneLetterAgain, SavePrintList } from './letters-again.tsx';

type Batch = BatchesView['batches'][number];

export function Batches({
  batches,
  onChanged,
}: {
  readonly batches: readonly Batch[];
  readonly onChanged: () => void;
}) {
  const say = useWords(contactWords);
  const mail = useWords(mailWords);
  const halt = useWords(haltWords);
  const letters = useWords(lettersWords);
  const rooms = useWords(contactRoomWords);
  const { number, day } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [posting, setPosting] = useState<Batch>();
  const [discarding, setDiscarding] = useState<Batch>();
  const [takenOut, setTakenOut] = useState<readonly string[]>([]);
  if (batches.length === 0) return null;
  const titleOf = (batch: Batch) =>
    status.groups.find(({ group }) => group.code === batch.group)?.group.title ?? batch.group;
  const isPostedByClient = (batch: Batch) =>
    status.groups.some(({ group }) => group.code === batch.group && group.postedByClient);
  const wordsOf = ({ kind }: Batch) =>
    kind === 'emails'
      ? {
          ...{ notYet: mail.notSent, doneOn: mail.sentOn, done: mail.wereSent, title: mail.sentTitle },
          ...{ confirm: mail.confirmSent, takeOut: mail.takeOut, takenOut: mail.takenOut },
        }
      : {
          ...{ notYet: say.notPosted, doneOn: say.postedOn, done: say.posted, title: say.postedTitle },
          ...{ confirm: say.confirmPosted, takeOut: say.takeOut, takenOut: say.takenOut },
        };
  const close = () => {
    setPosting(undefined);
    setDiscarding(undefined);
    setTakenOut([]);
  };
  const done = (answer: null | undefined) => {
    close();
    if (answer !== undefined) onChanged();
  };
  // What was posted on another day needs nothing more: it is there for who asks.
  const isEarlier = ({ postedOn }: Batch) => postedOn !== undefined && postedOn !== status.today;
  const earlier = batches.filter(isEarlier);
  const recent = batches.filter((batch) => !isEarlier(batch));
  const lineOf = (batch: Batch) => (
    <li key={batch.batch}>
      <div>
        <strong>{titleOf(batch)}</strong>
        <div>
          {batch.kind === 'emails'
            ? mail.batch(say.emails(batch.letters, number(batch.letters)), day(batch.madeOn))
            : say.batch(say.letters(batch.letters, number(batch.letters)), day(batch.madeOn))}
          {batch.kind === 'reprint' ? ` · ${letters.isReprint}` : null}
        </div>
        {batch.postedOn === undefined ? (
          <Mark kind={batch.isHalted ? 'attention' : 'due'}>
            {batch.isHalted ? halt.batchHalted : wordsOf(batch).notYet}
          </Mark>
        ) : (
          <Mark kind="done">{wordsOf(batch).doneOn(day(batch.postedOn))}</Mark>
        )}
      </div>
      {batch.postedOn !== undefined ? null : (
        <div className="row">
          <Button onPress={() => setPosting(batch)}>
            {wordsOf(batch).done}
            <span className="unseen">: {titleOf(batch)}</span>
          </Button>
          <Button onPress={() => setDiscarding(batch)}>
            {say.discard}
            <span className="unseen">: {titleOf(batch)}</span>
          </Button>
        </div>
      )}
      {batch.kind === 'emails' || isPostedByClient(batch) ? null : (
        <div className="row">
          <SavePrintList batch={batch} title={titleOf(batch)} onChanged={onChanged} />
          {batch.postedOn === undefined ? null : (
            <LettersAgain batch={batch} title={titleOf(batch)} onChanged={onChanged} />
          )}
        </div>
      )}
    </li>
  );
  return (
    <Room title={say.batches}>
      <TroubleNotice trouble={trouble} />
      {recent.length === 0 ? null : <ul className="due">{recent.map(lineOf)}</ul>}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{rooms.earlier(earlier.length)}</summary>
          <ul className="due">{earlier.map(lineOf)}</ul>
        </details>
      )}
      <OneLetterAgain onChanged={onChanged} />
      {posting === undefined ? null : (
        <Confirm
          title={wordsOf(posting).title}
          action={wordsOf(posting).confirm}
          isBusy={busy !== undefined}
          isOff={posting.takeOut.some((code) => !takenOut.includes(code))}
          onClose={close}
          onConfirm={async () =>
            done(
              await ask('contact.markPosted', {
                batch: posting.batch,
                takenOut: [...takenOut],
                despiteHalt: posting.isHalted,
              }),
            )
          }
        >
          {posting.isHalted ? <Notice kind="attention">{halt.postedAnyway}</Notice> : null}
          <p>{posting.kind === 'emails' ? mail.sentText : say.postedText}</p>
          {posting.takeOut.length === 0 ? null : (
            <fieldset className="choices">
              <legend>{wordsOf(posting).takeOut}</legend>
              {posting.takeOut.map((code) => (
                <Tick
                  key={code}
                  label={wordsOf(posting).takenOut(code)}
                  isOn={takenOut.includes(code)}
                  onChange={(isOn) =>
                    setTakenOut(isOn ? [...takenOut, code] : takenOut.filter((other) => other !== code))
                  }
                />
              ))}
            </fieldset>
          )}
        </Confirm>
      )}
      {discarding === undefined ? null : (
        <Confirm
          title={say.discardTitle}
          action={say.discard}
          isBusy={busy !== undefined}
          onClose={close}
          onConfirm={async () => done(await ask('contact.discardBatch', { batch: discarding.batch }))}
        >
          <p>{discarding.kind === 'emails' ? mail.discardText : say.discardText}</p>
          {discarding.kind === 'reprint' ? <p>{letters.discardReprint}</p> : null}
        </Confirm>
      )}
    </Room>
  );
}
