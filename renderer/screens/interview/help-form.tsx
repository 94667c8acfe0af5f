/** Someone in trouble asks to be called back by the client: only with their spoken permission, in a few words, and apart from all answers. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useKeys, useWords } from '../../bearings.tsx';
import { TextAreaField, Tick } from '../../parts/field.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { Aloud, useScripts } from './scripts-pane.tsx';
import { FormStrip } from './strip.tsx';

export interface HelpProps {
  readonly client: string;
  readonly language: string | undefined;
  readonly isBusy: boolean;
  /** What was typed when the place was locked. */
  readonly typed: string | undefined;
  readonly onTyped: (text: string) => void;
  readonly onAsk: (text: string) => void;
  readonly onBack: () => void;
}

export function HelpForm({ client, language, isBusy, typed, onTyped, onAsk, onBack }: HelpProps) {
  const say = useWords(asideWords);
  const seen = useScripts(language);
  const [isPermitted, setPermitted] = useState(false);
  const [text, setText] = useState(typed ?? '');
  const [told, setTold] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const script = seen.kind === 'ready' ? seen.view.scripts.find(({ kind }) => kind === 'trouble') : undefined;
  const box = () => form.current?.querySelector('textarea');
  const permit = (isGiven: boolean) => {
    setPermitted(isGiven);
    setTold(undefined);
  };
  // Once it is painted: a box that is off takes no focus.
  useEffect(() => {
    if (isPermitted) form.current?.querySelector('textarea')?.focus();
  }, [isPermitted]);
  const send = () => {
    if (isBusy) return;
    if (!isPermitted) return setTold(say.permissionFirst);
    if (text.trim() === '') {
      box()?.focus();
      return setTold(say.helpEmpty);
    }
    onAsk(text.trim().slice(0, 2000));
  };
  useKeys([
    { keys: ['j'], shown: 'J', says: say.keys.permit, run: () => permit(!isPermitted) },
    { keys: ['Enter'], says: say.sendHelp, run: send },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const isInBox = event.target instanceof HTMLTextAreaElement;
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !isInBox) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="item"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is read on by keyboard */}
      <div className="aloud-and-answers" tabIndex={0}>
        <h1>{say.helpTitle}</h1>
        {script === undefined ? <p className="aloud">{say.helpAloud(client)}</p> : <Aloud {...{ script, language }} />}
        <Tick
          label={
            <>
              {say.permission(client)} <kbd>J</kbd>
            </>
          }
          isOn={isPermitted}
          onChange={permit}
        />
        <TextAreaField
          label={say.helpText}
          hint={say.helpHint(client)}
          value={text}
          onChange={(next) => {
            setText(next);
            onTyped(next);
          }}
          rows={3}
          isOff={!isPermitted}
        />
      </div>
      <FormStrip
        told={told ?? say.helpOutside}
        isAttention={told !== undefined}
        isBusy={isBusy}
        keep={say.sendHelp}
        onBack={onBack}
      />
    </form>
  );
}
