/**
 * The checklist of the shell, row by row: what Electron is told, what the page can do, and what stands in the sources. Every row is tested
 * here on the stand-in, or says why that takes the program itself.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../electron/page-files.ts';
import { buildApp } from '../../scripts/build-app.ts';
import { fusesForTests, shippedFuses, wrongFuses } from '../../scripts/fuses.ts';
import { getTestBrowser, testBrowserArguments } from '../../scripts/test-browser.ts';
import type { Shell } from '../../shared/shell.ts';
import { temporaryFolder } from '../electron/office.ts';
import { openStandIn, seatKindsLine } from './seat.ts';
import type { StandIn } from './seat-stand-in.ts';
import type { MenuItem } from './stand-in/runtime.ts';

console.info(seatKindsLine());

const root = fileURLToPath(new URL('../..', import.meta.url));
let seat: StandIn;
let app: string;

beforeAll(async () => {
  app = await buildApp();
  seat = await openStandIn();
});
afterAll(() => seat?.close());

/** Every source of these folders, as text by path. */
function sources(...folders: string[]): ReadonlyMap<string, string> {
  return new Map(
    folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|tsx)$/.test(name))
        .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const),
    ),
  );
}

/** Paths of the sources in which the pattern stands. */
function found(pattern: RegExp, texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts].flatMap(([path, text]) => (pattern.test(text) ? [path] : []));
}

/** That nothing is found in the sources, after it was found in one that breaks the rule. */
function expectNowhere(pattern: RegExp, broken: string, ...folders: string[]): void {
  expect(found(pattern, new Map([['broken.ts', broken]]))).toEqual(['broken.ts']);
  expect(found(pattern, sources(...folders))).toEqual([]);
}

type Handler = (...given: unknown[]) => unknown;
const handler = (name: string) => seat.seen.handlers[name] as unknown as Handler;
const preferences = () => seat.seen.windowOptions[0]!.webPreferences;

interface Row {
  readonly nr: number;
  readonly item: string;
  readonly test?: () => Promise<void> | void;
  /** Why it takes the program itself, or what of it does. */
  readonly notHere?: string;
}

