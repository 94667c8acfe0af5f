/** The house check has to find a breach of every rule before its finding none in the house means anything. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type HouseFault, houseFaults, houseFiles } from '../../scripts/check-house.ts';
import { importsOf } from '../../scripts/house/imports.ts';
import { sourceWords } from '../../scripts/house/source-words.ts';

const opening = '/** An example. */\n';
const faultsOf = (path: string, code: string) => houseFaults([{ path, text: `${opening}${code}\n` }]);
const rulesOf = (path: string, code: string) => faultsOf(path, code).map((fault) => fault.rule);

/** Rule, place, what breaks it there, and what is right in the same place. */
const cases: readonly (readonly [HouseFault['rule'], string, string, string])[] = [
  ['import', 'shared/study/a.ts', "import { x } from '../intake/x.ts';", "import { x } from '../calendar.ts';"],
  ['import', 'shared/intake/a.ts', "import { x } from '../export/x.ts';", "import { x } from './x.ts';"],
  [
    'import',
    'shared/intake/a.ts',
    "import type { X } from '../export/x.ts';",
    "import type { X } from '../study/x.ts';",
  ],
  ['import', 'shared/intake/a.ts', "import { x } from '../contract.ts';", "import { x } from '../problem.ts';"],
  ['import', 'shared/intake/a.ts', "import { z } from 'zod';", "const from = 'zod';"],
  ['import', 'shared/problem.ts', "import { z } from 'zod';", "import { day } from './calendar.ts';"],
  ['import', 'shared/contract.ts', "import x from 'react';", "import { z } from 'zod';"],
  ['import', 'shared/intake/a.ts', "import { join } from 'node:path';", "import { day } from '../calendar.ts';"],
  ['import', 'shared/newcomer/a.ts', "import { x } from './x.ts';", '// nothing'],
  ['import', 'electron/store/a.ts', "import s from 'libsodium-wrappers';", "import D from 'better-sqlite3';"],
  ['import', 'electron/vault/a.ts', "import D from 'better-sqlite3';", "import s from 'libsodium-wrappers';"],
  ['import', 'electron/store/a.ts', "import { x } from '../vault/x.ts';", "import type { X } from '../vault/x.ts';"],
  ['import', 'electron/files/a.ts', "import { x } from '../store/x.ts';", "import * as xlsx from 'xlsx';"],
  ['import', 'electron/files/a.ts', "import p from 'pdfkit';", "import { read } from 'xlsx';"],
  ['import', 'electron/files/a.ts', "import { get } from 'node:https';", "import { join } from 'node:path';"],
  ['import', 'electron/files/a.ts', "import { get } from 'https';", "import { join } from 'path';"],
  ['import', 'electron/files/a.ts', "const n = await import('node:net');", "const n = await import('node:fs');"],
  ['import', 'electron/office.ts', "import { connect } from 'node:tls';", "import { join } from 'node:path';"],
  ['import', 'electron/requests/a.ts', "import { x } from './b.ts';", "import { x } from '../store/b.ts';"],
  ['import', 'electron/requests/a.ts', "import type { X } from './b.ts';", "import type { X } from '../session.ts';"],
  [
    'import',
    'electron/requests/a.ts',
    "import { x } from '../vault/x.ts';",
    "import { x } from '../../shared/intake/x.ts';",
  ],
  ['import', 'electron/requests/a.ts', "import { x } from '../files/x.ts';", "import type { X } from '../files/x.ts';"],
  [
    'import',
    'electron/bridge.ts',
    "import { x } from '../shared/intake/x.ts';",
    "import { x } from '../shared/contract.ts';",
  ],
  ['import', 'electron/office.ts', "import { app } from 'electron';", "import { x } from './vault/x.ts';"],
  ['import', 'electron/main.ts', "import { x } from './store/x.ts';", "import { app } from 'electron';"],
  ['import', 'electron/office.ts', "import D from 'better-sqlite3';", "import { x } from './store/x.ts';"],
  [
    'import',
    'renderer/screens/a.tsx',
    "import { x } from '../../electron/x.ts';",
    "import { x } from '../request.ts';",
  ],
  [
    'import',
    'renderer/screens/a.tsx',
    "import type { X } from '../../electron/x.ts';",
    "import { useState } from 'react';",
  ],
  ['import', 'renderer/screens/a.tsx', "import { join } from 'node:path';", "import { T } from 'react-dom';"],
  ['import', 'renderer/screens/a.tsx', "import x from 'left-pad';", "import { x } from '../../shared/calendar.ts';"],
  ['import', 'electron/files/a.ts', "import x from '/etc/x.ts';", "import x from './x.ts';"],
  ['import', 'electron/files/a.ts', "import x from 'data:text/javascript,1';", "const x = 'data:text/javascript,1';"],
  ['import', 'electron/files/a.ts', "import x from '../../../elsewhere/x.ts';", "import x from '../files/x.ts';"],
  ['import', 'electron/files/a.ts', 'const x = await import(name);', "const x = await import('./x.ts');"],
  ['name', 'shared/study/date-utils.ts', '', ''],
  ['name', 'electron/core/a.ts', '', ''],
  ['name', 'renderer/parts/Button.tsx', '', ''],
  ['name', 'shared/study/column_map.ts', '', ''],
  ['length', 'shared/study/a.ts', 'x;\n'.repeat(300), 'x;\n'.repeat(298)],
  ['pure', 'shared/study/a.ts', 'const now = Date.now();', "const then = Date.parse('2026-01-01');"],
  ['pure', 'shared/study/a.ts', 'const now = new Date();', 'const then = new Date(0);'],
  ['pure', 'shared/study/a.ts', 'const now = new Date;', 'const then: Date = at;'],
  ['pure', 'shared/study/a.ts', 'const now = Date();', '/* new Date() */'],
  ['pure', 'shared/study/a.ts', `const x = \`\${new Date()}\`;`, 'const x = `new Date()`;'],
  ['pure', 'shared/study/a.ts', 'const x = Math.random();', 'const x = Math.round(1);'],
  ['pure', 'shared/study/a.ts', 'const x = process.env;', 'const x = { process: 1 }.process;'],
  ['pure', 'shared/study/a.ts', "const x = Buffer.from('');", "const x = 'Buffer.from';"],
  ['no-eval', 'scripts/a.ts', "eval('1');", "x.eval('1');"],
  ['no-eval', 'scripts/a.ts', "new Function('1');", 'const f: Function = g;'],
  ['no-html', 'renderer/a.tsx', 'const a = <p dangerouslySetInnerHTML={x} />;', 'const a = <p>dangerous</p>;'],
  ['no-html', 'renderer/a.tsx', 'a.innerHTML = x;', 'a.textContent = x;'],
  ['no-console', 'electron/a.ts', "console.log('x');", "desk.console.log('x');"],
  ['no-network', 'electron/a.ts', "await fetch('x');", "await store.fetch('x');"],
  ['no-network', 'renderer/a.tsx', "window.fetch('x');", "request('x');"],
  ['machine-path', 'docs/a.md', `see /${'work'}/main`, 'see field/work and https://a.invalid/work/x'],
  ['machine-path', 'scripts/a.ts', `const x = '/${'home'}/someone/x';`, "const x = 'home/someone';"],
  ['machine-path', 'scripts/a.ts', `const x = '/${'root'}';`, 'const x = "<root></root>";'],
  ['machine-path', 'scripts/a.ts', `const x = 'C:${'\\\\'}Users${'\\\\'}x';`, "const x = 'Users';"],
  ['registry-host', 'README.md', `https://${'registry'}.npmjs.org/x`, 'https://www.example.org/x'],
  [
    'registry-host',
    'package-lock.json',
    `"https://npm.${'artifactory'}.invalid/x"`,
    '"https://example.org/a/registry"',
  ],
];

