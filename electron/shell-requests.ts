/** What a window may ask of the shell: questions are passed to the office, dialogs are shown here, and a window never sends or gets a path. */
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, type FileFilter, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import type { Outcome } from '../shared/contract.ts';
import type { Problem } from '../shared/problem.ts';
import { type Chosen, isRingable, type SourceKind, type TargetKind } from '../shared/shell.ts';
import { channels } from './channels.ts';
import type { CopiedNumber } from './copied-number.ts';
import type { OfficeDoor } from './office-door.ts';
import { safeFileName } from './safe-file-name.ts';
import type { SeatId } from './session.ts';
import { isOwn } from './window.ts';

interface SourceDialog {
  readonly title: string;
  readonly filters: FileFilter[];
}

const anyFile: FileFilter = { name: 'Alle bestanden', extensions: ['*'] };
const sourceDialogs: Readonly<Record<SourceKind, SourceDialog>> = {
  extract: {
    title: 'Kies het bestand met contactgegevens',
    filters: [{ name: 'Excel, ODS of CSV', extensions: ['xlsx', 'xls', 'ods', 'csv', 'tsv', 'txt', 'age'] }, anyFile],
  },
  questionnaire: { title: 'Kies de vragenlijst', filters: [{ name: 'XLSForm', extensions: ['xlsx'] }, anyFile] },
  returns: {
    title: 'Kies het bestand met antwoorden',
    filters: [{ name: 'CSV of Excel', extensions: ['csv', 'xlsx', 'tsv', 'txt'] }, anyFile],
  },
  replies: {
    title: 'Kies berichten die terugkwamen',
    filters: [{ name: 'E-mail', extensions: ['eml', 'mbox', 'mbx', 'zip'] }, anyFile],
  },
  'set-up': {
    title: 'Kies de opzet van een eerder onderzoek',
    filters: [{ name: 'Opzet', extensions: ['json'] }, anyFile],
  },
  'recovery-file': {
    title: 'Kies het herstelbestand',
    filters: [{ name: 'Herstelbestand', extensions: ['vwherstel'] }, anyFile],
  },
  backup: { title: 'Kies de reservekopie', filters: [{ name: 'Reservekopie', extensions: ['vwkopie'] }, anyFile] },
};
const tables: FileFilter[] = [
  { name: 'Excel', extensions: ['xlsx'] },
  { name: 'CSV', extensions: ['csv'] },
];
const targetDialogs: Readonly<Record<TargetKind, SourceDialog>> = {
  letters: { title: 'Waar komen de brieven?', filters: [{ name: 'PDF', extensions: ['pdf'] }] },
  'case-export': {
    title: 'Waar komt het bestand voor deze persoon?',
    filters: [{ name: 'Webpagina', extensions: ['html'] }],
  },
  'letter-list': { title: 'Waar komt de lijst voor de opdrachtgever?', filters: tables },
  emails: { title: 'Waar komen de e-mails?', filters: [{ name: 'Zip', extensions: ['zip'] }] },
  'refused-rows': { title: 'Waar komen de geweigerde rijen?', filters: tables },
  paper: { title: 'Waar komt de papieren vragenlijst?', filters: [{ name: 'PDF', extensions: ['pdf'] }] },
  structure: {
    title: 'Waar komt de vragenlijst voor de website?',
    filters: [{ name: 'Vragenlijst van LimeSurvey', extensions: ['txt', 'tsv'] }],
  },
  participants: { title: 'Waar komt de lijst met codes voor de website?', filters: tables },
  'set-up': { title: 'Waar komt de opzet?', filters: [{ name: 'Opzet', extensions: ['json'] }] },
  journal: { title: 'Waar komt het journaal?', filters: [{ name: 'Regels JSON', extensions: ['jsonl'] }] },
  'recovery-sheet': { title: 'Waar komt het herstelblad?', filters: [{ name: 'PDF', extensions: ['pdf'] }] },
  'recovery-file': {
    title: 'Waar komt het herstelbestand?',
    filters: [{ name: 'Herstelbestand', extensions: ['vwherstel'] }],
  },
  backup: { title: 'Waar komt de reservekopie?', filters: [{ name: 'Reservekopie', extensions: ['vwkopie'] }] },
};
const folderTitles = {
  new: 'Kies een lege map voor het onderzoek',
  existing: 'Kies de map van het onderzoek',
} as const;

