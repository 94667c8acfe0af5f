/** The host of an office on this machine: device secrets and log in the app's own folder, files offered by whoever runs it. */
import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { day } from '../shared/calendar.ts';
import type { SourceFile, TargetFile } from '../shared/contract.ts';
import { refuse } from '../shared/problem.ts';
import { clockOfThisMachine } from './clock.ts';
import { type Host, newId } from './desk.ts';
import { deviceSecretsInFolder } from './device-secrets.ts';
import { bytesAtMost, fileLimits, limitNames } from './files/file-limits.ts';
import { readFileBytes } from './files/read-file.ts';
import { installationOf } from './installation.ts';
import type { SeatId } from './session.ts';
import { findSync } from './synced-folder.ts';
import { openVaultProcess } from './vault/open-vault.ts';

export interface LocalHost extends Host {
  /** Gives the office a word for a file that it may read. */
  readonly offerSource: (path: string) => SourceFile;
  /** As `offerSource`, for a file that a seat sent: its bytes stay in memory, until the seat goes or too many others were sent. */
  readonly offerBytes: (seat: SeatId, bytes: Uint8Array, as?: 'backup') => SourceFile;
  /** Forgets what a seat sent. */
  readonly letGo: (seat: SeatId) => void;
  /** Gives the office a word for a file that it may make. */
  readonly offerTarget: (path: string) => TargetFile;
  /** Writes a bug to the log: where it happened, never what was being worked on. */
  readonly onBug: (reference: string, request: string, error: unknown) => void;
}

/** Files of one extract are previewed and accepted together, and so are messages that came back; older ones are let go. */
const sentAtMost = { files: 500, bytes: 10 * fileLimits.bytes };

/** The app's own folder: device secrets where there is no keychain, the log. Outside any study. */
export function appFolder(): string {
  if (process.env.VELDWERK_HOME) return process.env.VELDWERK_HOME;
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'Veldwerk');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Veldwerk');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'veldwerk');
}

/** The files of the practice study: beside the packaged app, else in the source tree above this program. */
function practiceFiles(): string {
  const { resourcesPath } = process as { readonly resourcesPath?: string };
  const packaged = join(resourcesPath ?? '', 'practice-study');
  if (resourcesPath !== undefined && existsSync(packaged)) return packaged;
  const below = join('scripts', 'practice-study', 'files');
  let root = import.meta.dirname;
  while (!existsSync(join(root, below)) && dirname(root) !== root) root = dirname(root);
  return join(root, below);
}

export function localHost(ownFolder: string, appVersion: string, options: Partial<Host> = {}): LocalHost {
  mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
  const deviceSecrets = options.deviceSecrets ?? deviceSecretsInFolder(join(ownFolder, 'device-secrets'));
  const offered = new Map<string, string>();
  const sent = new Map<string, { readonly seat: SeatId; readonly bytes: Uint8Array }>();
  const offer = (path: string) => {
    const word = newId();
    offered.set(word, path);
    return word;
  };
  return {
    today: () => {
      const now = new Date();
      return day(
        `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`,
      );
    },
    clock: clockOfThisMachine,
    deviceSecrets,
    installation: installationOf(deviceSecrets),
    openVault: openVaultProcess,
    secretOf: (passphrase) => ({ kind: 'passphrase', passphrase }),
    async readSource(file, as) {
      const given = sent.get(file)?.bytes;
      if (given === undefined) return readFileBytes(offered.get(file) ?? refuse('file.not-found', {}), as);
      return given.length <= bytesAtMost(as) ? given : refuse('file.too-large', { limit: limitNames.bytes });
    },
    pathOf: (file) => offered.get(file) ?? refuse('file.not-found', {}),
    findSync,
    appVersion,
    ownFolder,
    studiesFolder: join(process.env.VELDWERK_HOME ?? homedir(), 'Veldwerk', 'onderzoeken'),
    practiceFiles: practiceFiles(),
    ...options,
    offerSource: (path) => offer(path) as SourceFile,
    offerBytes(seat, bytes, as) {
      if (bytes.length > bytesAtMost(as))
        refuse('file.too-large', { limit: limitNames[as === 'backup' ? 'backupBytes' : 'bytes'] });
      const word = newId();
      sent.set(word, { seat, bytes });
      const held = () => [...sent.values()].reduce((sum, { bytes: { length } }) => sum + length, 0);
      for (const old of sent.keys()) {
        if (sent.size <= sentAtMost.files && held() <= sentAtMost.bytes) break;
        sent.delete(old);
      }
      return word as SourceFile;
    },
    letGo(seat) {
      for (const [word, { seat: from }] of sent) if (from === seat) sent.delete(word);
    },
    offerTarget: (path) => offer(path) as TargetFile,
    onBug(reference, request, error) {
      const name = error instanceof Error ? error.name : typeof error;
      // A stack begins with the message, which may hold anything, also a line that looks like a place.
      const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, '') : '';
      const frames = stack.split('\n').filter((text) => /^\s+at /.test(text));
      appendFileSync(join(ownFolder, 'bugs.log'), `${reference} ${request} ${name}\n${frames.join('\n')}\n`, {
        mode: 0o600,
      });
    },
  };
}
