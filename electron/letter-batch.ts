/** Letters as a file: composed from the people and the step, printed, read back and compared with what is stored before they count. */
import { createHash } from 'node:crypto';
import { helpLines, languageName } from '../shared/contact/help-line.ts';
import { addressLines, fieldsFor, messageOf, postOrder, spokenTo, writtenDay } from '../shared/contact/message.ts';
import { paperForm } from '../shared/interview/paper-form.ts';
import { refuse } from '../shared/problem.ts';
import type { AttemptId } from '../shared/study/attempt.ts';
import { type Bureau, personalLink } from '../shared/study/bureau.ts';
import type { ContactData } from '../shared/study/contact-data.ts';
import type { GroupCode } from '../shared/study/group.ts';
import { defaultLetterLayout, type LetterLayout } from '../shared/study/letter-layout.ts';
import { type LoginCode, printedCode } from '../shared/study/login-code.ts';
import type { Step } from '../shared/study/protocol.ts';
import { openContacts, openLoginCodes } from './contacts.ts';
import { codeTag, type Desk } from './desk.ts';
import { stoppable } from './intake/going-on.ts';
import { findQuestionnaire } from './interview/questionnaire-of.ts';
import type { Enclosed, Letter, Letterhead } from './post/letters.ts';
import type { Batch, BatchId } from './store/batches.ts';
import type { StoredCase } from './store/cases.ts';
import type { HandoutKind } from './store/study.ts';

/** Someone who gets a letter, with the code that stands in it. */
export interface Recipient {
  readonly one: StoredCase;
  readonly code: LoginCode;
  readonly contact: ContactData;
}

/** Makes the file of a batch at this path, for all of its people, or throws. */
export type Make = (path: string) => Promise<void>;

/** People opened, rows written at once: some milliseconds of work, then others get their turn. */
const atOnce = 200;

export async function inPortions<T>(
  all: readonly T[],
  work: (part: readonly T[], from: number) => unknown,
): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    if (from > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    await work(all.slice(from, from + atOnce), from);
  }
}

/** These people with their own codes; `codes`: with others, in the same order. Each code is the one that finds its person, and nobody else's. */
export async function recipients(
  cases: readonly StoredCase[],
  { vault, study }: Desk,
  codes?: readonly LoginCode[],
): Promise<readonly Recipient[]> {
  const all: Recipient[] = [];
  await inPortions(cases, async (part, from) => {
    const contacts = await openContacts(vault, part);
    const stored = await openLoginCodes(vault, part);
    for (const [index, one] of part.entries()) {
      // What is sealed is what the plain column finds, or the letter would bring its reader to nobody.
      if (codeTag(study, stored[index]!) !== one.codeTag) refuse('study.damaged', { where: 'cases' });
      all.push({ one, contact: contacts[index]!, code: codes?.[from + index] ?? stored[index]! });
    }
  });
  if (new Set(all.map(({ code }) => code)).size !== cases.length) refuse('study.damaged', { where: 'cases' });
  return all;
}

/** The letters themselves, ready to be posted, by postcode. Refuses what cannot be enclosed before anything is made. */
export async function printer(
  to: readonly Recipient[],
  step: Step,
  group: GroupCode,
  bureau: Bureau,
  desk: Desk,
): Promise<Make> {
  const { post, progress, today } = desk;
  const layout = (await desk.settings.find('letterLayout')) ?? defaultLetterLayout;
  const enclosed = await enclosedWith(step, group, bureau, layout, desk);
  const ordered = to.toSorted((a, b) => postOrder(a.contact, b.contact));
  const letters = function* (): Generator<Letter> {
    for (const { contact, code } of ordered)
      yield {
        address: addressLines(contact),
        date: writtenDay(today),
        ...messageOf(step.text!, setApart(step.text!.body, fieldsFor(contact, code, bureau))),
        code: printedCode(code),
        link: personalLink(bureau, code),
      };
  };
  const onProgress = (done: number) => progress(done, ordered.length);
  return (path) =>
    stoppable(desk, async (signal) => {
      const printed = await post.writeLetters(
        letters(),
        headOf(bureau, layout),
        path,
        { onProgress, signal },
        enclosed,
      );
      if (printed.kind === 'cancelled') refuse('contact.letters-cancelled', {});
      if (printed.kind === 'refused') {
        const { part, fault } = printed.faults[0]!;
        const faulty = new Set(printed.faults.map(({ index }) => index));
        return refuse('contact.letters-do-not-fit', { letters: faulty.size, part, fault });
      }
      const codes = ordered.map(({ code }) => printedCode(code));
      await proveLetters(path, codes, printed.pagesOf, desk);
    });
}

