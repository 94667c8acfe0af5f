/** A column that the agreement does not allow never reaches the store, AVG art. 5(1)(c): not in its files, and not in anything that opens. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import { agreement, firstDay } from '../../electron/practice/study-set-up.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { csvText } from '../../shared/export/csv.ts';
import type { ContactField } from '../../shared/study/contact-data.ts';
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

/** How many canaries of each column can be found after taking the delivery in under this list: in what opens, and in every byte of the folder. */
async function foundUnder(allowedFields: ContactField[]) {
  const here = temporaryFolder();
  const open = await officeWithStudy(here.folder);
  try {
    const { ask, host } = open;
    await ask('manager', 'study.moveClock', { today: firstDay });
    await ask('manager', 'study.recordAgreement', { agreement: { ...agreement, allowedFields } });
    await ask('manager', 'study.addGroup', { code: group, title: 'Bewoners', consentBasis: 'no-objection' });
    const path = join(here.folder, 'delivery.csv');
    writeFileSync(path, delivery);
    const taken = await ask('manager', 'intake.accept', { group, files: [{ file: host.offerSource(path) }] });
    expect(taken.accepted).toBe(rows);
    const { study, epoch } = readKeyringHeader(new Uint8Array(readFileSync(join(open.folder, 'keyring'))));
    const texts = openEverything({
      keyringIn: open.folder,
      databaseIn: open.folder,
      deviceSecret: host.deviceSecrets.find(study, epoch)!,
      secretOf: host.secretOf,
    }).texts.join('\n');
    const everything = Object.values(canaries).flat();
    const inFiles = (await findTraces(await filesBelow(open.folder), everything)).found.size;
    // The control of the search in files: the delivery itself holds them all.
    expect((await findTraces([path], everything)).found.size).toBe(everything.length);
    const opened = (column: keyof typeof canaries) => canaries[column].filter((value) => texts.includes(value)).length;
    return {
      email: opened('email'),
      town: opened('town'),
      clientNumber: opened('clientNumber'),
      remarks: opened('remarks'),
      inFiles,
    };
  } finally {
    open.office.close();
    here.remove();
  }
}

test('only the columns of the agreement come in: of the others no canary is anywhere, of the allowed ones all are', async () => {
  const nothing = { email: 0, town: 0, clientNumber: 0, remarks: 0, inFiles: 0 };
  expect(await foundUnder(['email', 'surname'])).toEqual({ ...nothing, email: rows });
  // The control: allowed, they come in and are found with the same search. A column that is no field at all never does.
  expect(await foundUnder(['email', 'surname', 'town', 'clientNumber'])).toEqual({
    ...nothing,
    email: rows,
    town: rows,
    clientNumber: rows,
  });
});
