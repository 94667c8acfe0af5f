/** Deliveries with and without citizen service numbers, through the requests of a real office, and what is left of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import { agreement, firstDay } from '../../electron/practice/study-set-up.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { csvText } from '../../shared/export/csv.ts';
import { Refusal } from '../../shared/problem.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { openEverything } from './epoch-cut/everything.ts';
import type { NumberedFile } from './numbered-files.ts';
import { officeWithStudy, temporaryFolder } from './office.ts';

const group = 'residents' as GroupCode;
/** Of a delivery that is taken in: client numbers that stand nowhere else. */
const control = Array.from({ length: 20 }, (_, nr) => `KANARIE-${1000 + nr}`);

export interface Outcome {
  /** Names of files that were not refused for a citizen service number, by preview or by accept. */
  readonly notRefused: readonly string[];
  readonly incidents: number;
  /** Numbers found in the study, in the app's own folder with its log, and in what was answered, as UTF-8, UTF-16, hexadecimal, base64. */
  readonly numbersFound: number;
  readonly filesSearched: number;
  /** Of the control: client numbers that the keys open, and those that the search finds where they do stand. */
  readonly opened: number;
  readonly planted: number;
  readonly controls: number;
}

/** Offers every file to preview and accept, then looks for its numbers in everything that was written. */
export async function refuseAll(files: readonly NumberedFile[]): Promise<Outcome> {
  const here = temporaryFolder();
  const answers: string[] = [];
  const open = await officeWithStudy(here.folder);
  try {
    const { ask, host } = open;
    await ask('manager', 'study.moveClock', { today: firstDay });
    await ask('manager', 'study.recordAgreement', { agreement });
    await ask('manager', 'study.addGroup', { code: group, title: 'Bewoners', consentBasis: 'no-objection' });
    const offered = (bytes: Uint8Array | string) => {
      const path = join(here.folder, 'delivery');
      writeFileSync(path, bytes);
      return { group, files: [{ file: host.offerSource(path) }] };
    };
    const notRefused: string[] = [];
    for (const { name, bytes } of files)
      for (const request of ['intake.preview', 'intake.accept'] as const) {
        const problem = await refusalOf(ask('manager', request, offered(bytes))).catch((error: unknown) => {
          if (error instanceof Refusal) return error.problem;
          return { problem: 'none' };
        });
        answers.push(JSON.stringify(problem));
        if (problem.problem !== 'intake.citizen-service-number') notRefused.push(`${request}: ${name}`);
      }

    const list = csvText(
      [
        ['Achternaam', 'E-mail', 'Cliëntnummer'],
        ...control.map((value, nr) => [`Proef${'abcdefghijklmnopqrst'[nr]}`, `p${nr}@wijk.example`, value]),
      ],
      { separator: ';' },
    );
    await ask('manager', 'intake.accept', offered(list));
    const { study, epoch } = readKeyringHeader(new Uint8Array(readFileSync(join(open.folder, 'keyring'))));
    const texts = openEverything({
      keyringIn: open.folder,
      databaseIn: open.folder,
      deviceSecret: host.deviceSecrets.find(study, epoch)!,
      secretOf: host.secretOf,
    }).texts.join('\n');

    const numbers = files.flatMap((file) => file.numbers);
    const told = join(here.folder, 'answers');
    writeFileSync(told, answers.join('\n'));
    const written = [...(await filesBelow(open.folder)), ...(await filesBelow(join(here.folder, 'app'))), told];
    const { found } = await findTraces(written, numbers);
    // The search finds each of them where it does stand: as the text of an editor, and as that of a spreadsheet.
    const planted = [join(here.folder, 'planted-utf-8'), join(here.folder, 'planted-utf-16')];
    writeFileSync(planted[0]!, numbers.filter((_, nr) => nr % 2 === 0).join('\n'));
    writeFileSync(planted[1]!, Buffer.from(numbers.filter((_, nr) => nr % 2 === 1).join('\n'), 'utf16le'));
    const { entries } = await ask('officer', 'study.journal', { entries: 500 });
    return {
      notRefused,
      incidents: entries.filter(({ act }) => act === 'intake.incident').length,
      numbersFound: found.size,
      filesSearched: written.length,
      opened: control.filter((value) => texts.includes(value)).length,
      planted: (await findTraces(planted, numbers)).found.size,
      controls: control.length,
    };
  } finally {
    open.office.close();
    here.remove();
  }
}

/** Names of files that are refused for a citizen service number although they hold none. */
export async function falselyRefused(files: readonly NumberedFile[]): Promise<readonly string[]> {
  const here = temporaryFolder();
  const open = await officeWithStudy(here.folder);
  try {
    const { ask, host } = open;
    await ask('manager', 'study.moveClock', { today: firstDay });
    await ask('manager', 'study.recordAgreement', { agreement });
    await ask('manager', 'study.addGroup', { code: group, title: 'Bewoners', consentBasis: 'no-objection' });
    const refused: string[] = [];
    for (const { name, bytes } of files) {
      const path = join(here.folder, 'delivery');
      writeFileSync(path, bytes);
      const asked = ask('manager', 'intake.preview', { group, files: [{ file: host.offerSource(path) }] });
      await asked.catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        refused.push(`${error.problem.problem}: ${name}`);
      });
    }
    return refused;
  } finally {
    open.office.close();
    here.remove();
  }
}
