/** Participants for the survey platform: the codes of everyone who may still answer. */
import { participantsText } from '../../shared/contact/participants.ts';
import type { Input, RequestOf } from '../../shared/contract.ts';
import type { ParticipantsSaved } from '../../shared/interview-views.ts';
import { refuse } from '../../shared/problem.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import type { Handler } from '../bridge.ts';
import { openLoginCodes } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { questionnaireOf } from '../interview/questionnaire-of.ts';

type Participants = {
  readonly [N in Extract<RequestOf<'contact'>, 'contact.saveParticipants'>]: Handler<N>;
};

export const contactParticipantRequests: Participants = {
  'contact.saveParticipants': (input, desk) => desk.work(() => saveParticipants(input, desk)),
};

/** Registered before it is made, as letters are, so that a destruction finds it. */
async function saveParticipants(
  { group, target }: Input<'contact.saveParticipants'>,
  desk: Desk,
): Promise<ParticipantsSaved> {
  const { store, settings, vault, host, files, study, today, write } = desk;
  if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
  refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
  const { defaultLanguage } = await questionnaireOf(desk, group);
  const open = store.cases.inGroup(group).filter(({ state }) => state.kind === 'open');
  if (open.length === 0) refuse('contact.nothing-due', {});
  const codes = await openLoginCodes(vault, open);
  const path = host.pathOf(target);
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  const id = newId();
  const [sealedPath] = await vault.ask('sealSettings', [{ table: 'handouts', row: id, field: 'path', text: path }]);
  const detail = { group, participants: codes.length };
  write('contact.saveParticipants', detail, () => {
    const handout = { id, kind: 'participants', madeOn: today, pieces: codes.length } as const;
    store.handouts.insert({ ...handout, sha256: '', path: sealedPath! });
  });
  try {
    files.writeFileSafely(path, new TextEncoder().encode(participantsText(codes, defaultLanguage)));
  } catch {
    write('contact.participantsNotSaved', detail, () => store.handouts.remove(id));
    return refuse('file.not-written', {});
  }
  const sha256 = await files.fileHash(path);
  write('contact.participantsSaved', detail, () => store.handouts.setHash(id, sha256));
  return { participants: codes.length, sha256 };
}
