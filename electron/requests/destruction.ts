/** Destruction: what will go, and then, with everything checked, that it goes. What can be opened is listed first, so that its absence can be shown after. */
import { notInPlainTexts } from '../../shared/destruction/canaries.ts';
import { findCertificate } from '../../shared/destruction/certificate.ts';
import { outOfReach, outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import { resultFiles } from '../../shared/destruction/result-files.ts';
import { refuse } from '../../shared/problem.ts';
import type { Agreement } from '../../shared/study/agreement.ts';
import type { DestructionPlan } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { openStudy } from '../opened-study.ts';
import { removeSafeguards, safeguardsWithPaths } from '../safeguards.ts';
import { holdersView, peopleOf } from '../staff.ts';

type Elsewhere =
  | 'destruction.caseErasure'
  | 'destruction.eraseCase'
  | 'destruction.agreeToUnlink'
  | 'destruction.unlink';

export const destructionRequests: Omit<Handlers<'destruction'>, Elsewhere> = {
  async 'destruction.plan'(_, desk) {
    const title = await desk.settings.get('title');
    const agreedBy = desk.session.agreedToDestroy?.name;
    const unlinkAgreedBy = desk.session.agreedToUnlink?.name;
    const unlinkedOn = desk.store.epochs.findUnlinkedOn();
    return {
      title,
      goes: countsOf(desk),
      stays: desk.files
        .results(desk.study)
        .list()
        .map(({ name }) => name),
      ...(agreedBy === undefined ? {} : { agreedBy }),
      ...(unlinkedOn === undefined ? {} : { unlinkedOn }),
      ...(unlinkAgreedBy === undefined ? {} : { unlinkAgreedBy }),
      outOfReach: outOfReachQuestions,
    };
  },

  async 'destruction.agree'({ typedTitle }, { session, settings, person, write }) {
    if (typedTitle !== (await settings.get('title'))) refuse('destruction.not-confirmed', {});
    write('destruction.agree', {}, () => undefined);
    session.agreedToDestroy = person;
    return null;
  },

  async 'destruction.destroy'(input, desk) {
    const { store, study, session, settings, vault, host, files, post, studies, today, progress, write } = desk;
    const title = await settings.get('title');
    if (input.typedTitle !== title) refuse('destruction.not-confirmed', {});
    const answered = new Set(input.outOfReach.map(({ what }) => what));
    const questions = outOfReachQuestions.filter((what) => !answered.has(what));
    if (questions.length > 0) refuse('destruction.answers-missing', { questions });
    const instruction = await instructionOf(input.instruction, desk);
    // Two people: whoever reads contact data cannot read answers, and both kinds have to be shown to be gone.
    const researcher = session.agreedToDestroy ?? refuse('destruction.agreement-missing', {});

    const results = files.results(study);
    const agreement = (await settings.find('agreement')) as Agreement;
    const bureau = await settings.find('bureau');
    const people = await peopleOf(desk);
    const { few, accepted } = await holdersView(desk);
    const unlinkedOn = store.epochs.findUnlinkedOn();
    const intakes = store.intakes.all();
    const counts = countsOf(desk);
    const opened = await openStudy(store, vault, researcher);
    const canaries = notInPlainTexts(opened.canaries, await plainTexts(desk));
    // Opened a second time, from the disk: the same search has to find every canary where it can still be read.
    const { texts } = await openStudy(store, vault, researcher);
    const before = await files.findTracesInBytes(encodeText(texts.join('\n')), canaries);
    // Nothing to look for shows nothing either, and afterwards there would be no certificate.
    if (canaries.length === 0 || before.size < canaries.length)
      refuse('destruction.control-failed', { canaries: canaries.length, found: before.size });
    const handouts = await handoutsOf(desk);
    const safeguards = await safeguardsWithPaths(desk);
    // From here to the end of the keys nothing else may begin, or it would outlive them.
    const isQuiet = session.working === 0 && store.handouts.all().length === handouts.length;
    if (!isQuiet) refuse('study.work-going-on', {});
    const days = [...intakes.map(({ on }) => on), ...store.attempts.all().map(({ on }) => on)].toSorted();
    write('destruction.destroy', { instruction: input.instruction, ...counts }, () => undefined);
    progress(1, parts);
    // Letters first: where they are is known only as long as the study can be opened. Then the secret, after which nothing can.
    const gone = handouts.filter(({ isThere }) => !isThere).length;
    for (const { path, isThere } of handouts) if (isThere) files.removeFile(path);
    const leftSafeguards = removeSafeguards(safeguards, study.id);
    results.write(resultFiles.begun, encode({ study: study.id, on: today, instruction: input.instruction, counts }));
    const { deviceSecretIn: secretStore, deviceSecretSyncedBy } = studies.secretPlace(study.id);
    session.close();
    studies.forgetSecrets(study.id, study.folder);
    studies.removeFiles(study.folder);
    progress(2, parts);

    const left = [...(await files.filesBelow(study.folder)), ...(await files.filesBelow(host.ownFolder))];
    const after = await files.findTraces([...new Set(left)], canaries);
    progress(3, parts);
    const check = {
      canaries: canaries.length,
      foundBefore: before.size,
      foundAfter: after.found.size,
      filesScanned: after.filesScanned,
      bytesScanned: after.bytesScanned,
    };
    const answer = findCertificate({
      number: study.id,
      processor: { name: bureau?.name ?? '' },
      client: agreement.client,
      studyTitle: title,
      agreement,
      instruction,
      destroyedOn: today,
      counts,
      period: { from: days[0] ?? today, to: days.at(-1) ?? today },
      sources: intakes.map(({ sha256, rows }) => ({ sha256, rows })),
      method: {
        cipher: 'XChaCha20-Poly1305',
        keyBits: 256,
        appVersion: host.appVersion,
        platform: process.platform,
        secretStore,
      },
      check,
      kept: results
        .list()
        .filter(({ name }) => name !== resultFiles.begun)
        .map((file) => ({ ...file, what: whatIsKept(file.name) })),
      outOfReach: [
        ...input.outOfReach.map(({ what, answer }) => ({ what: outOfReach[what], answer })),
        ...(deviceSecretSyncedBy === undefined ? [] : [{ what: syncedSecret, answer: deviceSecretSyncedBy }]),
        ...(gone === 0 ? [] : [{ what: movedHandouts, answer: String(gone) }]),
        ...leftSafeguards,
      ],
      ...(unlinkedOn === undefined ? {} : { unlinkedOn }),
      fewHolders: { keys: few.length, ...(accepted === undefined ? {} : { accepted }) },
      roles: people.map(({ name, roles }) => ({ name, roles })),
      performedBy: desk.person.name,
      checkedBy: researcher.name,
    });
    if (answer.kind !== 'certificate')
      return refuse('destruction.traces-found', { found: check.foundAfter, files: after.hits.size });
    results.write(resultFiles.certificate, encode(answer.certificate));
    await post.writeCertificate(`${results.folder}/${resultFiles.certificatePdf}`, answer.certificate);
    results.remove(resultFiles.begun);
    return { check, files: results.list().map(({ name }) => name) };
  },
};

/** Looked up, destroyed, searched, certified. */
const parts = 4;
const encodeText = (text: string) => new TextEncoder().encode(text);
const encode = (value: unknown) => encodeText(`${JSON.stringify(value, null, 2)}\n`);

/** The answer is the service, or 'network'. */
const syncedSecret =
  'Kopieën van de sleutel van dit onderzoek, die in een gesynchroniseerde map van deze computer stond';
const movedHandouts =
  'Uitgegeven bestanden met brieven of met gegevens van één persoon die niet meer op hun plaats stonden';

/** What a file in the results folder is, by the name that the export gave it; the person may have put others there. */
function whatIsKept(name: string): string {
  if (name.startsWith('dataset-')) return 'geanonimiseerd bestand';
  return name.startsWith('codebook-') ? 'codeboek' : 'bestand dat niet door de toepassing is gemaakt';
}

function countsOf({ store }: Desk): DestructionPlan['goes'] {
  return {
    cases: store.cases.all().length,
    links: store.responses.links().length,
    attempts: store.attempts.all().length,
    responses: store.responses.all().length,
    drafts: store.drafts.count(),
    handouts: store.handouts.all().length,
  };
}

/** What stays readable on purpose: a value that is in here too would be no trace. */
async function plainTexts(desk: Desk): Promise<readonly string[]> {
  const { settings, store, places } = desk;
  const people = await peopleOf(desk);
  const groups = store.groups.all();
  const questionnaires = await Promise.all(groups.map((group) => settings.find('questionnaire', group)));
  const settled = [
    await settings.get('title'),
    await settings.find('agreement'),
    await settings.find('bureau'),
    questionnaires,
  ];
  return [...places.texts(), ...people.map(({ name }) => name), ...settled.map((value) => JSON.stringify(value) ?? '')];
}

async function instructionOf(nr: number, { store, vault }: Desk) {
  const found = store.instructions.find(nr) ?? refuse('destruction.instruction-unknown', { nr });
  const place = { table: 'instructions', row: String(nr), field: 'text' };
  const [text] = await vault.ask('openSettings', [{ ...place, sealed: found.text }]);
  const { by, text: said } = JSON.parse(text!) as { by: string; text: string };
  return { nr, on: found.on, by, text: said };
}

/** The files that were handed out, and whether each still stands where it was made, as it was made. */
async function handoutsOf({ store, vault, files }: Desk) {
  const rows = store.handouts.all();
  const paths = await vault.ask(
    'openSettings',
    rows.map(({ id, path }) => ({ table: 'handouts', row: id, field: 'path', sealed: path })),
  );
  const hashes = await Promise.all(paths.map((path) => files.findFileHash(path)));
  return rows.map(({ sha256 }, index) => ({ path: paths[index]!, isThere: hashes[index] === sha256 }));
}
