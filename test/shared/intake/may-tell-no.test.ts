/** Columns that nobody knows, and in which someone may be said to have died or not to want it. */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { ColumnMap } from '../../../shared/intake/column-map.ts';
import { findExtract } from '../../../shared/intake/extract.ts';
import { fieldsRead } from '../../../shared/intake/fields-read.ts';
import { mayTellNo } from '../../../shared/intake/may-tell-no.ts';
import type { DeliveryKind } from '../../../shared/intake/report.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';

/** What becomes of a fourth column with this header and these cells. */
function fourth(
  header: string,
  cells: readonly string[],
  kind: DeliveryKind = 'people',
  map: ColumnMap = {},
  remembered: ColumnMap = {},
) {
  const people = cells.map((cell, nr) => [`C-${nr}`, 'Proef', '0689000001', cell]);
  const rows = [['Cliëntnummer', 'Achternaam', 'Telefoon', header], ...people];
  const ask = { allowed: fieldsRead(kind, contactFields), today: day('2026-06-01'), map, remembered };
  const found = findExtract([{ name: '', hidden: false, rows }], ask);
  if (found.kind !== 'extract') throw new Error(found.kind);
  const { becomes, looksLike, mayTellNo: isUndecided = false } = found.extract.columns[3]!;
  return { becomes, looksLike, isUndecided, values: found.extract.rows.map(({ values }) => values) };
}

describe('a column that may say a no', () => {
  test.each([
    ['Heeft u bezwaar?', 'consent'],
    ['Geen bezwaar', 'consent'],
    ['Niet bellen', 'consent'],
    ['Mag benaderd worden', 'consent'],
    ['Wil meedoen', 'consent'],
    ['Deelname 2026', 'consent'],
    ['Reden overlijden', 'deceased'],
    ['In leven', 'deceased'],
  ])('by its header, %s, is not read and to be decided on', (header, looksLike) => {
    expect(fourth(header, ['ja', 'nee'])).toMatchObject({ becomes: 'not-recognised', looksLike, isUndecided: true });
    expect(fourth(header, ['ja', 'nee'], 'people', { D: 'not-read' }).isUndecided).toBe(false);
    // An empty one says nothing of anybody.
    expect(fourth(header, ['', '']).isUndecided).toBe(false);
  });

  test.each([
    [['actief', 'overleden'], 'deceased'],
    [['nieuw', 'Maakt bezwaar'], 'consent'],
    [['', '', 'wil niet meedoen'], 'consent'],
  ])('by its cells %s, whatever its header', (cells, looksLike) => {
    expect(fourth('Status', cells)).toMatchObject({ becomes: 'not-recognised', looksLike, isUndecided: true });
  });

  it('left out of an earlier list is asked about again only where a cell says it now', () => {
    const again = (cells: readonly string[]) =>
      fourth('Bezwaar of status', cells, 'people', {}, { bezwaarofstatus: 'not-read' });
    expect(again(['actief', 'overleden'])).toMatchObject({ looksLike: 'deceased', isUndecided: true });
    expect(again(['actief', 'nee']).isUndecided).toBe(false);
  });

  it('is no other column: not one about someone else, of something else, or of whole sentences', () => {
    expect(fourth('Status', ['actief', 'verhuisd']).isUndecided).toBe(false);
    expect(fourth('Overleden partner', ['ja', 'nee']).isUndecided).toBe(false);
    expect(fourth('Zorgvraag', ['hulp na het overlijden van haar man', 'geen']).isUndecided).toBe(false);
    expect(fourth('Woonplaats', ['Bezwaar', 'Waterhoven'])).toMatchObject({ becomes: 'town', isUndecided: false });
    for (const header of ['Benaderwijze', 'Overleg', 'Nationaliteit']) expect(mayTellNo(header, ['x'])).toBeUndefined();
  });

  it('is read as news where the list is one of news, and is to be decided on where it is not', () => {
    expect(fourth('Status', ['overleden'], 'updates')).toMatchObject({ looksLike: 'news', isUndecided: true });
    expect(fourth('Mutatie', ['overleden'], 'updates')).toMatchObject({ becomes: 'news', isUndecided: false });
    expect(fourth('Mutatie', ['overleden'], 'difference')).toMatchObject({ looksLike: 'deceased', isUndecided: true });
    expect(fourth('Mutatie', ['nieuw'], 'difference').isUndecided).toBe(false);
    expect(fourth('Mutatie', ['overleden'], 'people', { D: 'news' }).isUndecided).toBe(true);
  });
});

test('how a question is answered belongs to its header: it is read', () => {
  for (const header of ['Bezwaar J/N', 'Bezwaar (ja/nee)', 'bezwaar_jn'])
    expect(fourth(header, ['J', 'N'])).toMatchObject({ becomes: 'consent', values: [{ consent: 'bezwaar' }, {}] });
  expect(fourth('Overleden J/N', ['J', 'N']).values).toMatchObject([{ deceased: 'J' }, { deceased: 'N' }]);
});

test('who is not alive died, also where the column asks who lives', () => {
  const { values } = fourth('In leven', ['nee', 'ja', 'vertrokken'], 'people', { D: 'deceased' });
  expect(values.map(({ deceased }) => deceased)).toEqual(['ja', undefined, 'vertrokken']);
});
