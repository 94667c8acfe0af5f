/** Stop for everyone: all contact stopped at once and resumed, for the study or one group; and the banner as long as it lasts. */
import { useEffect, useRef, useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { HaltView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { RadioField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { haltWords } from '../../wording/screens/halt.ts';

/** '': everyone. */
type Whom = GroupCode | '';

/** What stands still now, with the way back. Letters that were made are counted by whoever knows the batches. */
export function HaltBanner({
  lettersUnposted,
  onChanged,
}: {
  readonly lettersUnposted: number;
  readonly onChanged: () => void;
}) {
  const say = useWords(haltWords);
  const { number, all } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [lifting, setLifting] = useState<Whom>();
  const groups = status.groups.filter(({ isHalted }) => isHalted === true).map(({ group }) => group);
  const place = useRef<HTMLDivElement>(null);
  const halted = groups.map(({ code }) => code).join(' ');
  const before = useRef(halted);
  // Whoever stopped it did so further down: what stands still now is shown to them, and read aloud.
  useEffect(() => {
    if (halted.length > before.current.length) place.current?.focus();
    before.current = halted;
  }, [halted]);
  if (groups.length === 0 && status.isHalted !== true) return null;
  const who = (whom: Whom) => (whom === '' ? say.everyone : (groups.find(({ code }) => code === whom)?.title ?? whom));
  const lifted: readonly Whom[] = status.isHalted === true ? [''] : groups.map(({ code }) => code);
  const lift = async (whom: Whom) => {
    const done = await ask('contact.halt', { lift: true, ...(whom === '' ? {} : { group: whom }) });
    setLifting(undefined);
    if (done !== undefined) onChanged();
  };
  return (
    <div ref={place} tabIndex={-1}>
      <Notice
        kind="attention"
        title={status.isHalted === true ? say.haltedAll : say.haltedGroups(all(groups.map(({ title }) => title)))}
      >
        <p>{say.haltedText}</p>
        {lettersUnposted === 0 ? null : <p>{say.letters(lettersUnposted, number(lettersUnposted))}</p>}
        <div className="row">
          {lifted.map((whom) => (
            <Button key={whom} onPress={() => setLifting(whom)}>
              {lifted.length === 1 ? say.lift : say.liftOf(who(whom))}
            </Button>
          ))}
        </div>
      </Notice>
      <TroubleNotice trouble={trouble} />
      {lifting === undefined ? null : (
        <Confirm
          title={say.liftTitle}
          action={say.lift}
          isBusy={busy !== undefined}
          onConfirm={() => lift(lifting)}
          onClose={() => setLifting(undefined)}
        >
          <p>{say.liftText(who(lifting))}</p>
        </Confirm>
      )}
    </div>
  );
}

export function HaltRoom({ onChanged }: { readonly onChanged: () => void }) {
  const say = useWords(haltWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [whom, setWhom] = useState<Whom>('');
  const [isAsking, setAsking] = useState(false);
  const [halted, setHalted] = useState<HaltView>();
  const going = status.groups.filter(({ isHalted }) => isHalted !== true).map(({ group }) => group);
  if (status.isHalted === true || going.length === 0)
    return halted === undefined || halted.inHand === 0 ? null : (
      <Notice>{say.inHand(halted.inHand, number(halted.inHand))}</Notice>
    );
  const stop = async () => {
    const done = await ask('contact.halt', whom === '' ? {} : { group: whom });
    setAsking(false);
    if (done === undefined) return;
    setHalted(done);
    setWhom('');
    onChanged();
  };
  const who = whom === '' ? say.everyone : (going.find(({ code }) => code === whom)?.title ?? whom);
  return (
    <Room title={say.room}>
      <p>{say.text}</p>
      <p className="soft">{say.onePerson}</p>
      <TroubleNotice trouble={trouble} />
      {halted === undefined || halted.inHand === 0 ? null : (
        <Notice>{say.inHand(halted.inHand, number(halted.inHand))}</Notice>
      )}
      <RadioField
        label={say.who}
        value={whom}
        onChange={setWhom}
        options={[
          { value: '' as Whom, label: say.everyone },
          ...going.map(({ code, title }) => ({ value: code as Whom, label: say.group(title) })),
        ]}
      />
      <div className="row">
        <Button onPress={() => setAsking(true)}>{say.stop}</Button>
      </div>
      {isAsking ? (
        <Confirm
          title={say.stopTitle}
          action={say.stop}
          isBusy={busy !== undefined}
          onConfirm={stop}
          onClose={() => setAsking(false)}
        >
          <p>{say.stopText(who)}</p>
        </Confirm>
      ) : null}
    </Room>
  );
}