/**
 * Reads the file back: as many letters as people, in their order, and on each page of a letter the code of its person and no other. A file
 * that differs is removed. Refuses `contact.letters-not-as-stored`.
 */
export async function proveLetters(
  path: string,
  codes: readonly string[],
  pagesOf: readonly number[],
  { post, files }: Pick<Desk, 'post' | 'files'>,
): Promise<void> {
  const pages = await post.codesOnPages(path).catch(() => []);
  const expected = codes.flatMap((code, nr) => Array.from({ length: pagesOf[nr] ?? 0 }, () => code));
  const isAsStored =
    pagesOf.length === codes.length &&
    pagesOf.every((count) => count > 0) &&
    pages.length === expected.length &&
    pages.every((found, nr) => found.length > 0 && found.every((code) => code === expected[nr]));
  if (isAsStored) return;
  files.removeFile(path);
  refuse('contact.letters-not-as-stored', { letters: codes.length });
}

function headOf(bureau: Bureau, layout: LetterLayout): Letterhead {
  const { window, largePrint, onBehalfOf, checkedAt, helpIn } = layout;
  return {
    sender: bureau.name,
    returnAddress: bureau.returnAddress,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    window,
    largePrint,
    help: helpLines(helpIn, bureau.objectTo),
    contact: [
      `Vragen, of liever niet meedoen? Mail naar ${bureau.objectTo}`,
      ...(checkedAt === undefined ? [] : [`Zo controleert u of deze brief echt is: ${checkedAt}`]),
    ],
  };
}

async function enclosedWith(
  { encloses = [] }: Step,
  group: GroupCode,
  bureau: Bureau,
  { slipTo, window, helpIn }: LetterLayout,
  desk: Desk,
): Promise<Enclosed> {
  const questionnaire = encloses.includes('questionnaire') ? await findQuestionnaire(desk, group) : undefined;
  if (encloses.includes('questionnaire') && questionnaire === undefined)
    refuse('contact.enclosure-missing', { what: 'questionnaire' });
  const hasSlip = encloses.includes('slip');
  if (hasSlip && slipTo === undefined) refuse('contact.enclosure-missing', { what: 'slip-address' });
  const languages = helpIn.filter((language) => language !== 'nl').map(languageName);
  const to = slipTo?.split(/\s*,\s*/).filter(Boolean) ?? [];
  return {
    ...(questionnaire && { questionnaire: paperForm(questionnaire, questionnaire.defaultLanguage, desk.today) }),
    ...(hasSlip ? { slip: { to, window, languages, objectTo: bureau.objectTo } } : {}),
  };
}

/** In a text that is written from right to left, codes and addresses stay as they are (UAX 9, isolates). */
function setApart(text: string, fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (!/[\u0590-\u08FF]/.test(text)) return fields;
  return new Map([...fields].map(([name, value]) => [name, name === 'name' ? value : `\u2066${value}\u2069`]));
}

/**
 * Double key (dubbele sleutel): the client posts the letters itself, because only the client knows which person has which of its numbers. It
 * gets for each number the code and the link that go into that letter; no name and no address.
 */
