/** The questionnaire on paper: a form for anyone, or a copy with a login code for each person of a group who was not heard yet. */
import type { Input } from '../../shared/contract.ts';
import { paperForm } from '../../shared/interview/paper-form.ts';
import { refuse } from '../../shared/problem.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import type { PaperMade } from '../../shared/views.ts';
import { openLoginCodes } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { stoppable } from '../intake/going-on.ts';
import type { PaperCopy } from '../post/paper.ts';
import { questionnaireOf } from './questionnaire-of.ts';

export async function savePaper(
  { group, target, language, withCodes }: Input<'study.savePaper'>,
  desk: Desk,
): Promise<PaperMade> {
  const { store, host, files, study, today } = desk;
  if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
  const questionnaire = await questionnaireOf(desk, group);
  if (!questionnaire.languages.includes(language))
    refuse('request.input-invalid', { field: 'language', expected: 'a language of the questionnaire' });
  const form = paperForm(questionnaire, language, today);
  const path = host.pathOf(target);
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  const print = (copies?: readonly PaperCopy[]) => printed(form, copies, path, desk);
  if (withCodes) return registered(path, await copiesFor(group, desk), print, desk);
  const pages = await print();
  return { pages, copies: 1, sha256: await files.fileHash(path) };
}

async function printed(
  form: ReturnType<typeof paperForm>,
  copies: readonly PaperCopy[] | undefined,
  path: string,
  desk: Desk,
): Promise<number> {
  const onProgress = (done: number) => desk.progress(done, copies?.length ?? 1);
  const made = await stoppable(desk, (signal) => desk.post.writePaper(form, copies, path, { onProgress, signal }));
  if (made.kind === 'cancelled') refuse('study.paper-cancelled', {});
  if (made.kind === 'unprintable') refuse('study.paper-unprintable', { language: form.language, items: made.items });
  return made.pages;
}

/** In the order of their codes, which says nothing of the people. */
async function copiesFor(
  group: Input<'study.savePaper'>['group'],
  { store, vault }: Desk,
): Promise<readonly PaperCopy[]> {
  const open = store.cases.inGroup(group).filter(({ state }) => state.kind === 'open');
  if (open.length === 0) refuse('contact.nothing-due', {});
  const codes = (await openLoginCodes(vault, open)).toSorted();
  return codes.map((code) => ({ code, printed: printedCode(code) }));
}

/** As letters are: known before it is made, so that a destruction finds it. */
async function registered(
  path: string,
  copies: readonly PaperCopy[],
  print: (copies: readonly PaperCopy[]) => Promise<number>,
  { store, vault, files, today, write }: Desk,
): Promise<PaperMade> {
  const id = newId();
  const [sealedPath] = await vault.ask('sealSettings', [{ table: 'handouts', row: id, field: 'path', text: path }]);
  const detail = { copies: copies.length };
  write('study.savePaper', detail, () => {
    store.handouts.insert({ id, kind: 'papers', madeOn: today, pieces: copies.length, sha256: '', path: sealedPath! });
  });
  let pages: number;
  try {
    pages = await print(copies);
  } catch (error) {
    write('study.paperNotMade', detail, () => store.handouts.remove(id));
    throw error;
  }
  const sha256 = await files.fileHash(path);
  write('study.paperMade', detail, () => store.handouts.setHash(id, sha256));
  return { pages, copies: copies.length, sha256 };
}
