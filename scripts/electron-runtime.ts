/** Electron's runtime: the package comes without it, and fetches it the first time, where the network allows that. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fetchLimitMs = 120_000;
/** After it could not be had, how long it is not tried again: nobody wants to wait at every start. */
const notAgainMs = 24 * 3_600_000;
const failed = fileURLToPath(new URL('../.cache/no-electron', import.meta.url));

function packageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

/** The program, when it is here. */
export function findElectron(): string | undefined {
  const folder = packageFolder();
  const named = folder === undefined ? undefined : join(folder, 'path.txt');
  if (folder === undefined || named === undefined || !existsSync(named)) return undefined;
  const program = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** The program, fetched when it is not here yet; undefined when it cannot be had. */
export async function fetchElectron(onFetching: () => void): Promise<string | undefined> {
  const folder = packageFolder();
  if (folder === undefined || triedLately()) return undefined;
  onFetching();
  await new Promise<void>((done) => {
    const env = { ...process.env, npm_config_loglevel: 'silent' };
    execFile(process.execPath, [join(folder, 'install.js')], { timeout: fetchLimitMs, env }, () => done());
  });
  const program = findElectron();
  if (program === undefined) {
    mkdirSync(dirname(failed), { recursive: true });
    writeFileSync(failed, '');
  } else rmSync(failed, { force: true });
  return program;
}

function triedLately(): boolean {
  const tried = statSync(failed, { throwIfNoEntry: false })?.mtimeMs;
  return tried !== undefined && Date.now() - tried < notAgainMs;
}
