/** A practice study with people taken in: one group without a protocol, and one of which everybody was sent a first e-mail today. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { localHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { firstDay, groups } from '../../electron/practice/study-set-up.ts';
import { type AskAs, askingAs } from '../../scripts/demo/asking.ts';
import type { Asked, View } from '../../shared/contract.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { practiceFile } from './reference-journey.ts';
import { studyToTakeIn } from './study-to-take-in.ts';
import { passphraseOf } from './study-under-way.ts';

const manager = 'Marit';
export const [toPlan, inUse] = ['residents', 'team-members'] as [GroupCode, GroupCode];

/** Below `home`. Gives the study folder. Nobody is signed in any more. */
export async function studyToPlan(home: string): Promise<string> {
  const study = await studyToTakeIn(home);
  await asManager(home, study, async (ask, offer) => {
    for (const { group, files, protocol } of groups) {
      const given: Asked<'intake.accept'>['files'] = files.map(({ file, stratum }) => {
        return { file: offer(file), ...(stratum === undefined ? {} : { stratum }) };
      });
      if (group.code !== 'partners') await ask(manager, 'intake.accept', { group: group.code, files: given });
      if (group.code === inUse) await ask(manager, 'schedule.setProtocol', { group: group.code, protocol });
    }
    await ask(manager, 'study.moveClock', { today: firstDay });
    await ask(manager, 'contact.sendEmails', { group: inUse });
  });
  return study;
}

/** What is kept, read by an office of its own once no other one has the study. */
export async function keptProtocol(home: string, study: string, group: GroupCode): Promise<View<'schedule.protocol'>> {
  let view: View<'schedule.protocol'> | undefined;
  await asManager(home, study, async (ask) => {
    view = await ask(manager, 'schedule.protocol', { group });
  });
  return view!;
}

async function asManager(
  home: string,
  study: string,
  work: (ask: AskAs, offer: (file: string) => ReturnType<ReturnType<typeof localHost>['offerSource']>) => Promise<void>,
): Promise<void> {
  const host = localHost(join(home, 'veldwerk'), '0.0.0-test');
  const office = openOffice(host, host.onBug);
  const delivered = join(home, 'delivered');
  mkdirSync(delivered, { recursive: true });
  try {
    office.useFolder(study);
    const ask = askingAs(office);
    await ask(manager, 'study.signIn', { name: manager, passphrase: passphraseOf(manager) });
    await work(ask, (file) => {
      copyFileSync(practiceFile(file), join(delivered, file));
      return host.offerSource(join(delivered, file));
    });
  } finally {
    office.close();
  }
}