test.each(cases)('%s in %s, example %#', (rule, path, broken, right) => {
  expect(rulesOf(path, broken)).toEqual([rule]);
  if (rule !== 'name') expect(rulesOf(path, right)).toEqual([]);
});

test('names that are right', () => {
  for (const path of [
    'shared/study/column-map.ts',
    'electron/store/steps/0001-first.ts',
    'shared/intake/citizen-service-number.ts',
  ])
    expect(rulesOf(path, '')).toEqual([]);
  expect(rulesOf('electron/baseline.ts', '')).toEqual([]);
});

test('a file opens by saying what it is for', () => {
  const rules = (text: string) => houseFaults([{ path: 'shared/study/a.ts', text }]).map((fault) => fault.rule);
  expect(rules('export const a = 1;\n')).toEqual(['opening']);
  expect(rules('')).toEqual(['opening']);
  expect(rules('#!/usr/bin/env node\n// A script.\n')).toEqual([]);
});

test('the same words are right where their place allows them', () => {
  for (const [path, code] of [
    ['electron/post/a.ts', "import { connect } from 'node:net';"],
    ['electron/seats.ts', "import { createServer } from 'node:http';"],
    ['scripts/a.ts', "import { get } from 'node:https'; console.log(new Date(), process.argv);"],
    ['test/a.test.ts', "import { createServer } from 'node:net'; import s from 'libsodium-wrappers';"],
    ['electron/window.ts', "import { BrowserWindow } from 'electron';"],
    ['renderer/request.ts', "fetch('x');"],
    ['electron/files/reader-process.ts', "import { x } from '../../shared/intake/x.ts';"],
  ] as const)
    expect(faultsOf(path, code)).toEqual([]);
});

