/** What became of everyone's message after a cut, held against what the server took: exactly once, or asked of a person. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openOffice } from '../../../electron/office.ts';
import type { AskAs } from '../../../scripts/demo/asking.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { attemptOfKey } from '../../../shared/contact/message-key.ts';
import type { AttemptId } from '../../../shared/study/attempt.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { residents } from '../prepared.ts';
import type { Taken } from './mean-server.ts';

interface Row {
  readonly id: AttemptId;
  readonly outcome: string;
}

const attemptsIn = (folder: string): readonly Row[] => {
  const raw = new Database(join(folder, 'study', 'study.db'), { readonly: true });
  try {
    return raw.prepare(`SELECT id, outcome FROM attempts WHERE channel = 'email'`).all() as Row[];
  } finally {
    raw.close();
  }
};

/** Throws when somebody got it twice, counts as written to and got nothing, or got it and is due again. */
function expectNoneTwiceNoneForgotten(
  taken: readonly Taken[],
  attempts: readonly Row[],
  unclear: ReadonlySet<string>,
): void {
  const outcomeOf = new Map(attempts.map(({ id, outcome }) => [id as string, outcome]));
  if (new Set(taken.map(({ to }) => to)).size < taken.length) throw new Error('somebody got it twice');
  for (const { key } of taken) {
    const attempt = attemptOfKey(key)!;
    const outcome = outcomeOf.get(attempt);
    if (outcome === undefined) throw new Error('somebody got it and is due again');
    if (outcome === 'intended' && !unclear.has(attempt)) throw new Error('somebody got it and nobody is asked');
    if (outcome === 'failed') throw new Error('somebody got it and counts as not reached');
  }
  const takenAttempts = new Set(taken.map(({ key }) => attemptOfKey(key)));
  for (const { id, outcome } of attempts)
    if (outcome === 'sent' && !takenAttempts.has(id)) throw new Error('somebody counts as written to and got nothing');
}

async function opened<T>(folder: string, work: (ask: AskAs) => Promise<T>): Promise<T> {
  const host = quickHost(folder);
  const office = openOffice(host, host.onBug);
  try {
    office.useFolder(join(folder, 'study'));
    const ask = askingAs(office);
    for (const name of ['manager', 'officer'])
      await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
    return await work(ask);
  } finally {
    office.close();
  }
}

export interface Accounted {
  readonly unclear: number;
  /** Refused for good, and so to be reached in another way. */
  readonly failed: number;
}

/**
 * Opens the study after a cut and checks it; then a person settles what is unclear, by what the server took or as `settledAs` says, the rest is sent, and
 * it is checked again.
 */
export async function accountedFor(
  folder: string,
  taken: readonly Taken[],
  settledAs?: (wasTaken: boolean) => boolean,
): Promise<Accounted> {
  return opened(folder, async (ask) => {
    if (!(await ask('officer', 'study.journal', { entries: 500 })).isWhole) throw new Error('the journal is not whole');
    const { attempts: unclear } = await ask('manager', 'contact.unclear', {});
    expectNoneTwiceNoneForgotten(taken, attemptsIn(folder), new Set(unclear.map(({ attempt }) => attempt)));
    for (const { attempt } of unclear) {
      const wasTaken = taken.some(({ key }) => attemptOfKey(key) === attempt);
      await ask('manager', 'contact.settle', { attempt, wasSent: settledAs?.(wasTaken) ?? wasTaken });
    }
    await ask('manager', 'contact.sendEmails', { group: residents });
    if ((await ask('manager', 'contact.unclear', {})).attempts.length > 0) throw new Error('still unclear');
    const after = attemptsIn(folder);
    expectNoneTwiceNoneForgotten(taken, after, new Set());
    return { unclear: unclear.length, failed: after.filter(({ outcome }) => outcome === 'failed').length };
  });
}
