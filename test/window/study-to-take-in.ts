/** A practice study that waits for its first delivery: people, agreement, bureau and groups are there, and nobody was taken in. */
import { join } from 'node:path';
import { localHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { agreement, bureau, firstDay, groups, title } from '../../electron/practice/study-set-up.ts';
import { askingAs } from '../../scripts/demo/asking.ts';
import { addDays, day } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { longestIdleTimes, passphraseOf } from './study-under-way.ts';

export interface ToTakeIn {
  readonly agreement?: Asked<'study.recordAgreement'>['agreement'];
  readonly groups?: readonly Asked<'study.addGroup'>[];
}

/** Below `home`; its only person is the manager. Gives the study folder. */
export async function studyToTakeIn(home: string, given: ToTakeIn = {}): Promise<string> {
  const host = localHost(join(home, 'veldwerk'), '0.0.0-test');
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  const study = join(home, 'study');
  const manager = 'Marit';
  try {
    office.useFolder(study);
    const passphrase = passphraseOf(manager);
    const person = { name: manager, confidentialityOn: day('2026-01-15'), passphrase };
    await ask(manager, 'study.create', {
      title,
      practice: true,
      people: [{ ...person, roles: ['manager', 'researcher', 'officer'] }],
    });
    await ask(manager, 'study.signIn', { name: manager, passphrase });
    await ask(manager, 'study.setIdleTimes', { minutes: longestIdleTimes });
    await ask(manager, 'study.moveClock', { today: addDays(firstDay, -7) });
    await ask(manager, 'study.recordBureau', bureau);
    await ask(manager, 'study.recordAgreement', { agreement: { ...agreement, ...given.agreement } });
    for (const group of given.groups ?? groups.map((one) => one.group)) await ask(manager, 'study.addGroup', group);
  } finally {
    office.close();
  }
  return study;
}
