/** A party that the agreement does not name does no part of the work: not recorded, not planned with, and nothing goes out through it. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agreement, bureau, firstDay } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { Refusal } from '../../shared/problem.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { allParties, partiesIn, refuseUnlisted } from '../../shared/study/sub-processors.ts';
import { officeWithStudy, type TestOffice, temporaryFolder } from './office.ts';
import { deliveryOf, mixed } from './prepared.ts';

const group = 'residents' as GroupCode;
const printer = 'Drukkerij De Zetter';
const platform = 'Formulier B.V.';
const mailer = 'Postduif Mail';
const mailHost = { host: '127.0.0.1', port: 1, secure: false, from: bureau.objectTo };

describe('a party', () => {
  const isRefused = (party: string, subProcessors: readonly string[] | undefined) => {
    try {
      refuseUnlisted([party], { subProcessors });
      return false;
    } catch (error) {
      return error instanceof Refusal && error.problem.problem === 'study.sub-processor-not-listed';
    }
  };

  test('is named when its name is in the list, whatever its capitals and spaces', () => {
    expect(isRefused(printer, [mailer, printer])).toBe(false);
    expect(isRefused('  drukkerij  DE zetter', [printer])).toBe(false);
    expect(isRefused(printer, [mailer])).toBe(true);
    expect(isRefused('Drukkerij De Zetter 2', [printer])).toBe(true);
    expect(isRefused(printer, [])).toBe(true);
    expect(isRefused(printer, undefined)).toBe(true);
  });

  test('has to do with the channels that it does a part of', () => {
    const [home, host] = [{ lettersPrintedBy: printer, webPlatformBy: platform }, { providedBy: mailer }];
    expect(partiesIn('email', home, host)).toEqual([mailer, platform]);
    expect(partiesIn('letter', home, host)).toEqual([printer, platform]);
    expect(partiesIn('phone', home, host)).toEqual([]);
    expect(partiesIn('email', {}, undefined)).toEqual([]);
    expect(allParties(home, host)).toEqual([mailer, printer, platform]);
    expect(allParties(undefined, undefined)).toEqual([]);
  });
});

describe('the office', () => {
  let here: ReturnType<typeof temporaryFolder>;
  let open: TestOffice;
  const agree = (subProcessors: string[]) =>
    open.ask('manager', 'study.recordAgreement', { agreement: { ...agreement, subProcessors } });
  const unlisted = (party: string) => ({ problem: 'study.sub-processor-not-listed', party });
  const setProtocol = () => open.ask('manager', 'schedule.setProtocol', { group, protocol: mixed });
  const send = () => open.ask('manager', 'contact.sendEmails', { group });
  const print = () =>
    open.ask('manager', 'contact.makeLetters', {
      group,
      target: open.host.offerTarget(join(here.folder, 'letters.pdf')),
    });

  beforeEach(async () => {
    here = temporaryFolder();
    open = await officeWithStudy(here.folder);
    await open.ask('manager', 'study.moveClock', { today: firstDay });
    await open.ask('manager', 'study.addGroup', { code: group, title: 'G', consentBasis: 'no-objection' });
  });
  afterEach(() => {
    open.office.close();
    here.remove();
  });

  test('records only who is in the agreement', async () => {
    const { ask } = open;
    const recordBureau = (more: object) => ask('manager', 'study.recordBureau', { ...bureau, ...more });
    expect(await refusalOf(recordBureau({ lettersPrintedBy: printer }))).toEqual(unlisted(printer));
    await agree([mailer, printer]);
    await recordBureau({ lettersPrintedBy: printer });
    expect(await refusalOf(recordBureau({ lettersPrintedBy: printer, webPlatformBy: platform }))).toEqual(
      unlisted(platform),
    );
    const setHost = (providedBy: string) => ask('manager', 'study.setMailHost', { ...mailHost, providedBy });
    expect(await refusalOf(setHost(platform))).toEqual(unlisted(platform));
    await setHost(mailer);
    const view = await ask('manager', 'study.bureau', {});
    expect([view.bureau?.lettersPrintedBy, view.bureau?.webPlatformBy, view.mailHost?.providedBy]).toEqual([
      printer,
      undefined,
      mailer,
    ]);
  });

  test('plans no message, and lets none out, through a party that is in the agreement no more', async () => {
    const { ask, host } = open;
    await agree([mailer, printer]);
    await ask('manager', 'study.recordBureau', { ...bureau, lettersPrintedBy: printer });
    await ask('manager', 'study.setMailHost', { ...mailHost, providedBy: mailer });
    await setProtocol();
    writeFileSync(
      join(here.folder, 'list.csv'),
      deliveryOf([
        { surname: 'Aalbersma', by: ['email'] },
        { surname: 'Dusseljee', by: ['letter'] },
      ]),
    );
    await agree([mailer]);
    const file = host.offerSource(join(here.folder, 'list.csv'));
    expect((await ask('manager', 'intake.accept', { group, files: [{ file }] })).accepted).toBe(2);
    expect(await refusalOf(setProtocol())).toEqual(unlisted(printer));
    expect(await refusalOf(print())).toEqual(unlisted(printer));
    expect(existsSync(join(here.folder, 'letters.pdf'))).toBe(false);
    // Only the printer is gone: e-mail is tried, at a server that is not there.
    expect(await send()).toMatchObject({ sent: 0, postponed: 1 });
    await ask('manager', 'study.recordBureau', bureau);
    await setProtocol();
    expect((await print()).letters).toBe(1);
  });

  test('sends no e-mail through a mail server of a party that is in the agreement no more', async () => {
    const { ask, host } = open;
    await agree([mailer]);
    await ask('manager', 'study.recordBureau', bureau);
    await ask('manager', 'study.setMailHost', { ...mailHost, providedBy: mailer });
    await setProtocol();
    await agree([]);
    writeFileSync(join(here.folder, 'list.csv'), deliveryOf([{ surname: 'Aalbersma', by: ['email'] }]));
    const file = host.offerSource(join(here.folder, 'list.csv'));
    await ask('manager', 'intake.accept', { group, files: [{ file }] });
    expect(await refusalOf(send())).toEqual(unlisted(mailer));
    await ask('manager', 'study.setMailHost', mailHost);
    expect(await send()).toMatchObject({ sent: 0, postponed: 1 });
  });
});
