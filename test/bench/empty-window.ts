/** The floor for a window: React with one heading and nothing else, built and served as the app's own page is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPageFile, pageHeaders } from '../../electron/page-files.ts';

export interface EmptyWindow {
  readonly address: string;
  close(): void;
}

/** `?keys` makes it show the number of keys that were pressed: the floor from key to paint. */
const source = `import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
function Empty() {
  const [keys, setKeys] = useState(0);
  useEffect(() => {
    const count = () => setKeys((before) => before + 1);
    window.addEventListener('keydown', count);
    return () => window.removeEventListener('keydown', count);
  }, []);
  return <h1>{'Item ' + keys}</h1>;
}
createRoot(document.getElementById('app')).render(<Empty />);
`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body><div id="app"></div><script type="module" src="./empty.jsx"></script></body></html>`;

export async function openEmptyWindow(): Promise<EmptyWindow> {
  const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  // Inside the project, so that react is found.
  const folder = mkdtempSync(join(cache, 'empty-window-'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'empty.jsx'), source);
  const vite = await import('vite');
  const outDir = join(folder, 'built');
  await vite.build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    build: { outDir, modulePreload: { polyfill: false } },
  });
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    const file = await findPageFile(outDir, path === '/' ? '/index.html' : path);
    if (file === undefined) response.writeHead(404, pageHeaders).end();
    else response.writeHead(200, { ...pageHeaders, 'content-type': file.type }).end(file.bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
