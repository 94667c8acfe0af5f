/** One window: the page from the app's own protocol, in a sandbox, in a session that nothing is kept of, with every way out locked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, type Session, session, type WebContents } from 'electron';
import { findPageFile, pageHeaders } from './page-files.ts';

export const scheme = 'app';
export const origin = `${scheme}://veldwerk`;

/** Whether an address is the app's own. */
export function isOwn(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${scheme}:` && host === 'veldwerk';
  } catch {
    return false;
  }
}

/** The session of all windows: in memory, without permissions, devices, spelling or a network. */
export function lockedSession(pageFolder: string): Session {
  // A name that does not ask to be kept: nothing of it comes on disk.
  const own = session.fromPartition('veldwerk', { cache: false });
  own.setSpellCheckerEnabled(false);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }));
  own.protocol.handle(scheme, async ({ url, method }) => {
    const file = isOwn(url) && method === 'GET' ? await findPageFile(pageFolder, new URL(url).pathname) : undefined;
    if (file === undefined) return new Response('', { status: 404, headers: pageHeaders });
    return new Response(file.bytes, { headers: { ...pageHeaders, 'content-type': file.type } });
  });
  return own;
}

function isAllowed(address: string): boolean {
  return isOwn(address) || address.startsWith('data:') || (!app.isPackaged && address.startsWith('devtools:'));
}

/** Keeps whatever is shown where it is: no other page, no other window, no page within the page. */
export function lock(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', stay);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Drawn when the app is packed; Linux alone wants it here. */
const icon = join(import.meta.dirname, 'icon.png');

export function openWindow(own: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Veldwerk',
    width: 1280,
    height: 860,
    minWidth: 800,
    minHeight: 560,
    show: false,
    backgroundColor: '#ffffff',
    ...(existsSync(icon) ? { icon } : {}),
    webPreferences: {
      session: own,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  window.setContentProtection(true);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${origin}/index.html`);
  return window;
}
