/** The app in Electron itself, where its runtime is on the machine. */
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { buildApp } from '../../scripts/build-app.ts';
import { findElectron } from '../../scripts/electron-runtime.ts';
import { longestWaitMs } from './longest-wait.ts';
import type { OpenSeat } from './seat.ts';

export const openElectronSeat: OpenSeat = async ({ home, study, size = { width: 1280, height: 860 } }) => {
  const app = await buildApp();
  const program = findElectron();
  if (program === undefined) throw new Error("Electron's runtime is not on this machine");
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath: program,
    args: [...asRoot, app, ...(study === undefined ? [] : [`--study=${study}`])],
    env: { ...process.env, HOME: home, VELDWERK_HOME: join(home, 'veldwerk') } as Record<string, string>,
  });
  electron.context().setDefaultTimeout(longestWaitMs);
  const strayRequests: string[] = [];
  electron.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('app://veldwerk/') && !url.startsWith('data:')) strayRequests.push(url);
  });
  await electron.evaluate(({ dialog }) => {
    const next = { sources: [] as string[][], targets: [] as string[], folders: [] as string[] };
    (globalThis as { next?: typeof next }).next = next;
    dialog.showOpenDialog = (async (_window: unknown, { properties }: { properties?: readonly string[] }) => {
      const filePaths =
        (properties?.includes('openDirectory') ? next.folders.splice(0, 1) : next.sources.shift()) ?? [];
      return { canceled: filePaths.length === 0, filePaths };
    }) as never;
    dialog.showSaveDialog = (async () => {
      const filePath = next.targets.shift();
      return { canceled: filePath === undefined, filePath: filePath ?? '' };
    }) as never;
  });
  const choose = (kind: 'sources' | 'targets' | 'folders', what: unknown) =>
    void electron.evaluate(
      (_, [list, value]) =>
        (globalThis as never as { next: Record<string, unknown[]> }).next[list as string]?.push(value),
      [kind, what] as const,
    );
  const page = await electron.firstWindow();
  await page.setViewportSize(size);
  return {
    kind: 'electron',
    page,
    chooseNextSources: (paths) => choose('sources', paths),
    chooseNextTarget: (path) => choose('targets', path),
    chooseNextFolder: (path) => choose('folders', path),
    placeOf: (path) => path,
    async openAnother(): Promise<Page> {
      const opened = electron.waitForEvent('window');
      await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click());
      return opened;
    },
    strayRequests: () => strayRequests,
    close: () => electron.close(),
  };
};
