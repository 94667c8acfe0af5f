/** Asks for the password of a locked file, right where the file stands. It is held by the list for as long as that is there, and nowhere else. */
import { useEffect, useState } from 'react';
import { useBearing, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import type { Trouble } from '../../request.ts';
import { intakeWords } from '../../wording/screens/intake.ts';
import { problemText } from '../../wording/wording.ts';

/** Whether this list waits for its password. */
export function isLocked(trouble: Trouble | undefined, file?: number): boolean {
  if (trouble?.kind !== 'refused') return false;
  const { problem } = trouble;
  const asks = problem.problem === 'file.password-needed' || problem.problem === 'file.password-wrong';
  return asks && (file === undefined || (problem.file ?? 1) === file);
}

export function PasswordField({
  trouble,
  file,
  isOpen,
  onOpen,
  onOpened,
}: {
  readonly trouble: Trouble | undefined;
  readonly file: number;
  /** The list has been read. */
  readonly isOpen: boolean;
  readonly onOpen: (password: string) => void;
  /** The box goes: the focus has to go somewhere. */
  readonly onOpened: () => void;
}) {
  const say = useWords(intakeWords);
  const { language } = useBearing();
  const [password, setPassword] = useState('');
  /** The box stays while the file is opened, so that a wrong password is typed again where it was. */
  const [isAsking, setAsking] = useState(false);
  const isNow = isLocked(trouble, file);
  useEffect(() => {
    if (isNow) setAsking(true);
    else if (isOpen && isAsking) {
      setAsking(false);
      onOpened();
    }
  }, [isNow, isOpen, isAsking, onOpened]);
  if (!isNow && (!isAsking || isOpen)) return null;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onOpen(password);
      }}
    >
      <TextField
        label={say.password}
        hint={say.passwordHint}
        type="password"
        maxLength={1000}
        autoFocus
        value={password}
        fault={isNow && trouble?.kind === 'refused' ? problemText(trouble.problem, language).happened : undefined}
        onChange={setPassword}
      />
      <div className="row">
        <Button submits isOff={password === ''}>
          {say.unlock}
        </Button>
      </div>
    </form>
  );
}
