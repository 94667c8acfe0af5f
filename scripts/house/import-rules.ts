/** Who may import whom: one table, read from top to bottom; the first row that names a file's place decides. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import type { Import } from './imports.ts';

/** A file ('a/b.ts'), everything in a folder ('a/'), a package, 'node:' for Node's own modules, '*' for anything, '.' for the own folder. */
type Place = string;

interface Row {
  readonly from: readonly Place[];
  readonly may: readonly Place[];
  /** Only as `import type`: what is named here is given to the file when the app runs. */
  readonly mayNameTypesOf?: readonly Place[];
  /** Out of what the row allows. */
  readonly never?: readonly Place[];
}

const nouns: readonly Place[] = [
  'shared/study/',
  'shared/calendar.ts',
  'shared/problem.ts',
  'shared/intake-problems.ts',
  'shared/interview-problems.ts',
  'shared/contact-problems.ts',
];
const stages = ['intake', 'schedule', 'contact', 'interview', 'reporting', 'export', 'destruction'];
const shell: readonly Place[] = [
  ...['electron/main.ts', 'electron/window.ts', 'electron/menu.ts', 'electron/preload.ts'],
  ...['electron/shell-requests.ts', 'electron/office-utility.ts'],
];
/** How a process is started, and how it speaks with whoever started it. */
const processes: readonly Place[] = ['electron/child.ts', 'electron/parent.ts'];

export const importRules: readonly Row[] = [
  {
    from: [
      ...['shared/contract.ts', 'shared/recovery-contract.ts', 'shared/definition.ts', 'shared/inputs.ts'],
      'shared/intake-contract.ts',
      'shared/interview-contract.ts',
      'shared/contact-contract.ts',
      'shared/study-set-up.ts',
    ],
    may: ['shared/', 'zod'],
  },
  {
    from: [
      'shared/views.ts',
      'shared/fieldwork-views.ts',
      'shared/guard-views.ts',
      'shared/held-views.ts',
      'shared/intake-views.ts',
      'shared/interview-views.ts',
      'shared/contact-views.ts',
      'shared/journal-views.ts',
    ],
    may: nouns,
    mayNameTypesOf: ['shared/'],
  },
  {
    from: [
      'shared/shell.ts',
      'shared/request-until.ts',
      'shared/reading-requests.ts',
      'shared/request-when-damaged.ts',
      'shared/needs-whole-study.ts',
    ],
    may: [],
    mayNameTypesOf: ['shared/'],
  },
  { from: nouns, may: nouns },
  ...stages.map((stage) => ({
    from: [`shared/${stage}/`],
    may: [...nouns, '.'],
    mayNameTypesOf: [
      'shared/views.ts',
      'shared/fieldwork-views.ts',
      'shared/guard-views.ts',
      'shared/held-views.ts',
      'shared/interview-views.ts',
      'shared/contact-views.ts',
      'shared/journal-views.ts',
    ],
  })),
  {
    from: ['electron/vault/'],
    // who is looked up among everyone is looked up where everyone may be opened
    may: ['.', 'node:', ...nouns, ...processes, 'shared/contact/look-up.ts', 'libsodium-wrappers'],
    mayNameTypesOf: ['shared/'],
  },
  {
    from: ['electron/store/'],
    may: ['.', 'node:', ...nouns, 'better-sqlite3'],
    mayNameTypesOf: ['shared/', 'electron/vault/'],
  },
  // the process that holds the untrusted file decides itself which columns leave it
  { from: ['electron/files/reader-process.ts'], may: ['.', 'node:', ...nouns, ...processes, 'shared/intake/'] },
  // and what a message is
  {
    from: ['electron/files/messages-of-files.ts', 'electron/files/reader-answer.ts'],
    may: ['.', 'node:', ...nouns, 'shared/contact/read-incoming.ts'],
    mayNameTypesOf: ['shared/'],
  },
  {
    from: ['electron/files/'],
    may: [
      ...['.', 'node:', ...nouns, ...processes],
      ...['xlsx', 'libphonenumber-js', 'officecrypto-tool', 'age-encryption', 'postal-mime'],
    ],
    mayNameTypesOf: ['shared/'],
  },
  {
    from: ['electron/post/'],
    may: [
      '.',
      'node:',
      'electron/pause.ts',
      ...nouns,
      'nodemailer',
      'imapflow',
      'fflate',
      'pdfkit',
      'qrcode',
      'bidi-js',
    ],
    mayNameTypesOf: ['shared/'],
  },
  {
    from: ['electron/requests/'],
    may: [
      ...['shared/', 'electron/store/', 'node:crypto'],
      ...[
        'electron/case-requests.ts',
        'electron/held-on-case.ts',
        'electron/opened-case.ts',
        'electron/stopping.ts',
        'electron/cases-to-date.ts',
        'electron/coded-cases.ts',
        'electron/halt.ts',
        'electron/next-due.ts',
        'electron/shift.ts',
      ],
      ...[
        'electron/desk.ts',
        'electron/contacts.ts',
        'electron/deliveries.ts',
        'electron/opened-study.ts',
        'electron/unreachable.ts',
        'electron/letter-batch.ts',
        'electron/case-by-code.ts',
        'electron/free-code.ts',
      ],
      ...[
        'electron/study-status.ts',
        'electron/practice/',
        'electron/staff.ts',
        'electron/journal-file.ts',
        'electron/mailing/',
        'electron/epoch.ts',
        'electron/hand-out.ts',
        'electron/intake/',
        'electron/interview/',
        'electron/contact/',
        'electron/keyring-file.ts',
        'electron/reconciling.ts',
        'electron/restoring.ts',
        'electron/safeguards.ts',
      ],
    ],
    mayNameTypesOf: ['electron/'],
    never: ['electron/requests/', ...shell],
  },
  {
    from: ['electron/bridge.ts', 'electron/seats.ts'],
    may: [
      ...[
        'shared/contract.ts',
        'shared/request-until.ts',
        'shared/request-when-damaged.ts',
        'shared/reading-requests.ts',
        'shared/problem.ts',
      ],
      ...['electron/bridge.ts', 'electron/page-files.ts', 'electron/handout-path.ts', 'node:'],
      ...['electron/agreement-end.ts', 'electron/clock-backwards.ts', 'electron/reconciling.ts', 'electron/upkeep.ts'],
    ],
    mayNameTypesOf: ['shared/', 'electron/'],
    never: shell,
  },
  {
    from: shell,
    may: ['electron', 'node:', 'shared/', 'electron/'],
    never: ['electron/store/', 'electron/vault/', 'electron/requests/', 'electron/files/', 'electron/post/'],
  },
  { from: ['electron/'], may: ['shared/', 'electron/', 'node:'], never: shell },
  { from: ['renderer/vite.config.ts'], may: ['vite', 'node:'] },
  {
    from: ['renderer/'],
    may: ['.', 'renderer/', 'shared/', 'react', 'react-dom', '@fontsource-variable/'],
  },
  { from: ['scripts/', 'test/'], may: ['*'] },
];

