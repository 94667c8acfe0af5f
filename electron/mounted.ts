/** What this machine says of the file systems that are mounted and of the folders that a service keeps in step: read here, judged in synced-folder.ts. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** A mounted file system; of two at one place the later one is on top. */
export interface Mount {
  readonly point: string;
  /** As the system calls it: 'ext4', 'cifs', 'fuse.sshfs', 'smbfs'. */
  readonly type: string;
  /** What is mounted: a device, a share, an address. */
  readonly source: string;
}

/** A folder that a service registered with Windows. */
export interface SyncRoot {
  /** The service by the name it gave itself: 'OneDrive', 'iCloudDrive'. */
  readonly service: string;
  readonly folder: string;
}

/** The lines of /proc/self/mountinfo; see proc_pid_mountinfo(5). */
export function mountsOfProc(text: string): readonly Mount[] {
  const plain = (word: string) =>
    word.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return text.split('\n').flatMap((line) => {
    const [before = '', after] = line.split(' - ');
    const point = before.split(' ')[4];
    const [type, source] = (after ?? '').split(' ');
    return point === undefined || type === undefined || source === undefined
      ? []
      : [{ point: plain(point), type, source: plain(source) }];
  });
}

/** What `mount` prints on macOS: 'source on point (type, more)'. */
export function mountsOfCommand(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, source, point, type] = /^(.+?) on (.+) \(([^,)]+)[^()]*\)$/.exec(line) ?? [];
    return source === undefined || point === undefined || type === undefined ? [] : [{ point, type, source }];
  });
}

/** What `reg query` prints of SyncRootManager: a key per service and account, below it the folders of each account of the machine. */
export function rootsOfRegistry(text: string): readonly SyncRoot[] {
  let service: string | undefined;
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.startsWith('HKEY_')) {
      const parts = line.trim().split('\\');
      service = parts.at(-1) === 'UserSyncRoots' ? (parts.at(-2) ?? '').split('!')[0] : undefined;
      return [];
    }
    const folder = /^\s+\S+\s+REG_SZ\s+(.+)$/.exec(line)?.[1]?.trim();
    return service === undefined || folder === undefined ? [] : [{ service, folder }];
  });
}

/** Nothing when the system does not say: whoever asks has other ways too. */
function said(program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, [...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2000,
      windowsHide: true,
    });
  } catch {
    return '';
  }
}

export function mountsHere(): readonly Mount[] {
  if (process.platform === 'darwin') return mountsOfCommand(said('/sbin/mount'));
  if (process.platform !== 'linux') return [];
  try {
    return mountsOfProc(readFileSync('/proc/self/mountinfo', 'utf8'));
  } catch {
    return [];
  }
}

export function syncRootsHere(): readonly SyncRoot[] {
  if (process.platform !== 'win32') return [];
  const reg = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager';
  return rootsOfRegistry(said(reg, 'query', key, '/s'));
}

/** The number by which Linux knows a file system (statfs(2)); elsewhere such numbers mean nothing. */
export function fileSystemNumber(path: string): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return statfsSync(path).type >>> 0;
  } catch {
    return undefined;
  }
}
