/** An office on real files with quick keys: derivation is paid only where it is the subject. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../electron/desk.ts';
import { type LocalHost, localHost } from '../../electron/host.ts';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { type AskAs, askingAs } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import type { Role } from '../../shared/study/person.ts';
import { openVaultHere } from './vault-here.ts';

/** A host whose vaults live in this process and whose passphrases are hashed once instead of stretched. */
export function quickHost(folder: string, options: Partial<Host> = {}): LocalHost {
  return localHost(join(folder, 'app'), 'test', {
    studiesFolder: join(folder, 'studies'),
    openVault: openVaultHere,
    secretOf: (passphrase) => ({
      kind: 'derived-key',
      key: new Uint8Array(createHash('sha256').update(passphrase).digest()),
    }),
    ...options,
  });
}

/** For files of which there are so many that none is to wait for a disk to sync: in memory, where the machine has such a disk with room on it. */
export const inMemory: string = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir();

/** In a container it often has 64 MB, which some studies side by side could fill. */
function hasRoom(disk: string): boolean {
  if (!existsSync(disk)) return false;
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize > 500_000_000;
}

/** A temporary folder; `remove` deletes it. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-'));
  // Tried again where a process that was just ended still had something to write in it.
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The device secrets of studies that stand in files below `folder`; the key of the installation is none. */
export function studySecrets(folder: string): readonly string[] {
  return readdirSync(join(folder, 'app', 'device-secrets')).filter((name) => !name.startsWith('installation.'));
}

export const passphraseOf = (name: string) => `a passphrase of ${name}`;

export interface TestOffice {
  readonly office: OpenOffice;
  readonly host: LocalHost;
  readonly ask: AskAs;
  /** The study folder. */
  readonly folder: string;
}

/** An office with a new study in `folder`/study; people are called by their role and all signed in, at seats of that name. */
export async function officeWithStudy(
  folder: string,
  { practice = true, ...options }: Partial<Host> & { readonly practice?: boolean } = {},
): Promise<TestOffice> {
  const host = quickHost(folder, options);
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  const study = join(folder, 'study');
  office.useFolder(study);
  const roles: readonly Role[] = ['manager', 'researcher', 'interviewer', 'officer'];
  const people = roles.map((role) => {
    const known = { name: role, roles: [role], confidentialityOn: day('2026-01-15') };
    return practice || role === 'manager' ? { ...known, passphrase: passphraseOf(role) } : known;
  });
  const { invited } = await ask('door', 'study.create', { title: 'A study', practice, people });
  for (const name of roles) {
    const chosen = passphraseOf(name);
    const oneTime = invited.find((one) => one.name === name)?.oneTimePassphrase;
    await ask(
      name,
      'study.signIn',
      oneTime === undefined ? { name, passphrase: chosen } : { name, passphrase: oneTime, chosen },
    );
  }
  // The first interviewer awaits the draft key, which the researcher made when they chose their passphrase.
  if (!practice) await ask('researcher', 'study.passKeysOn', { to: 'interviewer' });
  return { office, host, ask, folder: study };
}
