/** The login code of the one person of a study that is cut, as it stands on their paper: beside the study, in a file of the test. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedCode } from '../../../shared/study/login-code.ts';
import { opened } from './opened.ts';

const place = (folder: string) => join(folder, 'code-on-paper');

export function loginCodeIn(folder: string): string {
  return readFileSync(place(folder), 'utf8');
}

/** Opens the code with the keys of the manager and leaves it where `loginCodeIn` finds it. */
export function putLoginCode(folder: string): void {
  const { store, manager, keys } = opened(folder);
  try {
    const [one] = store.cases.all();
    const sealed = { ...keys(one!), table: 'cases', row: one!.id, field: 'login-code', sealed: one!.loginCode };
    writeFileSync(place(folder), printedCode(manager.openCase([sealed])[0] as never));
  } finally {
    store.close();
  }
}
