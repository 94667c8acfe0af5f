/** The deliveries so far: what each came to, its refused rows, and taking it back as long as nobody of it was contacted. */
import { useEffect, useRef, useState } from 'react';
import type { DeliveriesView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Empty, Room, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { shell, useAsking, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { deliveriesWords } from '../../wording/screens/deliveries.ts';
import { intakeWords } from '../../wording/screens/intake.ts';
import { intakeOutcomeWords } from '../../wording/screens/intake-outcome.ts';
import { useWrittenSum } from './list-sum.tsx';

type Delivery = DeliveriesView['deliveries'][number];

export interface DeliveriesProps {
  /** Another one asks anew. */
  readonly turn: number;
  /** What was told of a delivery may not be so any more. */
  readonly onUndone: () => void;
}

export function Deliveries({ turn, onUndone }: DeliveriesProps) {
  const say = useWords(deliveriesWords);
  return (
    <Room title={say.title}>
      <DeliveriesSeen key={turn} onUndone={onUndone} />
    </Room>
  );
}

function DeliveriesSeen({ onUndone }: Pick<DeliveriesProps, 'onUndone'>) {
  const seen = useView('intake.deliveries', {});
  const changed = () => {
    seen.refresh();
    onUndone();
  };
  return <Shown seen={seen}>{(view) => <DeliveryTable view={view} onUndone={changed} />}</Shown>;
}

function DeliveryTable({
  view: { deliveries },
  onUndone,
}: {
  readonly view: DeliveriesView;
  readonly onUndone: () => void;
}) {
  const say = useWords(deliveriesWords);
  const intake = useWords(intakeWords);
  const outcome = useWords(intakeOutcomeWords);
  const { day, count } = useGrammar();
  const { status, refresh } = useStudy();
  const { ask, busy, trouble, clear } = useAsking();
  const written = useWrittenSum();
  const [undoing, setUndoing] = useState<Delivery>();
  const [told, setTold] = useState<'undone' | { readonly rows: number; readonly name: string }>();
  const titleOf = ({ group }: Delivery) => status.groups.find((one) => one.group.code === group)?.group.title ?? group;
  const save = async (delivery: Delivery) => {
    setTold(undefined);
    const target = await shell.chooseTarget('refused-rows', outcome.refusedName(delivery.group, delivery.on));
    if (target === undefined) return;
    const saved = await ask('intake.saveRefusedOf', { delivery: delivery.delivery, target: target.file });
    if (saved !== undefined) setTold({ rows: saved.rows, name: target.name });
  };
  const undo = async (delivery: Delivery) => {
    setTold(undefined);
    const undone = await ask('intake.undo', { delivery: delivery.delivery });
    setUndoing(undefined);
    if (undone === undefined) return;
    setTold('undone');
    onUndone();
    refresh();
  };
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: what came of it has the focus.
  useEffect(() => {
    if (told !== undefined) place.current?.focus();
  }, [told]);
  const done = (
    <div ref={place} tabIndex={-1}>
      {told === undefined ? null : (
        <Notice kind="done">
          {told === 'undone' ? say.undone : outcome.refusedSaved(count(told.rows, outcome.refusedCount), told.name)}
        </Notice>
      )}
    </div>
  );
  if (deliveries.length === 0)
    return (
      <>
        {done}
        <Empty title={say.none} />
      </>
    );
  return (
    <>
      <TroubleNotice trouble={trouble} />
      {done}
      <TableFrame label={say.caption}>
        <table className="deliveries">
          <caption className="unseen">{say.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.on}</th>
              <th scope="col">{say.group}</th>
              <th scope="col">{say.sum}</th>
              <th scope="col">{say.deeds}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => {
              const about = say.ofDelivery(titleOf(delivery), day(delivery.on));
              const refused = Object.values(delivery.refused).some((rows) => rows > 0);
              return (
                <tr key={delivery.delivery}>
                  <td className="on">{day(delivery.on)}</td>
                  <th scope="row">
                    {titleOf(delivery)}
                    <div className="soft kind">
                      {intake.kinds[delivery.kind] ?? delivery.kind}, {count(delivery.files, say.lists)}
                    </div>
                  </th>
                  <td>{written({ ...delivery, undecided: 0 })}</td>
                  <td>
                    <div className="deeds">
                      {refused ? (
                        <Button isOff={busy !== undefined} onPress={() => save(delivery)}>
                          {say.saveRefused}
                          <span className="unseen">{about}</span>
                        </Button>
                      ) : null}
                      {delivery.undo === 'possible' ? (
                        <Button
                          isOff={busy !== undefined}
                          onPress={() => {
                            clear();
                            setUndoing(delivery);
                          }}
                        >
                          {say.undo}
                          <span className="unseen">{about}</span>
                        </Button>
                      ) : (
                        <span className="soft">{say.cannot[delivery.undo]}</span>
                      )}
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
      {undoing === undefined ? null : (
        <Undoing
          delivery={undoing}
          title={titleOf(undoing)}
          isBusy={busy === 'intake.undo'}
          onUndo={() => undo(undoing)}
          onClose={() => setUndoing(undefined)}
        />
      )}
    </>
  );
}

/** What goes and what stays, before it goes. */
function Undoing({
  delivery: { accepted, applied },
  title,
  isBusy,
  onUndo,
  onClose,
}: {
  readonly delivery: Delivery;
  readonly title: string;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords(deliveriesWords);
  const { number } = useGrammar();
  const changed = ['changed', 'moved'].some((kind) => (applied[kind] ?? 0) > 0);
  const ended = ['died', 'objects', 'stopped'].some((kind) => (applied[kind] ?? 0) > 0);
  return (
    <Confirm
      title={say.undoTitle(title)}
      action={say.undoDeed(accepted, number(accepted))}
      kind="irreversible"
      isBusy={isBusy}
      onConfirm={onUndo}
      onClose={onClose}
    >
      <p>{say.undoGoes(accepted, number(accepted))}</p>
      <p>{say.undoStays}</p>
      {changed ? <p>{say.undoChanged}</p> : null}
      {ended ? <p>{say.undoStopped}</p> : null}
      <p>{say.undoCopies}</p>
    </Confirm>
  );
}