const rows: readonly Row[] = [
  {
    nr: 1,
    item: 'only what comes with the app is shown: no address of another place in the page',
    test() {
      // Names of XML vocabularies, the address that React names in its errors, and the name of what an administrator allows: never asked.
      const allowed = /^https?:\/\/(?:www\.w3\.org|react\.dev)\/|^https:\/\/mail\.google\.com\/\.?$/;
      const addresses = (text: string) =>
        (text.match(/https?:\/\/[a-z0-9.-]+\.[a-z]{2,}[^\s"'`)]*/gi) ?? []).filter((one) => !allowed.test(one));
      expect(addresses('<img src="https://elders.example/x.png">')).toHaveLength(1);
      const built = readdirSync(join(app, 'renderer'), { recursive: true, encoding: 'utf8' });
      const texts = built.filter((name) => /\.(?:js|css|html)$/.test(name));
      expect(texts.length).toBeGreaterThan(2);
      const all = texts.flatMap((name) => addresses(readFileSync(join(app, 'renderer', name), 'utf8')));
      expect(all.filter((one) => !/voorbeeld|example/.test(one))).toEqual([]);
    },
  },
  {
    nr: 2,
    item: 'no Node in the page',
    async test() {
      expect(preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false });
      expect(preferences()).toMatchObject({ nodeIntegrationInSubFrames: false });
      const types = () =>
        seat.page.evaluate(() => ['require', 'process', 'Buffer', 'module'].map((name) => name in globalThis));
      expect(await types()).toEqual([false, false, false, false]);
      await seat.page.evaluate(() => Object.assign(globalThis, { process: {} }));
      expect(await types()).toContain(true);
      await seat.page.evaluate(() => Reflect.deleteProperty(globalThis, 'process'));
    },
  },
  { nr: 3, item: 'context isolation', test: () => expect(preferences()).toMatchObject({ contextIsolation: true }) },
  {
    nr: 4,
    item: 'the sandbox, for every process of a page',
    test() {
      expect(preferences()).toMatchObject({ sandbox: true });
      const { order } = seat.seen;
      expect(order.indexOf('sandbox')).toBeLessThan(order.indexOf('ready'));
      expect(order).toContain('sandbox');
    },
  },
  {
    nr: 5,
    item: 'every permission is denied: asked for, looked up, of a device, of the screen',
    async test() {
      const names = ['media', 'geolocation', 'notifications', 'midi', 'pointerLock', 'fullscreen', 'openExternal'];
      const more = ['clipboard-read', 'display-capture', 'hid', 'serial', 'usb', 'fileSystem', 'idle-detection'];
      const granted = (request: Handler, check: Handler) =>
        [...names, ...more].filter((name) => {
          let answer = false;
          request({}, name, (said: boolean) => {
            answer = said;
          });
          return answer || check({}, name) === true;
        });
      // What Electron does by itself: it grants.
      const asElectron = (_contents: unknown, _name: unknown, answer: unknown) =>
        (answer as (said: boolean) => void)(true);
      expect(granted(asElectron, () => false)).toHaveLength(14);
      expect(granted(handler('permissionRequest'), handler('permissionCheck'))).toEqual([]);
      expect(handler('devicePermission')({ deviceType: 'hid' })).toBe(false);
      let streams: unknown;
      handler('displayMedia')({}, (said: unknown) => {
        streams = said;
      });
      expect(streams).toEqual({});
    },
  },
  { nr: 6, item: 'web security is on', test: () => expect(preferences()).toMatchObject({ webSecurity: true }) },
  {
    nr: 7,
    item: 'a content policy comes with every answer, and text never becomes code',
    async test() {
      const answer = (await handler('protocol')({ url: 'app://veldwerk/index.html', method: 'GET' })) as Response;
      expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
      expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
      expect(contentSecurityPolicy).toMatch(
        /default-src 'none'.*form-action 'none'.*frame-ancestors 'none'.*base-uri 'none'/,
      );
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      const browser = await chromium.launch({
        executablePath: await getTestBrowser(),
        args: [...testBrowserArguments],
      });
      try {
        const unprotected = await browser.newPage();
        await unprotected.setContent('<main></main>');
        expect(await unprotected.evaluate(injected)).toEqual(['handler', 'script', 'eval', 'style']);
      } finally {
        await browser.close();
      }
      expect(await seat.page.evaluate(injected)).toEqual([]);
    },
  },
  {
    nr: 8,
    item: 'no insecure content',
    test: () => expect(preferences()).toMatchObject({ allowRunningInsecureContent: false }),
  },
  {
    nr: 9,
    item: 'no experimental features',
    test: () => expect(preferences()).toMatchObject({ experimentalFeatures: false }),
  },
  {
    nr: 10,
    item: 'no features of the engine switched on by name',
    test() {
      expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
      expectNowhere(
        /enableBlinkFeatures|enable-blink-features|--enable-features/,
        'enableBlinkFeatures: 1',
        'electron',
      );
    },
  },
  {
    nr: 11,
    item: 'no page within the page',
    test: () => expect(preferences()).toMatchObject({ webviewTag: false }),
  },
  {
    nr: 12,
    item: 'a page within the page would not be attached',
    test: () => expect(isPrevented('will-attach-webview')).toBe(true),
  },
  {
    nr: 13,
    item: 'no address leads the window away',
    async test() {
      const addresses = [
        'https://elders.example/',
        'http://127.0.0.1:9/',
        'app://elders/index.html',
        'file:///etc/passwd',
        'data:text/html,elders',
        'javascript:document.title="elders"',
        'blob:https://elders.example/1',
        '//elders.example/x',
      ];
      const before = seat.page.url();
      await seat.page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
      for (const address of addresses) for (const way of ['location', 'link', 'form', 'frame']) await go(way, address);
      expect(seat.page.url()).toBe(before);
      const left = await seat.page.evaluate(() => {
        const { document, isStillHere } = globalThis as unknown as {
          document: { title: string };
          isStillHere?: boolean;
        };
        return { title: document.title, isStillHere };
      });
      expect(left).toEqual({ title: 'Veldwerk', isStillHere: true });
      expect(seat.strayRequests()).toEqual([]);
      expect(isPrevented('will-redirect')).toBe(true);
      // Unlocked, the same would have gone out.
      const other = await openStandIn();
      try {
        for (const { webContents } of other.seen.windows) webContents.removeAllListeners();
        const unlocked = other.page.evaluate((to) => Object.assign(globalThis, { location: to }), addresses[0]!);
        await unlocked.catch(() => undefined);
        await expect.poll(() => other.strayRequests()).toEqual(['https://elders.example/']);
      } finally {
        await other.close();
      }
    },
  },
  {
    nr: 14,
    item: 'no window is opened by the page',
    async test() {
      const windows = () => seat.page.context().pages().length;
      const before = windows();
      for (const address of ['https://elders.example/', 'about:blank', 'app://veldwerk/index.html'])
        await seat.page.evaluate((to) => void (globalThis as unknown as { open(to: string): void }).open(to), address);
      await expect.poll(windows).toBe(before);
      for (const { webContents } of seat.seen.windows)
        expect(webContents.openHandler({ url: 'https://elders.example/' })).toEqual({ action: 'deny' });
      expect(seat.strayRequests()).toEqual([]);
    },
  },
  {
    nr: 15,
    item: 'nothing is handed to another program by its address, but a telephone number that is only digits',
    async test() {
      expect(found(/openExternal/, new Map([['broken.ts', "shell.openExternal('x')"]]))).toEqual(['broken.ts']);
      const [path, ...others] = found(/openExternal/, sources('electron', 'renderer'));
      expect([path, others]).toEqual(['electron/shell-requests.ts', []]);
      expect(
        sources('electron')
          .get(path!)!
          .match(/openExternal/g),
      ).toHaveLength(1);
      const [window] = seat.seen.windows;
      const event = { sender: window!.webContents, senderFrame: window!.webContents.mainFrame };
      const notToRing = [
        ...['https://elders.example/', 'tel:+31612345678', '+31 612345678', '0612345678', '112', '+', '+0612345678'],
        ...[
          '+31612345678;ext=1',
          '+31612345678\n',
          'file:///etc/passwd',
          '+316123456781234567',
          '',
          null,
          ['+31612345678'],
        ],
      ];
      for (const number of notToRing) expect(await handler('veldwerk:ring')(event, number), String(number)).toBe(false);
      expect(seat.seen.openedAddresses).toEqual([]);
      expect(await handler('veldwerk:ring')(event, '+31689000000')).toBe(true);
      expect(seat.seen.openedAddresses).toEqual(['tel:+31689000000']);
    },
  },
  {
    nr: 16,
    item: "an Electron that is still mended: the version that is built with, and the runtime's own",
    test() {
      const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
      expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
      const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      expect(devDependencies.electron).toBe(version);
    },
  },
  {
    nr: 17,
    item: 'only the page itself, in a window of ours, is answered; whatever is sent',
    async test() {
      const [window] = seat.seen.windows;
      const { mainFrame } = window!.webContents;
      const strangers = [
        { sender: window!.webContents, senderFrame: { url: 'app://veldwerk/index.html' } },
        { sender: window!.webContents, senderFrame: null },
        { sender: { mainFrame: { url: 'app://veldwerk/' } }, senderFrame: mainFrame },
      ];
      const channels = Object.keys(seat.seen.handlers).filter((name) => name.startsWith('veldwerk:'));
      expect(channels.toSorted()).toEqual([
        'veldwerk:ask',
        'veldwerk:choose-folder',
        'veldwerk:choose-sources',
        'veldwerk:choose-target',
        'veldwerk:copy-number',
        'veldwerk:ring',
        'veldwerk:show-results',
      ]);
      for (const channel of channels)
        for (const event of strangers) expect(() => handler(channel)(event)).toThrow('not from a window of this app');
      const event = { sender: window!.webContents, senderFrame: mainFrame };
      expect(await handler('veldwerk:ask')(event, 'study.here', {})).toHaveProperty('kind');
      const odd = [
        undefined,
        null,
        0,
        '',
        'study.status',
        '__proto__',
        'constructor',
        [],
        {},
        { length: -1 },
        'x'.repeat(1e5),
      ];
      for (const channel of channels) {
        for (const first of odd)
          for (const second of odd) {
            const outcome = await Promise.resolve()
              .then(() => handler(channel)(event, first, second))
              .catch(() => 'refused');
            expect(isAnswered(outcome), `${channel} ${String(first).slice(0, 20)}`).toBe(false);
          }
      }
      expect(isAnswered({ kind: 'ok', view: {} })).toBe(true);
      // The office is still there.
      expect(await handler('veldwerk:ask')(event, 'study.status', {})).toMatchObject({
        problem: { problem: 'session.nobody-signed-in' },
      });
    },
  },
  {
    nr: 18,
    item: 'one protocol of our own, that gives nothing but files of the page',
    async test() {
      const status = async (url: string) => ((await handler('protocol')({ url, method: 'GET' })) as Response).status;
      expect(await status('app://veldwerk/index.html')).toBe(200);
      expect(await status('app://veldwerk/')).toBe(200);
      const outside = [
        'app://veldwerk/../electron/main.js',
        'app://veldwerk/../../etc/passwd',
        'app://veldwerk/%2e%2e/package.json',
        'app://veldwerk/%2e%2e%2fpackage.json',
        'app://veldwerk/..%2fpackage.json',
        'app://veldwerk/..\\package.json',
        'app://veldwerk/..%5cpackage.json',
        'app://veldwerk/index.html%00.js',
        'app://veldwerk/assets/../../package.json',
        'app://veldwerk//etc/passwd',
        'app://veldwerk/./index.html/',
        'app://veldwerk/built-from',
        'app://elders/index.html',
        'file:///etc/passwd',
        'app:index.html',
      ];
      for (const url of outside) expect(await status(url), url).toBe(404);
      expect(((await handler('protocol')({ url: 'app://veldwerk/', method: 'POST' })) as Response).status).toBe(404);
      expectNowhere(/\bloadFile\(|['"`]file:\/\//, "window.loadFile('x')", 'electron');
    },
  },
  {
    nr: 19,
    item: 'the fuses that are set',
    test() {
      const configured = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
      const fuse = (name: string) => configured.match(new RegExp(`^  ${name}: (true|false)$`, 'm'))?.[1];
      expect(fuse('noSuchFuse')).toBeUndefined();
      const set = Object.fromEntries(Object.keys(shippedFuses).map((name) => [name, fuse(name) === 'true']));
      expect(set).toEqual(shippedFuses);
      expect(shippedFuses).toEqual({
        runAsNode: false,
        enableCookieEncryption: true,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        loadBrowserProcessSpecificV8Snapshot: false,
        grantFileProtocolExtraPrivileges: false,
      });
      // Read back as the library gives them: the codes of '0' and '1', by the place of the fuse.
      const wire = Object.fromEntries([...'01001100'].map((state, place) => [place, state.charCodeAt(0)]));
      expect(wrongFuses(wire, shippedFuses)).toEqual([]);
      expect(wrongFuses({ ...wire, 0: 49, 7: 49 }, shippedFuses)).toEqual([
        'runAsNode',
        'grantFileProtocolExtraPrivileges',
      ]);
      expect(wrongFuses(wire, fusesForTests)).toEqual(['enableNodeCliInspectArguments']);
    },
    notHere:
      'read from the artefact that is shipped: scripts/package-app.ts does so after packing, which takes the binary',
  },
  {
    nr: 20,
    item: 'the page gets the functions of the shell and nothing else, frozen',
    async test() {
      const given = await seat.page.evaluate(() => {
        const { veldwerk } = globalThis as unknown as { veldwerk: Record<string, unknown> };
        const isSet = Reflect.set(veldwerk, 'ask', () => 'mine') || Reflect.set(globalThis, 'veldwerk', {});
        return { types: Object.entries(veldwerk).map(([name, one]) => `${name}: ${typeof one}`), isSet };
      });
      expect(given).toEqual({
        types: [
          'kind: string',
          'ask: function',
          'chooseSources: function',
          'chooseTarget: function',
          'chooseFolder: function',
          'showResults: function',
          'ring: function',
          'copyNumber: function',
          'onProgress: function',
          'onNews: function',
        ],
        isSet: false,
      });
      const preload = readFileSync(join(app, 'electron', 'preload.cjs'), 'utf8');
      expect(preload.match(/require\([^)]*\)/g)).toEqual(['require("electron")']);
    },
  },
  {
    nr: 21,
    item: 'no network: whatever is not of the page is cancelled, and no name is looked up',
    test() {
      const isCancelled = (url: string) => {
        let cancelled: boolean | undefined;
        handler('onBeforeRequest')({ url }, ({ cancel }: { cancel?: boolean }) => {
          cancelled = cancel;
        });
        return cancelled;
      };
      for (const url of [
        'https://elders.example/',
        'http://127.0.0.1/',
        'ws://elders.example/',
        'ftp://elders.example/',
      ])
        expect(isCancelled(url), url).toBe(true);
      for (const url of ['file:///etc/passwd', 'app://elders/x', 'devtools://devtools/x', 'chrome-extension://x/y'])
        expect(isCancelled(url), url).toBe(true);
      expect(isCancelled('app://veldwerk/index.html')).toBe(false);
      expect(seat.seen.switches).toEqual(
        expect.arrayContaining([
          ['host-resolver-rules', 'MAP * ~NOTFOUND'],
          ['disable-background-networking'],
          ['disable-component-update'],
          ['disable-domain-reliability'],
        ]),
      );
      expect(seat.seen.order.lastIndexOf('switch')).toBeLessThan(seat.seen.order.indexOf('ready'));
      expect(seat.strayRequests()).toEqual([]);
    },
    notHere: "connections of Electron's own processes, counted by the system in a namespace without a network",
  },
  {
    nr: 22,
    item: 'the spelling is off before there is a window',
    test() {
      const { order } = seat.seen;
      expect(order).toContain('spelling false');
      expect(order.indexOf('spelling false')).toBeLessThan(order.indexOf('window'));
      expect(preferences()).toMatchObject({ spellcheck: false });
    },
  },
  {
    nr: 23,
    item: 'no crash reporter is started',
    test: () => expectNowhere(/crashReporter/, 'crashReporter.start({})', 'electron'),
    notHere: 'that the folder of crashes stays empty after a crash that is forced',
  },
  {
    nr: 24,
    item: 'the session is in memory only; what the engine notes for itself is gone at the next start',
    async test() {
      const { folder, remove } = temporaryFolder();
      const left = join(folder, 'veldwerk-window', 'session', 'left');
      mkdirSync(dirname(left), { recursive: true });
      writeFileSync(left, 'of the last time');
      const other = await openStandIn({ home: folder });
      expect(existsSync(left)).toBe(false);
      expect(other.seen.paths).toEqual({ userData: dirname(dirname(left)), sessionData: dirname(left) });
      await other.close();
      remove();
      const { name, options } = handler('partition')() as { name: string; options: unknown };
      expect(name).not.toMatch(/^persist:/);
      expect(name).not.toBe('');
      expect(options).toEqual({ cache: false });
      expect(preferences()).toHaveProperty('session');
      expectNowhere(/persist:|defaultSession/, "fromPartition('persist:x')", 'electron');
    },
    notHere: 'that nothing of a person stands in the notes that the engine keeps for itself until the next start',
  },
  {
    nr: 25,
    item: 'other programs do not see the window, but for the time that someone allows',
    async test() {
      const other = await openStandIn();
      try {
        const office = other.seen.utilities[0]!.process;
        expect(other.seen.contentProtection).toEqual([true]);
        office.emit('message', { kind: 'showScreen', minutes: 0.005 });
        expect(other.seen.contentProtection).toEqual([true, false]);
        await expect.poll(() => other.seen.contentProtection).toEqual([true, false, true]);
      } finally {
        await other.close();
      }
    },
    notHere: 'that the system keeps the picture from other programs (Windows and macOS do, Linux does not)',
  },
  {
    nr: 26,
    item: 'no tools for developers, no reload, one instance',
    async test() {
      expect(preferences()).toMatchObject({ devTools: false });
      const items = (menu: readonly MenuItem[]): readonly MenuItem[] =>
        menu.flatMap((item) => [item, ...items(item.submenu ?? [])]);
      const roles = items(seat.seen.menu).flatMap(({ role }) => role ?? []);
      expect(roles).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomIn', 'quit']));
      const forDevelopers = ['reload', 'forceReload', 'toggleDevTools', 'viewMenu'];
      expect(roles.filter((role) => forDevelopers.includes(role))).toEqual([]);
      // A key of its own could be one that a screen uses.
      expect(items(seat.seen.menu).filter(({ accelerator }) => accelerator !== undefined)).toEqual([]);
      expect(seat.seen.order[0]).toBe('instance lock');
      const inDevelopment = await openStandIn({ isPackaged: false });
      try {
        expect(inDevelopment.seen.windowOptions[0]!.webPreferences).toMatchObject({ devTools: true });
        expect(items(inDevelopment.seen.menu).some(({ role }) => role === 'toggleDevTools')).toBe(true);
      } finally {
        await inDevelopment.close();
      }
    },
  },
  {
    nr: 27,
    item: 'the archive is checked against its hash',
    notHere: 'that an archive that was changed does not start: Windows and macOS check it, and only in what was packed',
  },
  {
    nr: 28,
    item: 'nothing of a person in the clipboard but a number for a minute; nor in the recent documents, a drag, a print preview',
    async test() {
      const pattern =
        /\bclipboard\.\w|addRecentDocument|startDrag|printToPDF|\.print\(|execCommand\('(?:copy|cut|paste)/;
      for (const broken of ["clipboard.writeText('x')", "document.execCommand('copy')"])
        expect(found(pattern, new Map([['broken.ts', broken]]))).toEqual(['broken.ts']);
      // What is wrong in a workbook, when someone asks for it: nothing of anyone.
      expect(found(pattern, sources('renderer'))).toEqual(['renderer/screens/questionnaire/fault-list.tsx']);
      // The clipboard of the system is in one hand, which holds it for a minute: see copied-number.test.ts.
      const hands = ['electron/copied-number.ts', 'electron/main.ts'];
      expect(found(/\bclipboard\b/, sources('electron')).toSorted()).toEqual(hands);
      expect(found(pattern, sources('electron'))).toEqual(hands.slice(0, 1));
      expect(
        sources('electron')
          .get(hands[1]!)!
          .match(/\bclipboard\b/g),
      ).toHaveLength(2);
      const [window] = seat.seen.windows;
      const event = { sender: window!.webContents, senderFrame: window!.webContents.mainFrame };
      expect(await handler('veldwerk:copy-number')(event, 'Q. Groothuma')).toBe(false);
      expect(seat.seen.clipboard.text).toBe('');
      expect(await handler('veldwerk:copy-number')(event, '+31689000000')).toBe(true);
      expect(seat.seen.clipboard.text).toBe('+31689000000');
      await handler('veldwerk:choose-sources')(event, 'extract', true);
      await handler('veldwerk:choose-target')(event, 'letters', '../../brieven: maart/april.pdf');
      await handler('veldwerk:choose-folder')(event, 'new');
      const dialogs = seat.seen.dialogs as { properties: string[]; title: string; defaultPath?: string }[];
      expect(dialogs.length).toBeGreaterThanOrEqual(3);
      for (const { properties } of dialogs) expect(properties).toContain('dontAddToRecent');
      const [target] = dialogs.filter(({ defaultPath }) => defaultPath !== undefined).slice(-1);
      expect(target?.defaultPath).toMatch(/Documents[\\/]-\.\.-brieven- maart-april\.pdf$/);
    },
  },
  {
    nr: 29,
    item: 'the title of the window is the name of the program; no notifications, no badge',
    async test() {
      await seat.page.evaluate(() => {
        (globalThis as unknown as { document: { title: string } }).document.title = 'Jansen';
      });
      await seat.page.waitForTimeout(50);
      expect(new Set(seat.seen.titles)).toEqual(new Set(['Veldwerk']));
      const pattern = /\bNotification\b|setBadge|setOverlayIcon|setJumpList|setTitle\(|document\.title/;
      expectNowhere(pattern, "new Notification('x')", 'electron', 'renderer');
    },
  },
];

describe('the checklist of the shell', () => {
  it('has a row for each of its 29 items', () => {
    expect(rows.map(({ nr }) => nr)).toEqual(Array.from({ length: 29 }, (_, i) => i + 1));
    expect(rows.filter(({ test, notHere }) => test === undefined && notHere === undefined)).toEqual([]);
  });
  for (const { nr, item, test, notHere } of rows) {
    if (test !== undefined) it(`${nr}. ${item}`, test);
    if (notHere !== undefined) it.skip(`${nr}. takes the program itself: ${notHere}`, () => undefined);
  }
});

describe('the processes', () => {
  it('an office that ends is followed by another, and the windows begin anew', async () => {
    const other = await openStandIn();
    try {
      const ask = () =>
        other.page.evaluate(() => (globalThis as unknown as { veldwerk: Shell }).veldwerk.ask('study.status', {}));
      expect(await ask()).toMatchObject({ kind: 'refused' });
      await other.page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
      // One that hardly lived is not tried again: see the next test.
      await other.page.waitForTimeout(2_000);
      other.seen.utilities[0]!.process.kill();
      await expect.poll(() => other.seen.utilities.length).toBe(2);
      await expect.poll(() => other.page.evaluate(() => 'isStillHere' in globalThis).catch(() => true)).toBe(false);
      expect(await ask()).toMatchObject({ kind: 'refused', problem: { problem: 'session.nobody-signed-in' } });
    } finally {
      await other.close();
    }
  });

  it('two windows are two seats of one office, which asks main to lift the cover when someone is helped from afar', async () => {
    const { folder, remove } = temporaryFolder();
    const other = await openStandIn({ home: folder, study: join(folder, 'study') });
    try {
      const ask = (name: string, input: unknown) =>
        other.page.evaluate(
          ([asked, given]) => (globalThis as unknown as { veldwerk: Shell }).veldwerk.ask(asked as string, given),
          [name, input] as const,
        );
      const person = { name: 'Anna Voorbeeld', confidentialityOn: '2026-01-01', passphrase: 'een lange wachtzin' };
      const people = [{ ...person, roles: ['manager', 'researcher'] }];
      expect(await ask('study.create', { title: 'Proef', practice: true, people })).toMatchObject({ kind: 'ok' });
      expect(await ask('study.signIn', person)).toMatchObject({ kind: 'ok' });
      // Nobody turns the office to another study under a colleague.
      const another = await other.openAnother();
      const choose = () =>
        another.evaluate(() => (globalThis as unknown as { veldwerk: Shell }).veldwerk.chooseFolder('existing'));
      expect(await choose()).toBe(false);
      other.chooseNextFolder(join(folder, 'another'));
      expect(await choose()).toBe(false);
      expect(other.seen.messages).toEqual(['Een collega werkt nog in het onderzoek dat open is.']);
      await another.close();
      expect(await ask('study.showScreen', {})).toEqual({ kind: 'ok', view: { minutes: 60 } });
      await expect.poll(() => other.seen.contentProtection).toEqual([true, true, false]);
    } finally {
      await other.close();
      remove();
    }
  });

  it.each([
    ['however long it takes to find out', 0],
    ['also before there is a window', 5_000],
  ])('an office that cannot begin ends the program, %s', async (_when, windowAfterMs) => {
    const { folder, remove } = temporaryFolder();
    // Where the app keeps its own there is no place for a folder.
    writeFileSync(join(folder, 'veldwerk'), 'a file');
    const other = await openStandIn({ home: folder, windowAfterMs });
    await expect.poll(() => other.seen.hasQuit, { timeout: 60_000 }).toBe(true);
    expect(other.seen.utilities.filter(({ path }) => path.endsWith('office-process.js'))).toHaveLength(1);
    await other.close();
    remove();
  });

  it('the office runs outside of the main process, and its children get nothing of the environment', async () => {
    const [office] = seat.seen.utilities;
    expect(office?.path).toMatch(/office-process\.js$/);
    expect(office?.process.pid).not.toBe(process.pid);
  });
});

/** Whether a locked window prevents it. */
function isPrevented(name: string): boolean {
  const [window] = seat.seen.windows;
  let prevented = false;
  window!.webContents.emit(name, { preventDefault: () => (prevented = true) });
  return prevented;
}

/** An answer with something in it: a view, or a file. */
function isAnswered(outcome: unknown): boolean {
  if (outcome === undefined || outcome === false || outcome === 'refused') return false;
  if (Array.isArray(outcome)) return outcome.length > 0;
  return (outcome as { kind?: string }).kind === 'ok';
}

async function go(way: string, address: string): Promise<void> {
  await seat.page
    .evaluate(
      ([how, to]) => {
        interface Element {
          href: string;
          src: string;
          action: string;
          click(): void;
          submit(): void;
          remove(): void;
        }
        const { document, location } = globalThis as unknown as {
          document: { createElement(name: string): Element; body: { append(one: Element): void } };
          location: { href: string };
        };
        if (how === 'location') {
          location.href = to;
          return;
        }
        const one = document.createElement(how === 'link' ? 'a' : how === 'form' ? 'form' : 'iframe');
        document.body.append(one);
        if (how === 'link') one.href = to;
        if (how === 'form') one.action = to;
        if (how === 'frame') one.src = to;
        if (how === 'link') one.click();
        if (how === 'form') one.submit();
        setTimeout(() => one.remove(), 50);
      },
      [way, address] as const,
    )
    .catch(() => undefined);
  await seat.page.waitForTimeout(20);
}

/** For the page, as text: tries to make code of text in four ways, and tells which of them did. */
const injected = `(async () => {
  const done = [];
  window.injectedBy = (way) => done.push(way);
  const part = document.createElement('div');
  part.innerHTML = '<img src="data:image/png;base64,AA" onerror="injectedBy(\\'handler\\')">';
  document.body.append(part);
  await new Promise((then) => setTimeout(then, 300));
  const script = document.createElement('script');
  script.textContent = "injectedBy('script')";
  document.body.append(script);
  try {
    (0, eval)("injectedBy('eval')");
  } catch {}
  const sheet = document.createElement('style');
  sheet.textContent = ':root { --injected: 1 }';
  document.body.append(sheet);
  if (getComputedStyle(document.documentElement).getPropertyValue('--injected') !== '') done.push('style');
  return done;
})()`;
