/** A passphrase that someone chooses for themselves, typed twice. */
import { useWords } from '../../bearings.tsx';
import { TextField } from '../../parts/field.tsx';
import { startWords } from '../../wording/screens/start.ts';

export interface PassphraseDraft {
  readonly passphrase: string;
  readonly again: string;
}

/** Shortest passphrase that the office takes, in characters. */
const passphraseAtLeast = 12;

export const noPassphrase: PassphraseDraft = { passphrase: '', again: '' };

export function isChosen({ passphrase, again }: PassphraseDraft): boolean {
  return [...passphrase].length >= passphraseAtLeast && passphrase === again;
}

export function PassphraseFields({
  draft: { passphrase, again },
  onChange,
  hint,
  hasFocus,
}: {
  readonly draft: PassphraseDraft;
  readonly onChange: (draft: PassphraseDraft) => void;
  /** What an empty box means; without it how long a passphrase has to be. */
  readonly hint?: string;
  readonly hasFocus?: boolean;
}) {
  const say = useWords(startWords);
  const length = [...passphrase].length;
  return (
    <div className="fields">
      <TextField
        label={say.passphrase}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        {...(hasFocus ? { autoFocus: true } : {})}
        hint={length === 0 && hint !== undefined ? hint : say.passphraseHint(length, passphraseAtLeast)}
        onChange={(next) => onChange({ passphrase: next, again })}
      />
      <TextField
        label={say.passphraseAgain}
        type="password"
        autoComplete="new-password"
        value={again}
        fault={again !== '' && again !== passphrase ? say.passphraseDiffers : undefined}
        onChange={(next) => onChange({ passphrase, again: next })}
      />
    </div>
  );
}
