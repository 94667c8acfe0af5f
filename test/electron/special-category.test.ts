/** A file with a special category that the agreement does not list is refused, stands in the journal as an incident, and leaves nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import { agreement, firstDay } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { officeWithStudy, temporaryFolder } from './office.ts';

const group = 'residents' as GroupCode;
const values = ['verzonnen aandoening een', 'verzonnen aandoening twee'];
const list = [
  'Achternaam;E-mail;Diagnose',
  ...values.map((value, nr) => `Proef${'ab'[nr]};p${nr}@wijk.example;${value}`),
].join('\n');

test('a column with diagnoses refuses the file, unless the agreement lists health: then it is not read either', async () => {
  const here = temporaryFolder();
  const open = await officeWithStudy(here.folder);
  try {
    const { ask, host } = open;
    await ask('manager', 'study.moveClock', { today: firstDay });
    await ask('manager', 'study.recordAgreement', { agreement });
    await ask('manager', 'study.addGroup', { code: group, title: 'Bewoners', consentBasis: 'no-objection' });
    const path = join(here.folder, 'delivery');
    writeFileSync(path, list);
    const delivery = () => ({ group, files: [{ file: host.offerSource(path) }] });
    const written = async () => [...(await filesBelow(open.folder)), ...(await filesBelow(join(here.folder, 'app')))];

    for (const request of ['intake.preview', 'intake.accept'] as const)
      expect(await refusalOf(ask('manager', request, delivery()))).toEqual({
        problem: 'intake.special-category',
        file: 1,
        column: 'C',
        category: 'health',
      });
    const { entries } = await ask('officer', 'study.journal', { entries: 500 });
    expect(entries.filter(({ act }) => act === 'intake.incident').map(({ detail }) => detail)).toEqual([
      { problem: 'intake.special-category', file: 1 },
      { problem: 'intake.special-category', file: 1 },
    ]);
    expect((await findTraces(await written(), values)).found.size).toBe(0);

    await ask('manager', 'study.recordAgreement', { agreement: { ...agreement, specialCategories: ['health'] } });
    const taken = await ask('manager', 'intake.accept', delivery());
    expect(taken.accepted).toBe(2);
    expect(taken.files[0]!.columns[2]).toMatchObject({ becomes: 'not-recognised', examples: [] });
    expect((await findTraces(await written(), values)).found.size).toBe(0);
    // The control of the search: in the delivery they are found.
    expect((await findTraces([path], values)).found.size).toBe(2);
  } finally {
    open.office.close();
    here.remove();
  }
});
