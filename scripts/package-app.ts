/**
 * `npm run package`: builds the app, draws its icon, packs it with electron-builder for the system that this runs on, and reads the fuses
 * back from what was packed. Arguments go to electron-builder (`npm run package -- --win msi`). With VELDWERK_E2E=1 it makes the build
 * that tests can get into, in a folder of its own; it is never shipped.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCurrentFuseWire } from '@electron/fuses';
import { buildInto } from './build-app.ts';
import { drawIcon } from './draw-icon.ts';
import { fusesForTests, shippedFuses, wrongFuses } from './fuses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const forTests = process.env.VELDWERK_E2E === '1';
const release = join(root, forTests ? 'release-e2e' : 'release');
const packaged = join(root, '.cache', 'packaged');

/** What electron-builder unpacked: a folder per system and processor. */
function programs(): readonly string[] {
  const folders = existsSync(release) ? readdirSync(release) : [];
  return folders
    .flatMap((folder) => [
      join(release, folder, 'Veldwerk.exe'),
      join(release, folder, 'veldwerk'),
      join(release, folder, 'Veldwerk.app'),
    ])
    .filter((path) => existsSync(path));
}

await buildInto(packaged);
const icon = await drawIcon(join(root, '.cache', 'icon'));
copyFileSync(icon, join(packaged, 'electron', 'icon.png'));
const builder = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js');
const exceptions = forTests ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : [];
const signing = process.env.VELDWERK_SIGN ? ['-c.win.signtoolOptions.sign=scripts/sign-windows.cjs'] : [];
execFileSync(
  process.execPath,
  [builder, ...process.argv.slice(2), `-c.directories.output=${release}`, ...exceptions, ...signing],
  { cwd: root, stdio: 'inherit' },
);
const packed = programs();
if (packed.length === 0) throw new Error(`nothing was packed in ${release}`);
for (const program of packed) {
  const wrong = wrongFuses(await getCurrentFuseWire(program), forTests ? fusesForTests : shippedFuses);
  if (wrong.length > 0) throw new Error(`${program}: these fuses are not as they should be: ${wrong.join(', ')}`);
  process.stdout.write(`${program}: all fuses as they should be\n`);
}
