/**
 * Whether a folder is kept in step with other machines, and by what. A study there would be copied to where nobody can erase it, old versions
 * would be kept, and two machines could write in one database. What is looked for are the signs that each service itself leaves.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { type PlatformPath, posix, win32 } from 'node:path';
import { refuse, type SyncedBy } from '../shared/problem.ts';
import { fileSystemNumber, type Mount, mountsHere, type SyncRoot, syncRootsHere } from './mounted.ts';

/** The machine around a folder, as far as it tells of synchronising. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly mounts: () => readonly Mount[];
  readonly syncRoots: () => readonly SyncRoot[];
  readonly fileSystemNumber: (path: string) => number | undefined;
  /** With every link followed, and a drive of a network by its server; undefined when nothing is there. */
  readonly realPath: (path: string) => string | undefined;
  /** What stands in a folder; nothing when it cannot be read. */
  readonly names: (folder: string) => readonly string[];
  readonly read: (file: string) => string | undefined;
  /** The same for every way to one folder; undefined when nothing is there. */
  readonly identity: (path: string) => string | undefined;
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export const thisMachine: Surroundings = {
  platform: process.platform,
  home: homedir(),
  env: process.env,
  mounts: mountsHere,
  syncRoots: syncRootsHere,
  fileSystemNumber,
  realPath: (path) => orUndefined(() => realpathSync.native(path)),
  names: (folder) => orUndefined(() => readdirSync(folder)) ?? [],
  read: (file) => orUndefined(() => readFileSync(file, 'utf8')),
  identity: (path) =>
    orUndefined(() => {
      const { dev, ino } = statSync(path);
      return `${dev} ${ino}`;
    }),
};

/** The folder as the rules below look at it. */
interface Place {
  readonly around: Surroundings;
  readonly path: PlatformPath;
  /** Where it really is. */
  readonly folder: string;
  readonly segments: readonly string[];
  readonly isWithin: (root: string) => boolean;
}

type Rule = (place: Place) => SyncedBy | undefined;

/** By what the folder is kept in step, as far as can be seen; undefined for a plain folder of this machine. It need not exist yet. */
export function findSync(folder: string, around: Surroundings = thisMachine): SyncedBy | undefined {
  const path = around.platform === 'win32' ? win32 : posix;
  const real = realFolder(path.resolve(folder), path, around);
  const alike = (text: string) => (around.platform === 'linux' ? text : text.toLowerCase());
  const place: Place = {
    around,
    path,
    folder: real,
    segments: real.split(path.sep).filter((segment) => segment !== ''),
    isWithin(root) {
      const way = path.relative(alike(realFolder(path.resolve(root), path, around)), alike(real));
      return !path.isAbsolute(way) && way.split(path.sep)[0] !== '..';
    },
  };
  for (const rule of rules) {
    const by = rule(place);
    if (by !== undefined) return by;
  }
  return undefined;
}

/** Where a folder is, or would be when it is made. */
function realFolder(folder: string, path: PlatformPath, around: Surroundings): string {
  const real = around.realPath(folder);
  if (real !== undefined) return real.replace(/^\\\\\?\\(UNC\\)?/, (_, unc) => (unc === undefined ? '' : '\\\\'));
  const above = path.dirname(folder);
  return above === folder ? folder : path.join(realFolder(above, path, around), path.basename(folder));
}

/** How the services call the folders that they make. */
const namedFolders: readonly (readonly [RegExp, SyncedBy])[] = [
  [/^onedrive( - .+|-.+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\)|-.+)?$/i, 'Dropbox'],
  [/^google ?drive(-.+| \(.+\))?$/i, 'Google Drive'],
  [/^icloud ?drive$/i, 'iCloud Drive'],
  [/^nextcloud$/i, 'Nextcloud'],
  [/^owncloud$/i, 'ownCloud'],
];

/** What the services keep at the top of a folder of theirs. */
const markers: readonly (readonly [RegExp, SyncedBy])[] = [
  [/^\.dropbox\.cache$/, 'Dropbox'],
  [/^\.tmp\.drive(down|up)load$/, 'Google Drive'],
  [/^(\.nextcloudsync\.log|\.sync_[0-9a-f]{8,}\.db)$/, 'Nextcloud'],
  [/^(\.owncloudsync\.log(\..+)?|\._sync_[0-9a-f]{8,}\.db|\.csync_journal\.db)$/, 'ownCloud'],
  [/^\.stfolder( \(.+\))?$/, 'Syncthing'],
];

/** Names of the kind 'fuse.sshfs' that reach another machine; a file system that is encrypted or joined on this one is no such thing. */
const networkTypes =
  /^(nfs4?|cifs|smb[23]?|smbfs|afpfs|webdav|davfs|ftp|ncpfs|ceph|lustre|coda|afs|glusterfs|fuse\.(sshfs|rclone|gvfsd-fuse|gvfs-fuse-daemon|davfs2?|curlftpfs|smbnetfs|glusterfs|ceph|s3fs|gcsfuse|goofys|juicefs|seadrive|onedriver|google-drive-ocamlfuse|pcloud|kio-fuse))$/;
/** The same by the numbers of statfs(2), from linux/magic.h and the manual: NFS, SMB, CIFS, SMB2, NCP, CODA, AFS (two), Ceph, Lustre. */
const networkNumbers: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x73757245, 0x5346414f, 0x6b414653, 0x00c36400, 0x0bd00bd0,
];

