/** The process that holds the office: answers whoever started it, in Electron the main process, elsewhere the program that forked it. */
import { join } from 'node:path';
import type { Problem } from '../shared/problem.ts';
import { Refusal } from '../shared/problem.ts';
import { parentPort } from './child.ts';
import { deviceSecretsInFolder } from './device-secrets.ts';
import { appFolder, localHost } from './host.ts';
import { deviceSecretsOfThisMachine, findKeychain } from './keychain.ts';
import { openOffice } from './office.ts';
import type { FromOffice, OfficeStart, ToOffice } from './office-messages.ts';

const { appVersion } = JSON.parse(process.argv[2] ?? '{}') as OfficeStart;
const port = parentPort();
const tell = (told: FromOffice) => (port === undefined ? process.send?.(told) : port.postMessage(told));

const ownFolder = appFolder();
const host = localHost(ownFolder, appVersion, {
  deviceSecrets: deviceSecretsOfThisMachine(deviceSecretsInFolder(join(ownFolder, 'device-secrets')), findKeychain()),
  onProgress: (seat, done, total) => void tell({ kind: 'progress', seat, done, total }),
  onNews: (seat, news) => void tell({ kind: 'news', seat, news }),
  showScreen: (minutes) => void tell({ kind: 'showScreen', minutes }),
});
const office = openOffice(host, host.onBug);

async function answerTo(question: ToOffice): Promise<unknown> {
  switch (question.kind) {
    case 'ask':
      return office.askUnchecked(question.seat, question.name, question.input);
    case 'offerSource':
      return host.offerSource(question.path);
    case 'offerBytes':
      return orProblem(() => host.offerBytes(question.seat, question.bytes, question.as));
    case 'offerTarget':
      return host.offerTarget(question.path);
    case 'useFolder':
      office.useFolder(question.folder);
      return true;
    case 'turnTo':
      return orProblem(() => {
        office.turnTo(question.folder, question.seat);
        return true;
      });
    case 'lockAll':
      office.lockAll();
      return true;
    case 'leave':
      office.leave(question.seat);
      host.letGo(question.seat);
      return true;
    case 'resultsFolder':
      return office.resultsFolder();
  }
}

function orProblem<T>(deed: () => T): T | Problem {
  try {
    return deed();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

async function hear(message: unknown): Promise<void> {
  const question = message as ToOffice;
  // Main also tells about children of this process, which are not questions: see child.ts.
  if (isAboutChild(question)) return;
  const answer = await answerTo(question).catch((error) => {
    host.onBug('office', question.kind, error);
    return undefined;
  });
  tell({ kind: 'answer', nr: question.nr, answer });
}

function isAboutChild({ kind }: { readonly kind: string }): boolean {
  return kind === 'childStarted' || kind === 'childEnded';
}

if (port === undefined) {
  process.on('message', hear);
  process.on('disconnect', () => {
    office.close();
    process.exit(0);
  });
} else port.on('message', ({ data }) => void hear(data));
tell({ kind: 'ready' });
