/** A name that any file system takes, made of one that a window suggests: never a path. */
export function safeFileName(suggested: string): string {
  const plain = suggested
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')
    .replace(/^[.\s]+/, '')
    .slice(0, 80)
    .replace(/[.\s]+$/, '');
  // Windows keeps these for devices, with whatever ending.
  return plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `veldwerk-${plain}` : plain;
}
