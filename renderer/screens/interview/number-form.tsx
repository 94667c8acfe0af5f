/** A number that was given during the call: beside those that are known, or instead of one that was wrong. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { RadioField, TextField } from '../../parts/field.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { FormStrip } from './strip.tsx';

export interface NumberProps {
  readonly phones: readonly string[];
  readonly isBusy: boolean;
  /** What was typed when the place was locked: the number, and instead of which one. */
  readonly boxes: readonly string[] | undefined;
  readonly onTyped: (phone: string, instead: string) => void;
  /** `instead`: the place of the one that was wrong. */
  readonly onGiven: (phone: string, instead: number | undefined) => void;
  readonly onBack: () => void;
}

export function NumberForm({ phones, isBusy, boxes, onTyped, onGiven, onBack }: NumberProps) {
  const say = useWords(asideWords);
  const [phone, setPhone] = useState(boxes?.[0] ?? '');
  const [instead, setInstead] = useState(boxes?.[1] ?? '');
  const [isTried, setTried] = useState(false);
  return (
    <form
      className="item"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (phone.trim() !== '' && !isBusy) onGiven(phone.trim(), instead === '' ? undefined : Number(instead));
      }}
    >
      <div className="aloud-and-answers">
        <h1>{say.numberTitle}</h1>
        <TextField
          label={say.number}
          hint={say.numberHint}
          isShort
          value={phone}
          onChange={(text) => {
            setPhone(text);
            onTyped(text, instead);
          }}
          maxLength={40}
          autoFocus
          fault={isTried && phone.trim() === '' ? say.numberMissing : undefined}
        />
        {phones.length === 0 ? null : (
          <RadioField
            label={say.numberPlace}
            value={instead}
            onChange={(place) => {
              setInstead(place);
              onTyped(phone, place);
            }}
            options={[
              { value: '', label: say.numberBeside },
              // By its place in the list beside it: a number itself may be veiled.
              ...phones.map((_, index) => ({ value: String(index), label: say.numberInstead(String(index + 1)) })),
            ]}
          />
        )}
      </div>
      <FormStrip told={say.numberKept} isBusy={isBusy} keep={say.keepNumber} onBack={onBack} />
    </form>
  );
}