const ofService = (name: string): SyncedBy => {
  const found = namedFolders.find(([form]) => form.test(name)) ?? [undefined, undefined];
  if (found[1] !== undefined) return found[1];
  if (/^(drivefs|google)/i.test(name)) return 'Google Drive';
  if (/^icloud/i.test(name)) return 'iCloud Drive';
  if (/^box(-.+)?$/i.test(name)) return 'Box';
  return 'another-service';
};

const rules: readonly Rule[] = [
  // Windows: OneDrive says where it is, and every service of the system's own kind has registered its folders.
  ({ around: { env }, isWithin }) => {
    const roots = [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer];
    return roots.some((root) => root !== undefined && root !== '' && isWithin(root)) ? 'OneDrive' : undefined;
  },
  ({ around, isWithin }) => {
    const root = around.syncRoots().find(({ folder }) => isWithin(folder));
    return root === undefined ? undefined : ofService(root.service);
  },
  // macOS: services of the system's own kind have their folders in one place, and iCloud may hold the desk and the documents too.
  ({ segments }) => {
    const at = segments.findIndex((segment, nr) => segment === 'CloudStorage' && segments[nr - 1] === 'Library');
    const name = at < 0 ? undefined : segments[at + 1];
    return name === undefined ? undefined : ofService(name);
  },
  ({ around, path, segments, isWithin }) => {
    if (around.platform !== 'darwin') return undefined;
    if (segments.some((segment, nr) => segment === 'Mobile Documents' && segments[nr - 1] === 'Library'))
      return 'iCloud Drive';
    const inCloud = path.join(around.home, 'Library', 'Mobile Documents', 'com~apple~CloudDocs');
    const isHeld = (name: string) => {
      const held = around.identity(path.join(inCloud, name));
      return held !== undefined && held === around.identity(path.join(around.home, name));
    };
    const held = ['Desktop', 'Documents'].find((name) => isWithin(path.join(around.home, name)) && isHeld(name));
    return held === undefined ? undefined : 'iCloud Drive';
  },
  // Dropbox writes down where its folders are.
  ({ around, path, isWithin }) => {
    const { env, home } = around;
    const above = [env.APPDATA, env.LOCALAPPDATA].filter((folder) => folder !== undefined && folder !== '');
    const files = [...above.map((folder) => path.join(folder!, 'Dropbox')), path.join(home, '.dropbox')];
    const isHeld = files.some((folder) => dropboxFolders(around.read(path.join(folder, 'info.json'))).some(isWithin));
    return isHeld ? 'Dropbox' : undefined;
  },
  ({ segments }) => {
    for (const segment of segments) {
      const named = namedFolders.find(([form]) => form.test(segment));
      if (named !== undefined) return named[1];
    }
    return undefined;
  },
  // Too short a word to mean anything elsewhere than where Box makes it.
  ({ around: { home }, path, isWithin }) =>
    ['Box', 'Box Sync'].some((name) => isWithin(path.join(home, name))) ? 'Box' : undefined,
  // A drive of Google's own on Windows.
  ({ around, segments }) =>
    around.platform === 'win32' && /^(my|mijn|shared|gedeelde) drives?$/i.test(segments[1] ?? '')
      ? 'Google Drive'
      : undefined,
  ({ around, path, folder }) => {
    for (let above = folder; ; above = path.dirname(above)) {
      for (const name of around.names(above)) {
        const marker = markers.find(([form]) => form.test(name));
        if (marker !== undefined) return marker[1];
      }
      if (path.dirname(above) === above) return undefined;
    }
  },
  ({ around, folder }) => (around.platform === 'win32' && folder.startsWith('\\\\') ? 'network' : undefined),
  ({ around, isWithin, folder, path }) => {
    const holding = around.mounts().filter(({ point }) => isWithin(point));
    const length = Math.max(0, ...holding.map(({ point }) => point.length));
    const mount = holding.findLast(({ point }) => point.length === length);
    if (mount === undefined) return numberOf(folder, path, around);
    const { type, source } = mount;
    // davfs and others are plain 'fuse'; what they mount is an address, or a folder of another machine.
    const isElsewhere = /^(fuse|macfuse|osxfuse)$/.test(type) && /^(\w[\w+.-]+:\/\/|[\w.@-]{2,}:)/.test(source);
    return networkTypes.test(type) || isElsewhere ? 'network' : numberOf(folder, path, around);
  },
];

function numberOf(folder: string, path: PlatformPath, around: Surroundings): SyncedBy | undefined {
  for (let above = folder; ; above = path.dirname(above)) {
    const number = around.fileSystemNumber(above);
    if (number !== undefined) return networkNumbers.includes(number) ? 'network' : undefined;
    if (path.dirname(above) === above) return undefined;
  }
}

/** Dropbox's own note of where its folders are: {"personal": {"path": "..."}, "business": {...}}. */
function dropboxFolders(note: string | undefined): readonly string[] {
  const accounts = orUndefined(() => JSON.parse(note ?? '{}') as unknown);
  if (typeof accounts !== 'object' || accounts === null) return [];
  return Object.values(accounts).flatMap((account) => {
    const { path } = (account ?? {}) as { readonly path?: unknown };
    return typeof path === 'string' && path !== '' ? [path] : [];
  });
}

/** A study is neither made nor opened where other machines get a copy of it. */
export function refuseSynced(
  { findSync }: { readonly findSync: (folder: string) => SyncedBy | undefined },
  folder: string,
): void {
  const by = findSync(folder);
  if (by !== undefined) refuse('study.folder-synchronised', { by });
}