export function listForClient(to: readonly Recipient[], bureau: Bureau, { files }: Desk): Make {
  const rows = to.map(({ contact: { clientNumber }, code }) => {
    if (clientNumber === undefined) throw new Error('a letter for a person without a number of the client');
    return [clientNumber, printedCode(code), personalLink(bureau, code)];
  });
  // In the order in which the client looks them up, which is not that of the study.
  rows.sort(([one], [other]) => (one! < other! ? -1 : 1));
  return async (path) => files.writeTable(path, 'Brieven', [['Nummer', 'Inlogcode', 'Link'], ...rows]);
}

/** For a print house that makes and posts the letters: what differs from letter to letter. */
export function listForPrinter(to: readonly Recipient[], bureau: Bureau, { files }: Desk): Make {
  const most = 5;
  const rows = to
    .toSorted((a, b) => postOrder(a.contact, b.contact))
    .map(({ contact, code }) => {
      const address = addressLines(contact);
      return [
        ...Array.from({ length: most }, (_, nr) => address[nr] ?? ''),
        ...[spokenTo(contact), printedCode(code), personalLink(bureau, code)],
      ];
    });
  const header = [...Array.from({ length: most }, (_, nr) => `Adresregel ${nr + 1}`), 'Aanhef', 'Inlogcode', 'Link'];
  return async (path) => files.writeTable(path, 'Brieven', [header, ...rows]);
}

/** Refuses what a spreadsheet program would not open under its name. */
export function refuseNoTable(path: string): void {
  if (!/\.(xlsx|csv)$/i.test(path)) refuse('file.kind-unsupported', { supported: ['.xlsx', '.csv'] });
}

export const handoutPlace = (id: string) => ({ table: 'handouts', row: id, field: 'path' });

/** The row of a file that is to be made: known before it is there, so that a destruction finds it. Refuses a place inside the study. */
export async function handoutAt(
  path: string,
  { id, kind, pieces }: { readonly id: string; readonly kind: HandoutKind; readonly pieces: number },
  { vault, files, study, today }: Desk,
) {
  // What stands in the study folder is sealed, or is a result that stays; a letter is neither.
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  const [sealed] = await vault.ask('sealSettings', [{ ...handoutPlace(id), text: path }]);
  return { id, kind, madeOn: today, pieces, sha256: '', path: sealed! } as const;
}

/** Whether the file of a batch was made to its end. */
export const isMade = (batch: BatchId, { store }: Pick<Desk, 'store'>): boolean =>
  store.handouts.all().some(({ id, sha256 }) => id === batch && sha256 !== '');

/** Someone with a letter or message in a batch; without an attempt where it was made again. */
export interface InBatch {
  readonly attempt?: AttemptId;
  readonly one: StoredCase;
  /** What became of it is not known yet; false of a letter that was posted, or a message that came back. */
  readonly isUnderWay: boolean;
  readonly isOutdated: boolean;
}

/** The people whose letters are in a batch, as far as they are still there, and whether their letter is outdated by new contact data. */
export async function peopleIn(
  batch: Batch,
  outdated: ReadonlySet<string>,
  { store, settings }: Desk,
): Promise<readonly InBatch[]> {
  if (batch.kind !== 'reprint')
    return store.attempts.ofBatch(batch.id).map(({ id, caseId, outcome }) => ({
      ...{ attempt: id, one: store.cases.get(caseId) },
      ...{ isUnderWay: outcome === 'intended', isOutdated: outdated.has(id) },
    }));
  const again = (await settings.find('reprinted'))?.[batch.id] ?? [];
  return again.flatMap(({ caseId, contact }) => {
    const one = store.cases.find(caseId);
    return one === undefined
      ? []
      : [{ one, isUnderWay: batch.postedOn === undefined, isOutdated: contactHash(one) !== contact }];
  });
}

/** Tells whether the contact data of a case are still those that stand on a letter. */
export const contactHash = ({ contact }: Pick<StoredCase, 'contact'>): string =>
  createHash('sha256').update(contact).digest('hex').slice(0, 16);
