/** A column that the agreement does not allow never reaches the store, AVG art. 5(1)(c): not in its files, and not in anything that opens. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import { agreement, firstDay } from '../../electron/practice/study-set-up.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { csvText } from '../../shared/export/csv.ts';
import { asListed } from '../../shared/intake/as-listed.ts';
import type { ContactData, ContactField } from '../../shared/study/contact-data.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { openEverything } from './epoch-cut/everything.ts';
import { officeWithStudy, temporaryFolder } from './office.ts';

const group = 'residents' as GroupCode;
const rows = 50;
const nrs = Array.from({ length: rows }, (_, nr) => nr);
/** Of every person a value per column that stands nowhere else; as the study would keep it. */
const canaries = {
  email: nrs.map((nr) => `verzonnen-${nr}@wijk.example`),
  town: nrs.map((nr) => `Waterhoven-aan-de-${nr}-sloot`),
  clientNumber: nrs.map((nr) => `KANARIE-${1000 + nr}`),
  remarks: nrs.map((nr) => `bijzonderheid nummer ${nr} van deze persoon`),
};
const header = ['E-mail', 'Woonplaats', 'Clientnummer', 'Bijzonderheden', 'Achternaam'];
const delivery = csvText(
  [
    header,
    ...nrs.map((nr) => [
      canaries.email[nr]!,
      canaries.town[nr]!,
      canaries.clientNumber[nr]!,
      canaries.remarks[nr]!,
      `Verzonnen${'abcdefghij'[nr % 10]}${'abcdefghij'[Math.floor(nr / 10)]}`,
    ]),
  ],
  { separator: ';' },
);

/** How many canaries of each kind can be found after taking a delivery in under this list: in what opens, and in every byte of the folder. */
async function foundUnder<Kind extends string>(
  allowedFields: ContactField[],
  bytes: string | Uint8Array,
  kinds: Readonly<Record<Kind, readonly string[]>>,
): Promise<Record<Kind | 'inFiles', number>> {
  const here = temporaryFolder();
  const open = await officeWithStudy(here.folder);
  try {
    const { ask, host } = open;
    await ask('manager', 'study.moveClock', { today: firstDay });
    await ask('manager', 'study.recordAgreement', { agreement: { ...agreement, allowedFields } });
    await ask('manager', 'study.addGroup', { code: group, title: 'Bewoners', consentBasis: 'no-objection' });
    const path = join(here.folder, 'delivery');
    writeFileSync(path, bytes);
    const delivery = { group, files: [{ file: host.offerSource(path) }] };
    const seen = JSON.stringify(await ask('manager', 'intake.preview', delivery));
    const taken = await ask('manager', 'intake.accept', { group, files: [{ file: host.offerSource(path) }] });
    expect(taken.accepted).toBe(rows);
    const { study, epoch } = readKeyringHeader(new Uint8Array(readFileSync(join(open.folder, 'keyring'))));
    const texts = openEverything({
      keyringIn: open.folder,
      databaseIn: open.folder,
      deviceSecret: host.deviceSecrets.find(study, epoch)!,
      secretOf: host.secretOf,
    }).texts.join('\n');
    const everything = (Object.values(kinds) as (readonly string[])[]).flat();
    // What a window was shown, whoever asked, counts as a file.
    writeFileSync(join(here.folder, 'shown'), seen);
    const written = [
      ...(await filesBelow(open.folder)),
      ...(await filesBelow(join(here.folder, 'app'))),
      join(here.folder, 'shown'),
    ];
    const inFiles = (await findTraces(written, everything)).found.size;
    // The control of the search in files: where they are planted, it finds them all.
    writeFileSync(join(here.folder, 'planted'), everything.join('\n'));
    expect((await findTraces([join(here.folder, 'planted')], everything)).found.size).toBe(new Set(everything).size);
    const opened = Object.entries(kinds as Record<string, readonly string[]>).map(([kind, values]) => [
      kind,
      values.filter((value) => texts.includes(value)).length,
    ]);
    return { ...Object.fromEntries(opened), inFiles };
  } finally {
    open.office.close();
    here.remove();
  }
}

test('only the columns of the agreement come in: of the others no canary is anywhere, of the allowed ones all are', async () => {
  const nothing = { email: 0, town: 0, clientNumber: 0, remarks: 0, inFiles: 0 };
  expect(await foundUnder(['email', 'surname'], delivery, canaries)).toEqual({ ...nothing, email: rows });
  // The control: allowed, they come in and are found with the same search. A column that is no field at all never does.
  expect(await foundUnder(['email', 'surname', 'town', 'clientNumber'], delivery, canaries)).toEqual({
    ...nothing,
    email: rows,
    town: rows,
    clientNumber: rows,
  });
});

const letters = nrs.map((nr) => `${'abcdefghij'[nr % 10]}${'klmnopqrst'[Math.floor(nr / 10)]}`);
const birthDays = nrs.map((nr) => `19${30 + nr}-0${1 + (nr % 9)}-${10 + (nr % 19)}`);
/** Of which only a part is allowed, or which stand where nobody looks. */
const hiddenCanaries = {
  birthDate: birthDays,
  birthDateAsTyped: birthDays.map((day) => day.split('-').reverse().join('-')),
  houseNumber: nrs.map((nr) => `${nr + 101} bis-${letters[nr]}`),
  postcode: nrs.map((nr) => `"postcode":"${4321 + nr} QX"`),
  place: nrs.map((nr) => `${4321 + nr} QX Waterhoven-aan-de-${letters[nr]}-sloot`),
  town: nrs.map((nr) => `"town":"Waterhoven-aan-de-${letters[nr]}-sloot"`),
  hiddenColumn: letters.map((each) => `verborgen kolom ${each}`),
  hiddenSheet: letters.map((each) => `verborgen blad ${each}`),
  comment: letters.map((each) => `opmerking bij cel ${each}`),
  note: letters.map((each) => `notitie over ${each}`),
  someoneElse: letters.map((each) => `behandelaar ${each}`),
  streets: letters.map((each) => `Verzonnenlaan${each}`),
};