test('every way to import is seen, with its line', () => {
  const source = [
    "import 'a';",
    "import b, { type C } from 'b';",
    "import type { D } from 'c';",
    "import * as e from 'd';",
    "export { f } from 'e';",
    "export * from 'f';",
    "export * as g from 'g';",
    "export type { H } from 'h';",
    "const i = await import('i');",
    "type J = typeof import('j');",
    "const k = require('k');",
    "import l = require('l');",
    "import type from 'm';",
    'import {',
    '  one,',
    "  'two' as two,",
    "} from 'n';",
    "process.getBuiltinModule('o');",
    `const p = \`\${await import('p')}\`;`,
    "import q from 'q' with { type: 'json' };",
    "import type R from 'r';",
    "require.resolve('s');",
    "export type * from 't';",
  ].join('\n');
  const found = importsOf(sourceWords(source));
  expect(found.map(({ from }) => from).join('')).toBe('abcdefghijklmnopqrst');
  expect(found.filter(({ typeOnly }) => typeOnly).map(({ from }) => from)).toEqual(['c', 'h', 'j', 'r', 't']);
  expect(found.map(({ line }) => line)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18, 19, 20, 21, 22, 23,
  ]);
});

test('what only looks like an import is none', () => {
  const source = [
    "// import a from 'a';",
    "/* import b from 'b'; */",
    `const c = "import c from 'c';";`,
    "const d = `import d from 'd';`;",
    "const e = /import e from 'e'/;",
    'const f = import.meta.url;',
    'export { f };',
    'export const g = { from: "g" };',
    "store.import('h');",
    "export type I = { from: 'i' };",
  ].join('\n');
  expect(importsOf(sourceWords(source))).toEqual([]);
});

test('apostrophes, slashes and braces of JSX and templates do not hide what follows', () => {
  const source = [
    "const a = <p title=\"it's\">Don't {b} and/or won't</p>;",
    'const c = <img src={d} />;',
    `const e = \`\${{ f: \`}\${g}\` }}\`;`,
    'const h = i / j / k;',
    "const l = /['\"`]/.test(m) ? n : 'o';",
    "const p = <p>tenant's</p>;",
    "import q from 'q';",
  ].join('\n');
  expect(importsOf(sourceWords(source))).toEqual([{ from: 'q', line: 7, typeOnly: false }]);
});

test('the house itself has no faults', () => {
  const files = houseFiles(fileURLToPath(new URL('../..', import.meta.url)));
  expect(files.length).toBeGreaterThan(50);
  expect(files.some(({ path }) => path === 'shared/problem.ts')).toBe(true);
  const faults = houseFaults(files).map(({ path, line, rule, what }) => `${path}:${line} ${rule}: ${what}`);
  expect(faults).toEqual([]);
});
