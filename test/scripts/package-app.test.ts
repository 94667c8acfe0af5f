/** What can be known of a package without making one: its configuration fits the packer, and what is built finds everything it imports. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp, putInPlace } from '../../scripts/build-app.ts';
import { temporaryFolder } from '../electron/office.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const configured = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

/** The packer's own parts, from where it is installed. */
const ofPacker = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));
const { load } = ofPacker('js-yaml') as { load(text: string): Readonly<Record<string, unknown>> };
const { validateConfiguration } = ofPacker('./out/util/config/config.js') as {
  validateConfiguration(configuration: unknown, log: unknown): Promise<void>;
};
const { DebugLogger } = ofPacker('builder-util') as { DebugLogger: new (isOn: boolean) => unknown };

describe('the configuration of the packer', () => {
  it('is one that the packer knows', async () => {
    const fits = (configuration: unknown) =>
      validateConfiguration(configuration, new DebugLogger(false)).then(
        () => true,
        () => false,
      );
    const configuration = load(configured);
    expect(await fits({ ...configuration, electronFuse: {} })).toBe(false);
    expect(await fits(configuration)).toBe(true);
  });

  it('makes what every system installs without anyone at the screen', () => {
    expect(load(configured)).toMatchObject({
      win: { target: ['msi', 'nsis'] },
      mac: { target: ['dmg'], hardenedRuntime: true },
      linux: { target: ['deb', 'AppImage'] },
      nsis: { oneClick: false, perMachine: false, allowElevation: true },
      asar: true,
      publish: null,
    });
  });
});

describe('what is built', () => {
  let programs: readonly (readonly [string, string])[];
  beforeAll(async () => {
    const folder = join(await buildApp(), 'electron');
    programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  });

  it('imports only what is packed with it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const known = [...Object.keys(dependencies), 'electron'];
    const packageOf = (from: string) =>
      from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/');
    const missing = (text: string) =>
      [...text.matchAll(/^(?:import|export)\b[^'"]*['"]([^'"]+)['"]|\brequire\(['"]([^'"]+)['"]\)/gm)]
        .map(([, imported, required]) => imported ?? required ?? '')
        .filter((from) => !from.startsWith('.') && !from.startsWith('node:') && !builtinModules.includes(from))
        .filter((from) => !known.includes(packageOf(from)));
    expect(missing("import { test } from 'vitest';\nimport x from 'node:fs';")).toEqual(['vitest']);
    expect(programs.map(([name]) => name)).toEqual(
      expect.arrayContaining(['main.js', 'preload.cjs', 'office-process.js', 'vault/vault-process.js']),
    );
    expect(programs.flatMap(([name, text]) => missing(text).map((from) => `${name}: ${from}`))).toEqual([]);
  });

  it('at the same time by two is there once: the first stays, and nothing of the second', () => {
    const { folder, remove } = temporaryFolder();
    const app = join(folder, 'app');
    for (const who of ['first', 'second']) {
      const beside = join(folder, who);
      mkdirSync(beside);
      writeFileSync(join(beside, 'by'), who);
      putInPlace(beside, app);
    }
    expect(readdirSync(folder)).toEqual(['app']);
    expect(readFileSync(join(app, 'by'), 'utf8')).toBe('first');
    expect(() => putInPlace(join(folder, 'nothing'), join(folder, 'nowhere'))).toThrow('ENOENT');
    remove();
  });

  it('is JavaScript without types, which Electron could not read', () => {
    const typed = /from ['"][^'"]+\.ts['"]/;
    expect(typed.test("import { a } from './a.ts'")).toBe(true);
    expect(programs.filter(([, text]) => typed.test(text)).map(([name]) => name)).toEqual([]);
  });
});