export interface Seats {
  readonly door: () => OfficeDoor;
  readonly seatOf: (window: BrowserWindow) => SeatId | undefined;
  readonly copied: CopiedNumber;
}

interface Asking {
  readonly window: BrowserWindow;
  readonly seat: SeatId;
  readonly door: OfficeDoor;
}

/** Answers all windows. A question from anything but the page itself in one of them is refused by throwing. */
export function answerWindows(seats: Seats): void {
  const answer = <T>(channel: string, deed: (at: Asking, ...given: unknown[]) => Promise<T>) =>
    ipcMain.handle(channel, (event, ...given: unknown[]) => deed(askingFrom(event, seats), ...given));

  answer(channels.ask, async ({ door, seat }, name, input): Promise<Outcome<unknown>> => {
    return door.ask(seat, String(name).slice(0, 64), input);
  });
  answer(channels.chooseSources, async ({ door, window }, kind, several) => {
    const { title, filters } = ofKind(sourceDialogs, kind);
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      filters,
      properties: ['openFile', 'dontAddToRecent', ...(several === true ? (['multiSelections'] as const) : [])],
    });
    if (canceled) return [];
    return Promise.all(filePaths.map((path) => named(door.offerSource(path), path)));
  });
  answer(channels.chooseTarget, async ({ door, window }, kind, suggestedName) => {
    const { title, filters } = ofKind(targetDialogs, kind);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      filters,
      defaultPath: join(app.getPath('documents'), safeFileName(String(suggestedName))),
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    return canceled || !filePath ? undefined : named(door.offerTarget(filePath), filePath);
  });
  answer(channels.chooseFolder, async ({ door, seat, window }, purpose) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: ofKind(folderTitles, purpose),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate', 'dontAddToRecent'],
    });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return false;
    const turned = await door.turnTo(folder, seat);
    if (turned === true) return true;
    await dialog.showMessageBox(window, { type: 'info', ...folderRefused(turned) });
    return false;
  });
  answer(channels.showResults, async ({ door }) => {
    const folder = await door.resultsFolder();
    return folder !== undefined && (await shell.openPath(folder)) === '';
  });
  answer(channels.ring, async (_, number) => {
    if (!isRingable(number)) return false;
    return shell.openExternal(`tel:${number}`).then(
      () => true,
      () => false,
    );
  });
  answer(channels.copyNumber, async (_, number) => seats.copied.copy(number));
}

function folderRefused(problem: Problem): { readonly message: string; readonly detail: string } {
  if (problem.problem !== 'study.folder-synchronised')
    return {
      message: 'Een collega werkt nog in het onderzoek dat open is.',
      detail: 'Zodra iedereen daar is afgemeld, kan een ander onderzoek open.',
    };
  const { by } = problem;
  return {
    message:
      by === 'network'
        ? 'Deze map staat op een schijf van het netwerk.'
        : `Deze map wordt gesynchroniseerd door ${by === 'another-service' ? 'een online dienst' : by}.`,
    detail:
      'Daar mag een onderzoek niet staan: andere computers krijgen er een kopie van, en die kan Veldwerk later niet vernietigen. Kies een map op de schijf van deze computer zelf.',
  };
}

function askingFrom({ senderFrame, sender }: IpcMainInvokeEvent, { door, seatOf }: Seats): Asking {
  const window = BrowserWindow.fromWebContents(sender);
  const seat = window === null ? undefined : seatOf(window);
  const isThePage = senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url);
  if (window === null || seat === undefined || !isThePage) throw new Error('not from a window of this app');
  return { window, seat, door: door() };
}

function ofKind<T>(table: Readonly<Record<string, T>>, kind: unknown): T {
  if (typeof kind !== 'string' || !Object.hasOwn(table, kind)) throw new Error('no such kind');
  return table[kind] as T;
}

async function named<W>(word: Promise<W>, path: string): Promise<Chosen<W>> {
  return { file: await word, name: basename(path) };
}
