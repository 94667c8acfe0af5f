/** `npm run build`: the page and the programs of the app in .cache/app, as Electron and a browser seat run them. Skipped when nothing changed. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const builds = join(root, '.cache', 'app');
/** A build that nobody asked for in so long is removed; a younger one may still be running. */
const keptMs = 3_600_000;

const programs = {
  main: 'electron/main.ts',
  'office-process': 'electron/office-process.ts',
  'vault/vault-process': 'electron/vault/vault-process.ts',
  'files/reader-process': 'electron/files/reader-process.ts',
};

/** The folder of the app as the sources are now. What is there is never changed: an app that runs from it goes on. */
export async function buildApp(): Promise<string> {
  const app = join(builds, fingerprint().slice(0, 16));
  if (!existsSync(app)) {
    const beside = `${app}.${process.pid}`;
    const { NODE_ENV } = process.env;
    await buildInto(beside);
    if (NODE_ENV !== undefined) process.env.NODE_ENV = NODE_ENV;
    putInPlace(beside, app);
  }
  utimesSync(app, new Date(), new Date());
  removeOld();
  return app;
}

/** Whoever was first is right: both were made of the same sources. */
export function putInPlace(beside: string, app: string): void {
  try {
    renameSync(beside, app);
  } catch (error) {
    if (!existsSync(app)) throw error;
    rmSync(beside, { recursive: true });
  }
}

function removeOld(): void {
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    const usedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - usedAt > keptMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Of every file that goes into the app: its path, size and time. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const places = ['electron', 'shared', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    ),
  );
  const others = ['package-lock.json', 'scripts/build-app.ts'].map((name) => join(root, name));
  for (const path of [...places, ...others].toSorted()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds the whole app into a folder, which is made anew. */
export async function buildInto(app: string): Promise<void> {
  // Whoever asks, a test too, gets what is shipped: React and the compiler look at this.
  process.env.NODE_ENV = 'production';
  // Loaded only now: it takes longer than finding that nothing changed.
  const vite = await import('vite');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  await vite.build({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(app, 'renderer'), chunkSizeWarningLimit: 2000 },
  });
  const whole = { configFile: false, root, logLevel: 'warn', publicDir: false } as const;
  const isOurs = (id: string) => id.startsWith('.') || id.startsWith('/') || id.startsWith(root);
  await vite.build({
    ...whole,
    ssr: { noExternal: [], external: true },
    build: {
      ssr: true,
      outDir: join(app, 'electron'),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, join(root, path)])),
        external: (id) => !isOurs(id),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  // A sandboxed preload script is one file, and CommonJS.
  await vite.build({
    ...whole,
    build: {
      ssr: true,
      outDir: join(app, 'electron'),
      emptyOutDir: false,
      target: 'chrome140',
      minify: false,
      rolldownOptions: {
        input: join(root, 'electron', 'preload.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const described = { name: 'veldwerk', productName: 'Veldwerk', version, type: 'module', main: 'electron/main.js' };
  writeFileSync(join(app, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
}

if (import.meta.main) {
  const begun = Date.now();
  const app = await buildApp();
  process.stdout.write(`${app}: ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}