/** A workbook with all of these: days as they are typed or as a spreadsheet counts them, whole addresses, a hidden column and sheet, comments. */
function workbookOfHidden(): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['', '', '', '', '', '', 'Behandelaar'],
    ['Achternaam', 'E-mail', 'Geboortedatum', 'Adres', 'Notitie', 'Intern', 'Naam'],
    ...nrs.map((nr) => [
      `Verzonnen${letters[nr]}`,
      canaries.email[nr],
      nr % 2 === 0
        ? hiddenCanaries.birthDateAsTyped[nr]
        : (Date.parse(birthDays[nr]!) - Date.UTC(1899, 11, 30)) / 86_400_000,
      `${hiddenCanaries.streets[nr]} ${hiddenCanaries.houseNumber[nr]}, ${hiddenCanaries.place[nr]}`,
      hiddenCanaries.note[nr],
      hiddenCanaries.hiddenColumn[nr],
      hiddenCanaries.someoneElse[nr],
    ]),
  ]);
  sheet['!cols'] = [{}, {}, {}, {}, {}, { hidden: true }];
  for (const nr of nrs) sheet[`A${nr + 3}`].c = [{ a: 'x', t: hiddenCanaries.comment[nr] }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Bewoners');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['Achternaam', 'E-mail'], ...hiddenCanaries.hiddenSheet.map((text) => [text, ''])]),
    'Intern',
  );
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

test('of a birth only the year comes in, of an address only the street; nothing of what is hidden or beside it', async () => {
  const nothing = Object.fromEntries(Object.keys(hiddenCanaries).map((kind) => [kind, 0]));
  const bytes = workbookOfHidden();
  expect(await foundUnder(['email', 'surname', 'birthYear', 'street'], bytes, hiddenCanaries)).toEqual({
    ...nothing,
    streets: rows,
    inFiles: 0,
  });
  // The control: what is allowed comes in and is found with the same search; what is hidden, or about someone else, still does not.
  const wide: ContactField[] = ['email', 'surname', 'birthDate', 'street', 'houseNumber', 'postcode', 'town', 'note'];
  expect(await foundUnder(wide, bytes, hiddenCanaries)).toEqual({
    ...nothing,
    birthDate: rows,
    streets: rows,
    houseNumber: rows,
    postcode: rows,
    town: rows,
    note: rows,
    inFiles: 0,
  });
});

test('of a birth only the band of ten years comes in', async () => {
  const years = {
    day: birthDays,
    year: birthDays.map((day) => `"birthYear":${day.slice(0, 4)}`),
    band: ['60-69', '70-79', '80-89'].map((band) => `"ageBand":"${band}"`),
  };
  const bytes = workbookOfHidden();
  expect(await foundUnder(['email', 'surname', 'ageBand'], bytes, years)).toEqual({
    day: 0,
    year: 0,
    band: 3,
    inFiles: 0,
  });
  // The control.
  expect(await foundUnder(['email', 'surname', 'birthYear'], bytes, years)).toMatchObject({ year: rows, band: 0 });
});

test('who died or objects is refused though the agreement names no such column, and nothing of it is kept', async () => {
  const here = temporaryFolder();
  const { ask, host, folder, office } = await officeWithStudy(here.folder);
  try {
    await ask('manager', 'study.moveClock', { today: firstDay });
    await ask('manager', 'study.recordAgreement', { agreement: { ...agreement, allowedFields: ['email', 'surname'] } });
    await ask('manager', 'study.addGroup', { code: group, title: 'Bewoners', consentBasis: 'no-objection' });
    const path = join(here.folder, 'delivery');
    const rows = [
      ['Aker', '', ''],
      ['Bosch', '2026-02-01', ''],
      ['Cuyl', '', 'ja'],
    ];
    const cells = rows.map(([name, died, objects]) => [name!, `${name}@wijk.example`, died!, objects!]);
    writeFileSync(path, csvText([['Achternaam', 'E-mail', 'Overleden', 'Bezwaar'], ...cells], { separator: ';' }));
    const taken = await ask('manager', 'intake.accept', { group, files: [{ file: host.offerSource(path) }] });
    expect(taken.files[0]).toMatchObject({ read: 3, accepted: 1, refused: { deceased: 1, objection: 1 } });
    const { study, epoch } = readKeyringHeader(new Uint8Array(readFileSync(join(folder, 'keyring'))));
    const { texts } = openEverything({
      ...{ keyringIn: folder, databaseIn: folder, secretOf: host.secretOf },
      deviceSecret: host.deviceSecrets.find(study, epoch)!,
    });
    const kept: ContactData = {
      surname: 'Aker',
      email: 'aker@wijk.example',
      phones: [],
      channels: ['email', 'letter', 'phone'],
    };
    // Beside it the marks of these same fields: of the others there is nothing to mark.
    expect(texts.filter((text) => text.includes('"surname"'))).toEqual([
      JSON.stringify({ ...kept, asListed: asListed(kept) }),
    ]);
    expect(asListed(kept)).toMatch(/^- - - - \w+ - - \w+ - - - - -$/);
  } finally {
    office.close();
    here.remove();
  }
});
