/** All keys that do something on the screen that is open. */
import { useEffect, useRef } from 'react';
import { useBearing, useWords } from '../bearings.tsx';
import { windowWords } from '../wording/screens/window.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export function KeyOverview({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(windowWords);
  const { keyDeeds } = useBearing();
  const list = useRef<HTMLDListElement>(null);
  // The button below has the focus, and is not where reading begins.
  useEffect(() => {
    list.current?.closest('dialog')?.scrollTo(0, 0);
  }, []);
  const deeds = [
    ...keyDeeds().filter(({ says }) => says !== ''),
    { keys: ['F9'], says: say.veilKey },
    { keys: ['?'], says: say.overviewKey },
  ];
  return (
    <Dialog title={say.keys} onClose={onClose}>
      <dl className="key-list" ref={list}>
        {deeds.map(({ keys, says, ...deed }) => {
          const shown = ('shown' in deed ? deed.shown : undefined) ?? keys[0] ?? '';
          return (
            <div key={`${shown} ${says}`} className="deed">
              <dt>
                <kbd>{say.keyNames[shown] ?? shown}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          );
        })}
      </dl>
      <p className="soft">{say.altKeys}</p>
      <div className="row">
        <Button kind="primary" onPress={onClose}>
          {say.close}
        </Button>
      </div>
    </Dialog>
  );
}
