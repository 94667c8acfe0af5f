import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openZip, zipLimits } from '../../../electron/files/zip-limits.ts';
import { zipOf } from './zip-of.ts';

const noise = randomBytes(2_000);
const honest = zipOf([
  { name: 'a.xml', data: noise },
  { name: 'b.xml', data: 'text' },
  { name: 'c.xml', data: 'stored', stored: true },
  { name: 'd.xml', data: '' },
]);

function zipOfBytes(bytes: Uint8Array) {
  const opened = openZip(bytes);
  if (opened.kind !== 'ok') throw new Error(`not opened: ${opened.kind}`);
  return opened.zip;
}
const namesOf = (bytes: Uint8Array) => zipOfBytes(bytes).names;
const partOf = (bytes: Uint8Array, name: string) => zipOfBytes(bytes).read(name)?.toString();

describe('a zip', () => {
  it('with honest sizes is let through, with its names', () => {
    expect(namesOf(honest)).toEqual(['a.xml', 'b.xml', 'c.xml', 'd.xml']);
    expect(partOf(honest, 'B.XML')).toBe('text');
    expect(partOf(honest, 'c.xml')).toBe('stored');
    expect(partOf(honest, 'd.xml')).toBe('');
    expect(partOf(honest, 'e.xml')).toBeUndefined();
  });

  it('may have a comment after its directory', () => {
    const commented = Buffer.concat([honest, Buffer.from('note')]);
    commented.writeUInt16LE(4, honest.length - 2);
    expect(openZip(new Uint8Array(commented)).kind).toBe('ok');
  });

  test.each([
    [zipLimits.entries, 'ok'],
    [zipLimits.entries + 1, 'too-large'],
  ])('with %i entries is %s', (count, kind) => {
    const parts = Array.from({ length: count }, (_, i) => ({ name: `${i}`, data: 'x' }));
    expect(openZip(zipOf(parts)).kind).toBe(kind);
  });

  it('that unpacks to more than two hundred times its size is refused', () => {
    expect(openZip(zipOf([{ name: 'a', data: Buffer.alloc(5_000_000) }]))).toEqual({
      kind: 'too-large',
      limit: 'ratio',
    });
  });

  it('that declares more than 100 MB is refused, before anything is unpacked', () => {
    const parts = [60_000_000, 40_000_001].map((declaredBytes, i) => ({ name: `${i}`, data: noise, declaredBytes }));
    expect(openZip(zipOf(parts))).toEqual({ kind: 'too-large', limit: 'unpackedBytes' });
  });

  it('that declares less than it unpacks to gives no such part', () => {
    const bomb = { name: 'a', data: Buffer.alloc(50_000_000), declaredBytes: 1_000 };
    const zip = zipOfBytes(zipOf([{ name: 'b', data: noise }, bomb]));
    expect(zip.read('b')).toHaveLength(noise.length);
    expect(() => zip.read('a')).toThrow();
  });

  it('whose part has another checksum gives no such part', () => {
    const changed = Buffer.from(zipOf([{ name: 'c.xml', data: 'stored', stored: true }]));
    expect(partOf(changed, 'c.xml')).toBe('stored');
    changed[35 + 1] = 0x54;
    expect(() => partOf(changed, 'c.xml')).toThrow();
  });

  it('with two parts of one name is no zip to us', () => {
    const twice = ['a.xml', 'A.xml'].map((name) => ({ name, data: 'x' }));
    expect(openZip(zipOf(twice)).kind).toBe('not-a-zip');
  });

  test.each([
    ['the method', 8],
    ['the packed size', 18],
    ['the unpacked size', 22],
    ['a flag', 6],
  ])('that says %s otherwise in front of the data than in its directory is no zip to us', (_, at) => {
    // A reader that believes it would unpack what is not packed, without an end.
    const stored = Buffer.from(zipOf([{ name: 'c.xml', data: 'stored', stored: true }]));
    expect(openZip(stored).kind).toBe('ok');
    stored[at] = (stored[at] ?? 0) ^ 8;
    expect(openZip(stored).kind).toBe('not-a-zip');
  });

  it('that is encrypted is no zip to us', () => {
    expect(openZip(zipOf([{ name: 'a', data: 'x', encrypted: true }])).kind).toBe('not-a-zip');
  });

  test.each(['', 'PK', 'PK\u0003\u0004', 'no zip at all, but long enough to hold the end of one'])(
    'is not %j',
    (text) => {
      expect(openZip(Buffer.from(text)).kind).toBe('not-a-zip');
    },
  );

  it('that is cut off or changed never makes the check throw', () => {
    fc.assert(
      fc.property(fc.nat(honest.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const broken = isCut ? honest.slice(0, at) : honest.map((old, i) => (i === at ? byte : old));
        expect(['ok', 'not-a-zip', 'too-large']).toContain(openZip(broken).kind);
        if (isCut) expect(openZip(broken).kind).toBe('not-a-zip');
      }),
      { numRuns: 2_000 },
    );
  });
});
