/**
 * A study in the middle of its work, for tests that attack its files: messages sent, letters posted, calls made, answers finished on the
 * web and by telephone, one interview going on and one put down half-way, someone who withdrew, requests and instructions, a backup.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../electron/desk.ts';
import { openStudy } from '../../electron/opened-study.ts';
import { openStore } from '../../electron/store/store.ts';
import { Integrity } from '../../electron/vault/integrity.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { addDays } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { passphraseOf } from './office.ts';
import { firstDay, residents, returnsOf, type StudyInUse } from './prepared.ts';
import { wordsOn } from './put-back.ts';
import { openVaultHere } from './vault-here.ts';

export const callDay = addDays(firstDay, 14);

export const said = {
  note: 'spreekt zacht (verzonnen notitie 300411)',
  finished: 'een afgerond verzonnen antwoord 517733',
  goingOn: 'een verzonnen antwoord van nu 901144',
  putDown: 'een half verzonnen antwoord 220815',
  itemNote: 'een notitie bij een vraag, verzonnen 337766',
  help: 'een verzonnen vraag om hulp 990017',
  web: 'een verzonnen antwoord op het web 660202',
  withdrawn: 'een verzonnen antwoord dat terug moet 718281',
} as const;

/** By surname. Who was rung came first in the order of the calls. */
export interface InWork {
  readonly noAnswer: string;
  readonly finished: string;
  readonly goingOn: string;
  readonly putDown: string;
  readonly inOtherHand: string;
}

/** Does the work in a study that was just opened, as its people do; the interview that is going on is in the hand of `interviewer`. */
export async function putToWork(study: StudyInUse): Promise<InWork> {
  const { ask } = study;
  await ask('manager', 'contact.sendEmails', { group: residents });
  const target = study.host.offerTarget(join(study.folder, 'brieven-77120934.pdf'));
  const { batch } = await ask('manager', 'contact.makeLetters', { group: residents, target });
  await ask('manager', 'contact.markPosted', { batch });
  const order = { on: firstDay, by: 'Gemeente Waterhoven', text: 'Wis wat over is, kenmerk 448812' };
  const { nr: instruction } = await ask('manager', 'study.recordInstruction', order);
  await study.moveTo(callDay);

  const names = new Map([...(await study.cases())].map(([surname, { id }]): [CaseId, string] => [id, surname]));
  const next = async (by: string) => {
    const taken = await ask(by, 'contact.nextCase', {});
    if (taken.kind === 'none') throw new Error('nobody is to be rung');
    return names.get(taken.case.caseId)!;
  };
  const interview = async (by: string, answer: string) => {
    const surname = await next(by);
    await ask(by, 'interview.begin', { consent: 'spoken' });
    await ask(by, 'interview.answer', { item: 'hulp' as never, answer: 'nee' });
    await ask(by, 'interview.answer', { item: 'reden' as never, answer });
    await ask(by, 'interview.answer', { item: 'terug' as never, answer: 'ja' });
    return surname;
  };
  await next('third');
  await ask('third', 'contact.acquainted', {});
  const noAnswer = await next('interviewer');
  await ask('interviewer', 'contact.closeCall', { outcome: 'no-answer', note: said.note });
  const finished = await interview('interviewer', said.finished);
  await ask('interviewer', 'interview.finish', {});
  const putDown = await interview('second', said.putDown);
  const appointment = { on: addDays(callDay, 1), at: '10:15' };
  await ask('second', 'contact.closeCall', { outcome: 'appointment', appointment, note: `${said.note}, later` });
  const inOtherHand = await next('second');
  const goingOn = await interview('interviewer', said.goingOn);
  await ask('interviewer', 'interview.note', { item: 'reden' as never, text: said.itemNote });
  await ask('interviewer', 'contact.askHelp', { permission: true, text: said.help });

  const cases = await study.cases();
  const sent = [
    { code: cases.get('Cornippen')!.code, answers: { hulp: 'nee', reden: said.web, terug: 'ja' } },
    { code: cases.get('Bessemans')!.code, answers: { hulp: 'nee', reden: said.withdrawn, terug: 'ja' } },
  ];
  await ask('manager', 'interview.readReturns', {
    group: residents,
    file: study.offer('returns.csv', returnsOf(sent)),
  });
  await ask('manager', 'contact.stopCase', { caseId: cases.get('Bessemans')!.id, why: 'withdrew' });

  for (const [article, surname] of [
    ['15', putDown],
    ['17', finished],
  ] as const) {
    const asked = { article, receivedOn: firstDay, channel: 'phone' } as const;
    const { nr } = await ask('manager', 'contact.recordCaseRequest', asked);
    const caseId = cases.get(surname)!.id;
    await ask('manager', 'contact.fillInCaseRequest', { nr, caseId, identityCheckedBy: 'balie 3', instruction });
  }
  await safeguard(study);
  return { noAnswer, finished, goingOn, putDown, inOtherHand };
}

/** In the folder that holds the study; the sheet is on paper. */
export const safeguardFiles = ['onderzoek.vwherstel', 'onderzoek.vwkopie'] as const;

async function safeguard({ ask, host, folder }: StudyInUse): Promise<void> {
  const [recoveryFile, backup] = safeguardFiles.map((name) => host.offerTarget(join(folder, name)));
  const sheet = join(folder, 'blad.pdf');
  const { asked } = await ask('manager', 'study.makeRecoverySheet', { target: host.offerTarget(sheet) });
  const words = await wordsOn(sheet);
  await ask('manager', 'study.confirmRecoverySheet', { words: asked.map((nr) => words[nr - 1]!) });
  await ask('manager', 'study.makeRecoveryFile', { target: recoveryFile! });
  await ask('manager', 'study.makeBackup', { target: backup! });
}

/** Everything that the manager and the researcher open of a study folder together, and what of it is to be in no file. */
export async function openedWith(
  studyFolder: string,
  { deviceSecrets, secretOf }: Pick<Host, 'deviceSecrets' | 'secretOf'>,
) {
  const file = new Uint8Array(readFileSync(join(studyFolder, 'keyring')));
  const { study, epoch } = readKeyringHeader(file);
  const secret = deviceSecrets.find(study, epoch);
  if (secret === undefined) return refuse('study.device-secret-missing', {});
  const enter = async (name: string) => {
    const vault = openVaultHere();
    return { vault, keys: await vault.ask('unlock', file, secret, name, secretOf(passphraseOf(name))) };
  };
  const manager = await enter('manager');
  const researcher = await enter('researcher');
  const store = openStore(join(studyFolder, 'study.db'), new Integrity(manager.keys.integrityKey));
  try {
    return await openStudy(store, manager.vault, { ...researcher.keys, vault: researcher.vault });
  } finally {
    store.close();
  }
}
