/** The files of the page, and what goes with every one of them, whether the window's protocol or a browser seat asks for it. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The file at the path of an address, below `root` and of a known kind; undefined for anything else. */
export async function findPageFile(root: string, addressPath: string): Promise<PageFile | undefined> {
  const path = pathBelow(root, addressPath);
  const type = path === undefined ? undefined : types[extname(path)];
  if (path === undefined || type === undefined) return undefined;
  try {
    // A link in the folder must not lead out of it either.
    const [real, realRoot] = await Promise.all([realpath(path), realpath(root)]);
    if (!real.startsWith(realRoot + sep)) return undefined;
    return { type, bytes: new Uint8Array(await readFile(real)) };
  } catch {
    return undefined;
  }
}

/** Plain names only, decoded once: what is still encoded, or climbs, or means something to a file system, is no page's file. */
function pathBelow(root: string, addressPath: string): string | undefined {
  const names = (addressPath === '/' ? '/index.html' : addressPath).split('/').slice(1);
  const isPlain = (name: string) => /^[\w-][\w.-]*$/.test(name);
  if (!addressPath.startsWith('/') || !names.every(isPlain)) return undefined;
  const path = resolve(root, ...names);
  return path.startsWith(resolve(root) + sep) ? path : undefined;
}
