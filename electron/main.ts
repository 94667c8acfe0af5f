/** Electron's main process: windows, menu, dialogs, and the office's process. No study and no key is ever in it. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, powerMonitor, protocol, type Session } from 'electron';
import { newsChannel, progressChannel } from './channels.ts';
import { CopiedNumber } from './copied-number.ts';
import { appFolder } from './host.ts';
import { setMenu } from './menu.ts';
import { type OfficeDoor, officeDoor } from './office-door.ts';
import { startOffice } from './office-utility.ts';
import type { SeatId } from './session.ts';
import { answerWindows } from './shell-requests.ts';
import { lock, lockedSession, openWindow, scheme } from './window.ts';

/** Built beside this file; see scripts/build-app.ts. */
const preload = join(import.meta.dirname, 'preload.cjs');
const pageFolder = join(import.meta.dirname, '..', 'renderer');

const switches: readonly (readonly [string, string?])[] = [
  // Days in their boxes are written as people here write them.
  ['lang', 'nl'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
];

/** `--study DIR`: the folder to begin with. */
const study = app.commandLine.getSwitchValue('study') || undefined;

/** An office that ends sooner than this ends again and again. */
const shortestLifeMs = 2_000;

const seats = new Map<BrowserWindow, SeatId>();
const copied = new CopiedNumber(clipboard);
let door: OfficeDoor;
let own: Session;
let isQuitting = false;
let coverAgain: NodeJS.Timeout | undefined;

function openOffice(): OfficeDoor {
  const opened = officeDoor(startOffice({ appVersion: app.getVersion() }));
  opened.onShowScreen(uncover);
  const openedAt = performance.now();
  opened.onEnd(() => {
    if (isQuitting) return;
    // On a slow machine what cannot begin takes its time to say so.
    if (!opened.hasAnswered() || performance.now() - openedAt < shortestLifeMs) {
      // It would only end again.
      dialog.showErrorBox('Veldwerk', 'Veldwerk kan niet beginnen. Wat bewaard was, is bewaard gebleven.');
      app.quit();
      return;
    }
    // Nobody is signed in any more: the windows begin anew with another office.
    door = openOffice();
    for (const [window, seat] of seats) {
      tell(window, seat);
      window.reload();
    }
  });
  return opened;
}

function tell(window: BrowserWindow, seat: SeatId): void {
  door.onProgress(seat, (progress) => window.webContents.send(progressChannel, progress));
  door.onNews(seat, (news) => {
    if (news === 'locked') void copied.forget();
    window.webContents.send(newsChannel, news);
  });
}

function openSeat(): void {
  const window = openWindow(own, preload);
  const seat = `window ${randomBytes(8).toString('hex')}` as SeatId;
  seats.set(window, seat);
  if (coverAgain !== undefined) window.setContentProtection(false);
  tell(window, seat);
  // A page that fell over begins anew; its seat is still taken.
  window.webContents.on('render-process-gone', () => window.reload());
  window.on('closed', () => {
    seats.delete(window);
    void door.leave(seat);
  });
}

/** Lets other programs see the windows for so long: remote support. */
function uncover(minutes: number): void {
  clearTimeout(coverAgain);
  for (const window of seats.keys()) window.setContentProtection(false);
  coverAgain = setTimeout(() => {
    coverAgain = undefined;
    for (const window of seats.keys()) window.setContentProtection(true);
  }, minutes * 60_000);
}

/**
 * What the browser engine keeps: beside the app's own folder and not in it, where a destruction reads every file. It holds no page's data,
 * which are in memory, and what the engine notes for itself is begun anew every time.
 */
const engineFolder = `${appFolder()}-window`;
const engineNotes = join(engineFolder, 'session');
mkdirSync(engineFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', engineFolder);

if (!app.requestSingleInstanceLock()) app.quit();
else {
  rmSync(engineNotes, { recursive: true, force: true });
  mkdirSync(engineNotes);
  app.setPath('sessionData', engineNotes);
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => lock(contents));
  app.on('second-instance', () => {
    const [window] = seats.keys();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', (event) => {
    if (!copied.isThere) return door?.end();
    // No number outlives the program.
    event.preventDefault();
    void copied.forget().finally(() => app.quit());
  });
  // Not awaited at the top: Electron is ready only after this file was loaded.
  void app.whenReady().then(() => {
    own = lockedSession(pageFolder);
    door = openOffice();
    if (study !== undefined) door.useFolder(study).catch(() => undefined);
    answerWindows({ door: () => door, seatOf: (window) => seats.get(window), copied });
    // Also in the middle of a call: nobody is at the window.
    powerMonitor.on('suspend', () => void door.lockAll());
    powerMonitor.on('lock-screen', () => void door.lockAll());
    setMenu(openSeat);
    openSeat();
  });
}