/** Modules that reach a network, and the only places outside scripts and tests that may have them. */
const network = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector'];
const networkPlaces: readonly Place[] = ['electron/post/', 'electron/seats.ts', 'scripts/', 'test/'];

export function isIn(place: Place, path: string, ownFolder = ''): boolean {
  if (place === '*') return true;
  if (place === '.') return path.startsWith(ownFolder);
  return place === 'node:' || place.endsWith('/') ? path.startsWith(place) : path === place;
}

/** What is imported: a path in the project, 'node:…', or the name of a package. Undefined when it lies outside of all. */
function targetOf(from: string, path: string): string | undefined {
  if (/^\.{1,2}(?:\/|$)/.test(from)) {
    const target = posix.join(posix.dirname(path), from.replace(/[?#].*$/, ''));
    return target.startsWith('..') ? undefined : target;
  }
  if (from.startsWith('node:')) return from;
  if (/^[/#]|^[a-z]+:/i.test(from)) return undefined;
  if (builtinModules.includes(from)) return `node:${from}`;
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What is wrong with one import of the file at `path`, else undefined. */
export function importFault(path: string, { from, typeOnly }: Import): string | undefined {
  const row = importRules.find((each) => each.from.some((place) => isIn(place, path)));
  if (!row) return 'no row of the table says what this place may import';
  if (from === undefined) return row.may.includes('*') ? undefined : 'imports what it computes';
  const target = targetOf(from, path);
  if (target === undefined) return `imports '${from}', outside the project`;
  if (network.some((name) => target === `node:${name}`) && !networkPlaces.some((place) => isIn(place, path)))
    return `imports '${target}', which reaches a network`;
  const ownFolder = `${posix.dirname(path).split('/').slice(0, 2).join('/')}/`;
  const within = (places: readonly Place[] = []) => places.some((place) => isIn(place, target, ownFolder));
  if (within(row.never)) return `may not import '${target}'`;
  if (within(row.may) || (typeOnly && within(row.mayNameTypesOf))) return undefined;
  return within(row.mayNameTypesOf) ? `may import only types of '${target}'` : `may not import '${target}'`;
}
