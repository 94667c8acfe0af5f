import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../electron/desk.ts';
import { type Mount, mountsOfCommand, mountsOfProc, rootsOfRegistry } from '../../electron/mounted.ts';
import { openOffice } from '../../electron/office.ts';
import { findSync, type Surroundings, thisMachine } from '../../electron/synced-folder.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import { officeWithStudy, passphraseOf, quickHost, temporaryFolder } from './office.ts';

const homes = { linux: '/h/v', darwin: '/h/v', win32: 'C:\\H\\v' } as const;
type System = keyof typeof homes;

const mountInfo = String.raw`27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:50 / /h/v/sleutels rw shared:1 master:2 - fuse.gocryptfs /dev/sdb rw
31 27 0:44 / /media/map\040van\040allen rw,nosuid shared:5 - cifs //server/deel rw,vers=3.1.1
32 27 0:45 / /srv/nfs rw - nfs4 server:/export rw
33 27 0:46 / /h/v/ver rw - fuse.sshfs v@server: rw
34 27 0:47 / /h/v/wolk rw - fuse.rclone wolk: rw
35 27 0:48 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
36 27 0:49 / /h/v/dav rw - fuse https://server/dav rw
37 27 0:51 / /auto rw - autofs systemd-1 rw
38 37 0:52 / /auto rw - nfs server:/auto rw
39 27 0:53 / /mnt/stick rw - fuseblk /dev/sdc1 rw
40 31 0:54 / /media/map\040van\040allen/los rw - ext4 /dev/sdd1 rw`;
const macMounts = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//v@server/deel on /Volumes/deel (smbfs, nodev, nosuid, mounted by v)
server:/export on /Volumes/een map (1) (nfs, nodev)
https://server/dav/ on /Volumes/dav (webdav, nodev)
v@server: on /h/v/ver (macfuse, nodev)
/dev/disk4s1 on /Volumes/stick (exfat, local)`;
const registry = [
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager\\OneDrive!S-1-5-21-1-1001!Business1|x',
  '    DisplayNameResource    REG_EXPAND_SZ    Gemeente',
  '    IconResource    REG_EXPAND_SZ    C:\\Program Files\\OneDrive.exe,-1',
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager\\OneDrive!S-1-5-21-1-1001!Business1|x\\UserSyncRoots',
  '    S-1-5-21-1-1001    REG_SZ    C:\\H\\v\\Bureau Veldwerk\\Projecten - Documenten',
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager\\Tresor!S-1-5-21-1-1001!1\\UserSyncRoots',
  '    S-1-5-21-1-1001    REG_SZ    D:\\Kluis',
].join('\r\n');

const mountsOf: Readonly<Record<System, readonly Mount[]>> = {
  linux: mountsOfProc(mountInfo),
  darwin: mountsOfCommand(macMounts),
  win32: [],
};

/** A machine on which only these things are, and every path is as it is written unless `links` says otherwise. */
function machine(platform: System, more: Partial<Surroundings> & { readonly links?: Record<string, string> } = {}) {
  const { links = {}, ...given } = more;
  const around: Surroundings = {
    platform,
    home: homes[platform],
    env: {},
    mounts: () => mountsOf[platform],
    syncRoots: () => (platform === 'win32' ? rootsOfRegistry(registry) : []),
    fileSystemNumber: () => (platform === 'linux' ? 0xef53 : undefined),
    realPath: (path) => links[path] ?? path,
    names: () => [],
    read: () => undefined,
    identity: (path) => path,
    ...given,
  };
  return around;
}

const standsAt = (folder: string, ...found: readonly string[]): Partial<Surroundings> => ({
  names: (asked) => (asked === folder ? found : ['study', 'notes.txt']),
});

describe('a folder is found to be kept in step', () => {
  const cases: [string, System, string, Parameters<typeof machine>[1]?][] = [
    ['OneDrive', 'win32', 'C:\\H\\v\\OneDrive\\Onderzoek'],
    ['OneDrive', 'win32', 'C:\\H\\v\\OneDrive - Gemeente Waterhoven\\Documenten\\Onderzoek'],
    ['OneDrive', 'win32', 'D:\\wolk\\onderzoek', { env: { OneDrive: 'D:\\Wolk' } }],
    ['OneDrive', 'win32', 'D:\\wolk\\onderzoek', { env: { OneDriveCommercial: 'd:\\wolk\\' } }],
    ['OneDrive', 'win32', 'D:\\wolk', { env: { OneDriveConsumer: 'D:\\wolk' } }],
    ['OneDrive', 'win32', 'c:\\h\\V\\bureau veldwerk\\Projecten - Documenten\\nieuw'],
    ['another-service', 'win32', 'D:\\Kluis\\onderzoek'],
    ['OneDrive', 'darwin', '/h/v/Library/CloudStorage/OneDrive-Waterhoven/Onderzoek'],
    ['Google Drive', 'darwin', '/h/v/Library/CloudStorage/GoogleDrive-v@example.org/Mijn Drive/Onderzoek'],
    ['Box', 'darwin', '/h/v/Library/CloudStorage/Box-Box/Onderzoek'],
    ['another-service', 'darwin', '/h/v/Library/CloudStorage/ProtonDrive-v/Onderzoek'],
    ['iCloud Drive', 'darwin', '/h/v/Library/Mobile Documents/com~apple~CloudDocs/Onderzoek'],
    [
      'iCloud Drive',
      'darwin',
      '/h/v/Documents/Onderzoek',
      { identity: (path) => path.replace('/Library/Mobile Documents/com~apple~CloudDocs', '') },
    ],
    ['iCloud Drive', 'win32', 'C:\\H\\v\\iCloudDrive\\Onderzoek'],
    ['Dropbox', 'linux', '/h/v/Dropbox/onderzoek'],
    ['Dropbox', 'win32', 'C:\\H\\v\\Dropbox (Bureau)\\onderzoek'],
    [
      'Dropbox',
      'linux',
      '/data/gedeeld/onderzoek',
      {
        read: (file) => (file === '/h/v/.dropbox/info.json' ? '{"business": {"path": "/data/gedeeld"}}' : undefined),
      },
    ],
    [
      'Dropbox',
      'win32',
      'E:\\gedeeld\\onderzoek',
      {
        env: { LOCALAPPDATA: 'C:\\H\\v\\AppData\\Local' },
        read: (file) =>
          file === 'C:\\H\\v\\AppData\\Local\\Dropbox\\info.json'
            ? '{"personal": {"path": "E:\\\\Gedeeld", "host": 1}}'
            : undefined,
      },
    ],
    ['Dropbox', 'linux', '/data/gedeeld/a/b', standsAt('/data/gedeeld', '.dropbox.cache', 'a')],
    ['Google Drive', 'win32', 'G:\\Mijn Drive\\onderzoek'],
    ['Google Drive', 'win32', 'G:\\Shared drives\\Bureau'],
    ['Google Drive', 'linux', '/h/v/Google Drive/onderzoek'],
    ['Google Drive', 'win32', 'D:\\spiegel\\a', standsAt('D:\\spiegel', '.tmp.drivedownload')],
    [
      'Nextcloud',
      'linux',
      '/data/nc/onderzoek',
      standsAt('/data/nc', '.sync_0123456789ab.db', '.sync_0123456789ab.db-wal'),
    ],
    ['Nextcloud', 'win32', 'D:\\nc', standsAt('D:\\nc', '.nextcloudsync.log')],
    ['ownCloud', 'linux', '/data/surf/onderzoek', standsAt('/data/surf', '._sync_0123456789ab.db')],
    ['ownCloud', 'linux', '/h/v/ownCloud/onderzoek'],
    ['Box', 'win32', 'C:\\H\\v\\Box\\onderzoek'],
    ['Box', 'darwin', '/h/v/Box Sync/onderzoek'],
    ['Syncthing', 'linux', '/data/s/onderzoek', standsAt('/data/s', '.stfolder', '.stignore')],
    ['network', 'win32', '\\\\server\\deel\\onderzoek'],
    ['network', 'win32', 'Z:\\onderzoek', { links: { 'Z:\\onderzoek': '\\\\server\\deel\\onderzoek' } }],
    ['network', 'win32', 'Z:\\onderzoek', { links: { 'Z:\\onderzoek': '\\\\?\\UNC\\server\\deel\\onderzoek' } }],
    ['network', 'linux', '/media/map van allen/onderzoek'],
    ['network', 'linux', '/srv/nfs'],
    ['network', 'linux', '/h/v/ver/onderzoek'],
    ['network', 'linux', '/h/v/wolk/onderzoek'],
    ['network', 'linux', '/run/user/1000/gvfs/smb-share:server=a/onderzoek'],
    ['network', 'linux', '/h/v/dav/onderzoek'],
    ['network', 'linux', '/auto/onderzoek'],
    ['network', 'linux', '/elders', { mounts: () => [], fileSystemNumber: () => 0xfe534d42 }],
    ['network', 'darwin', '/Volumes/deel/onderzoek'],
    ['network', 'darwin', '/Volumes/een map (1)/onderzoek'],
    ['network', 'darwin', '/Volumes/dav/onderzoek'],
    ['network', 'darwin', '/h/v/ver/onderzoek'],
    // A way that looks plain and leads elsewhere.
    ['Dropbox', 'linux', '/h/v/onderzoek', { links: { '/h/v/onderzoek': '/h/v/Dropbox/onderzoek' } }],
  ];
  test.each(cases)('%s on %s', (...[by, platform, folder, more]) => {
    expect(findSync(folder, machine(platform, more))).toBe(by);
  });

  test('also when it is not made yet: by what is above it', () => {
    const { realPath: _, ...around } = machine('linux');
    const real: Readonly<Record<string, string>> = { '/h/v': '/h/v', '/h/v/hier': '/h/v/Nextcloud/hier' };
    expect(findSync('/h/v/hier/nieuw/onderzoek', { ...around, realPath: (path) => real[path] })).toBe('Nextcloud');
  });
});

describe('a plain folder is not', () => {
  const cases: [System, string, Parameters<typeof machine>[1]?][] = [
    [
      'win32',
      'C:\\H\\v\\Veldwerk\\onderzoeken\\wijkteams',
      { env: { OneDrive: 'C:\\H\\v\\OneDrive', OneDriveConsumer: '' } },
    ],
    ['win32', 'C:\\H\\v\\OneDriveonderzoek', { env: { OneDrive: 'C:\\H\\v\\OneDrive' } }],
    ['win32', 'D:\\Kluisje\\onderzoek'],
    ['win32', 'D:\\projecten\\My Drive test'],
    ['win32', 'C:\\H\\v\\', { links: { 'C:\\H\\v\\': '\\\\?\\C:\\H\\v' } }],
    ['darwin', '/h/v/Documents/Onderzoek', { identity: (path) => (path.includes('Mobile') ? 'a' : 'b') }],
    ['darwin', '/Volumes/stick/onderzoek'],
    ['darwin', '/h/v/Library/Application Support/onderzoek'],
    ['linux', '/h/v/onderzoek-dropbox-2026'],
    ['linux', '/h/v/box/onderzoek'],
    ['linux', '/h/v/sleutels/onderzoek'],
    ['linux', '/mnt/stick/onderzoek'],
    ['linux', '/media/map van allen/los/onderzoek'],
    ['linux', '/h/v/onderzoek', standsAt('/h/v', '.dropbox', '.config', '.sync', 'sync.db')],
    ['linux', '/data/a', { read: () => 'no JSON' }],
    ['linux', '/data/a', { read: () => '{"personal": null, "business": {"path": "/data/ab"}}' }],
    // A folder of the service itself that only holds a link to elsewhere.
    ['linux', '/h/v/Dropbox/los', { links: { '/h/v/Dropbox/los': '/data/los' } }],
  ];
  test.each(cases)('on %s: %s', (...[platform, folder, more]) => {
    expect(findSync(folder, machine(platform, more))).toBeUndefined();
  });
});

describe('what the system says is read', () => {
  test('of /proc, with spaces in it', () => {
    const mounts = mountsOfProc(mountInfo);
    expect(mounts.length).toBe(12);
    expect(mounts[2]).toEqual({ point: '/media/map van allen', type: 'cifs', source: '//server/deel' });
    expect(mountsOfProc('nonsense\n\n1 2 - x')).toEqual([]);
  });
  test('of macOS, with brackets in it', () => {
    expect(mountsOfCommand(macMounts)).toHaveLength(7);
    expect(mountsOfCommand(macMounts)[3]).toEqual({
      point: '/Volumes/een map (1)',
      type: 'nfs',
      source: 'server:/export',
    });
  });
  test('of the registry of Windows, the folders only', () => {
    expect(rootsOfRegistry(registry)).toEqual([
      { service: 'OneDrive', folder: 'C:\\H\\v\\Bureau Veldwerk\\Projecten - Documenten' },
      { service: 'Tresor', folder: 'D:\\Kluis' },
    ]);
  });
});

describe('on this machine', () => {
  let here: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    here = temporaryFolder();
  });
  afterEach(() => here.remove());

  test('a folder of a service is found through a link, and the folder beside it is plain', () => {
    const synced = join(here.folder, 'Nextcloud', 'study');
    mkdirSync(synced, { recursive: true });
    const plain = join(here.folder, 'plain');
    mkdirSync(plain);
    const link = join(plain, 'link');
    symlinkSync(synced, link, 'junction');
    expect(findSync(link)).toBe('Nextcloud');
    expect(findSync(join(link, 'not made yet'))).toBe('Nextcloud');
    expect(findSync(plain)).toBeUndefined();
    expect(thisMachine.realPath(join(plain, 'nothing'))).toBeUndefined();
  });

  test('no study is made, turned to or entered in one; beside it everything goes on', async () => {
    const open = await officeWithStudy(here.folder);
    open.office.close();
    const synced = join(here.folder, 'OneDrive');
    let by: ReturnType<typeof findSync> = 'network';
    const host = quickHost(here.folder, { findSync: (folder) => (folder === open.folder ? by : findSync(folder)) });
    const office = openOffice(host, host.onBug);
    const ask = askingAs(office);
    const signIn = () => ask('s', 'study.signIn', { name: 'manager', passphrase: passphraseOf('manager') });

    const [listed] = (await ask('s', 'study.recent', {})).studies;
    const choose = () => ask('s', 'study.choose', { study: listed!.study });
    expect(await refusalOf(choose())).toEqual({ problem: 'study.folder-synchronised', by: 'network' });
    office.useFolder(open.folder);
    expect(await refusalOf(signIn())).toEqual({ problem: 'study.folder-synchronised', by: 'network' });

    office.useFolder(join(synced, 'new'));
    const person = { name: 'x', roles: ['manager', 'researcher'] as const, confidentialityOn: day('2026-01-15') };
    const people = [{ ...person, roles: [...person.roles], passphrase: passphraseOf('x') }];
    const create = () => ask('s', 'study.create', { title: 'T', practice: true, people });
    expect(await refusalOf(create())).toEqual({ problem: 'study.folder-synchronised', by: 'OneDrive' });
    expect(thisMachine.names(here.folder)).not.toContain('OneDrive');
    office.useFolder(join(here.folder, 'new'));
    expect((await create()).deviceSecretIn).toBe('file');

    by = undefined;
    await choose();
    expect((await signIn()).roles).toEqual(['manager']);
    office.close();
  });

  test('a device secret in a file of such a folder is told when a study is made', async () => {
    const person = {
      name: 'x',
      roles: ['manager' as const, 'researcher' as const],
      confidentialityOn: day('2026-01-15'),
    };
    const making = async (options: Partial<Host>) => {
      const host = quickHost(here.folder, options);
      const office = openOffice(host, host.onBug);
      const people = [{ ...person, passphrase: passphraseOf('x') }];
      const asked = { title: 'T', practice: true, people, where: 'standard' as const };
      return askingAs(office)('s', 'study.create', asked).finally(() => office.close());
    };
    const own = join(here.folder, 'app');
    const synced = await making({ findSync: (folder) => (folder === own ? 'Dropbox' : undefined) });
    expect(synced).toMatchObject({ deviceSecretIn: 'file', deviceSecretSyncedBy: 'Dropbox' });
    expect(await making({})).not.toHaveProperty('deviceSecretSyncedBy');
    const { deviceSecrets } = quickHost(here.folder);
    const inKeychain = { ...deviceSecrets, kindOf: () => 'keychain' as const };
    const kept = await making({
      findSync: (folder) => (folder === own ? 'Dropbox' : undefined),
      deviceSecrets: inKeychain,
    });
    expect(kept).not.toHaveProperty('deviceSecretSyncedBy');
  });
});
