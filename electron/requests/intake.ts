/** Intake: the rows of an extract become cases, or are refused with a reason. Nothing of a refused row is kept but its number. */
import { createHash } from 'node:crypto';
import type { Input } from '../../shared/contract.ts';
import { fieldsMissing } from '../../shared/intake/column-map.ts';
import type { Extract } from '../../shared/intake/extract.ts';
import { type AcceptedRow, acceptRows, type IntakeResult } from '../../shared/intake/gate.ts';
import { identityKeys } from '../../shared/intake/identity.ts';
import { maskedExamples } from '../../shared/intake/mask.ts';
import { Refusal, refuse } from '../../shared/problem.ts';
import { dueContact } from '../../shared/schedule/due-contact.ts';
import { type Agreement, findAgreement, missingProperties } from '../../shared/study/agreement.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { type ContactField, usableChannels } from '../../shared/study/contact-data.ts';
import { type LoginCode, newLoginCode } from '../../shared/study/login-code.ts';
import { type Strata, stratumCode, stratumName, withStrata } from '../../shared/study/stratum.ts';
import type { IntakeView } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import { openContacts } from '../contacts.ts';
import { codeTag, type Desk, draw, newId } from '../desk.ts';
import { refuseTooFewHolders } from '../staff.ts';
import type { StoredCase } from '../store/cases.ts';

export const intakeRequests: Handlers<'intake'> = {
  'intake.preview': async (input, desk) => viewOf(await readAndJudge(input, desk)),

  async 'intake.accept'(input, desk) {
    await refuseTooFewHolders(desk);
    const { store, settings, session, vault, write, today } = desk;
    const intakesBefore = store.intakes.all().length;
    const judged = await readAndJudge(input, desk);
    const taken = new Set(store.intakes.all().map(({ sha256 }) => sha256));
    const again = judged.files.findIndex(({ sha256 }) => taken.size === taken.add(sha256).size);
    if (again >= 0) refuse('intake.file-taken-before', { file: again + 1 });
    const protocol = await settings.find('protocol', input.group);
    const { accepted } = judged.result;
    const strata = withStrata(
      judged.strata,
      accepted.map(({ stratum }) => stratum),
    );
    const putStrata = await settings.seal('strata', strata);
    const cases = await sealedCases(accepted, input.group, strata, desk);
    const due = (one: StoredCase): StoredCase => {
      const next = protocol && dueContact(protocol, one, []);
      return next === undefined ? one : { ...one, nextDue: next.on };
    };
    const intakes = judged.files.map(({ sha256 }, index) => {
      const report = judged.result.reports[index]!;
      return { id: newId(), group: input.group, on: today, sha256, rows: report.read, report };
    });
    const reports = await vault.ask(
      'sealSettings',
      intakes.map(({ id, report }) => ({ table: 'intakes', row: id, field: 'report', text: JSON.stringify(report) })),
    );
    const read = intakes.reduce((sum, { rows }) => sum + rows, 0);
    write(
      'intake.accept',
      { group: input.group, files: intakes.length, read, accepted: cases.length, ended: judged.ended.size },
      () => {
        // Another delivery taken in since: who is known already was judged without it.
        if (store.intakes.all().length !== intakesBefore) refuse('study.changed-meanwhile', {});
        for (const [index, { report: _, ...intake }] of intakes.entries())
          store.intakes.insert({ ...intake, report: reports[index]! });
        putStrata();
        for (const one of cases) store.cases.insert(due(one));
        for (const [one, reason] of judged.ended) {
          // 2.31 and 2.11: they were in the sample when they died or objected.
          const state = { kind: 'final', code: reason === 'deceased' ? '2.31' : '2.11', on: today } as const;
          const draft = store.drafts.findOfCase(one.id);
          if (draft !== undefined) store.drafts.remove(draft.id);
          store.cases.change(one, { state, nextDue: undefined });
        }
      },
    );
    // Someone whose case was just closed may be among those who object: what stands now is not taken back.
    session.endings.clear();
    return viewOf(judged);
  },
};

interface Judged {
  readonly files: readonly (Pick<Extract, 'columns' | 'rows'> & { readonly sha256: string })[];
  readonly result: IntakeResult;
  /** Names of strata that the study knows already. */
  readonly strata: Strata;
  /** Open cases of earlier deliveries that a row now tells have died or object. */
  readonly ended: ReadonlyMap<StoredCase, 'deceased' | 'objection'>;
}

async function readAndJudge(input: Input<'intake.accept'>, desk: Desk): Promise<Judged> {
  const { settings, store, files, host, today, vault } = desk;
  const draft = (await settings.find('agreement')) ?? {};
  const agreement = findAgreement(draft) ?? refuse('study.agreement-incomplete', { missing: missingProperties(draft) });
  if (!store.groups.all().includes(input.group)) refuse('study.group-unknown', { group: input.group });
  const group = await settings.get('group', input.group);
  const read = [];
  for (const [index, { file, stratum }] of input.files.entries()) {
    const bytes = await host.readSource(file);
    const { columns, rows } = await readOrReport(bytes, agreement.allowedFields, index + 1, desk);
    const fields = fieldsMissing(columns, group);
    if (fields.length > 0) refuse('intake.columns-missing', { file: index + 1, fields });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    read.push({ file: index + 1, rows, columns, sha256, ...(stratum === undefined ? {} : { stratum }) });
  }
  const strata = (await settings.find('strata')) ?? [];
  const before = store.cases.inGroup(input.group);
  const known = new Map<string, StoredCase>();
  for (const [index, contact] of (await openContacts(vault, before)).entries()) {
    const one = before[index]!;
    const basis = group.consentBasisByStratum[stratumName(strata, one.stratum) ?? ''] ?? group.consentBasis;
    for (const key of identityKeys(contact, basis)) known.set(key, one);
  }
  const result = acceptRows({
    files: read,
    group,
    agreement,
    today,
    known: new Set(known.keys()),
    readPhone: files.readPhone,
  });
  const ended = new Map<StoredCase, 'deceased' | 'objection'>();
  for (const { key, reason } of result.ended) {
    const one = known.get(key)!;
    if (one.state.kind === 'open' && ended.get(one) !== 'deceased') ended.set(one, reason);
  }
  return { files: read, result, strata, ended };
}

/** A file with citizen service numbers should not have been sent: its refusal stands in the journal as an incident (UAVG art. 46). */
async function readOrReport(
  bytes: Uint8Array,
  allowed: Agreement['allowedFields'],
  file: number,
  { files, write }: Desk,
) {
  try {
    return await files.readExtract(bytes, { allowed }, file);
  } catch (error) {
    if (error instanceof Refusal && error.problem.problem === 'intake.citizen-service-number') {
      write('intake.incident', { problem: error.problem.problem, file }, () => undefined);
    }
    throw error;
  }
}

/** The accepted rows as cases with a key and a login code of their own. */
async function sealedCases(
  accepted: readonly AcceptedRow[],
  group: StoredCase['group'],
  strata: Strata,
  desk: Desk,
): Promise<readonly StoredCase[]> {
  const { vault, study, store } = desk;
  const people = accepted.map(({ contact, stratum }) => ({
    id: newId() as CaseId,
    contact,
    stratum: stratumCode(strata, stratum),
    code: freeCode(desk),
  }));
  const caseKeys = await vault.ask(
    'newCaseKeys',
    people.map(({ id }) => id),
  );
  const place = (index: number) => {
    const { id } = people[index]!;
    return { caseId: id, caseKey: caseKeys[index]!, table: 'cases', row: id };
  };
  const contacts = await vault.ask(
    'sealCase',
    people.map(({ contact }, index) => ({ ...place(index), field: 'contact', text: JSON.stringify(contact) })),
  );
  const codes = await vault.ask(
    'sealCase',
    people.map(({ code }, index) => ({ ...place(index), field: 'login-code', text: code })),
  );
  const tags = people.map(({ code }) => codeTag(study, code));
  if (new Set(tags).size < tags.length || tags.some((tag) => store.cases.findByTag(tag) !== undefined))
    refuse('study.changed-meanwhile', {});
  return people.map(({ id, contact, stratum }, index) => ({
    id,
    group,
    ...(stratum === undefined ? {} : { stratum }),
    state: { kind: 'open' },
    channels: usableChannels(contact),
    codeTag: tags[index]!,
    version: 1,
    caseKey: caseKeys[index]!,
    contact: contacts[index]!,
    loginCode: codes[index]!,
  }));
}

/** A login code that no case has yet. */
function freeCode({ study, store }: Desk): LoginCode {
  for (;;) {
    const code = newLoginCode(draw);
    if (store.cases.findByTag(codeTag(study, code)) === undefined) return code;
  }
}

/** A field that several columns make together (a house number and its addition) has its examples with the first of them. */
function columnsOf({ columns, rows }: Pick<Extract, 'columns' | 'rows'>): IntakeView['files'][number]['columns'] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const { becomes } = column;
    const isRead = becomes !== 'not-allowed' && becomes !== 'not-recognised' && !seen.has(becomes);
    seen.add(becomes);
    return { ...column, examples: isRead ? maskedExamples(valuesIn(rows, becomes)) : [] };
  });
}

function* valuesIn(rows: Extract['rows'], field: ContactField): Generator<string | undefined> {
  for (const { values } of rows) yield values[field];
}

function viewOf({ files, result }: Judged): IntakeView {
  return {
    files: result.reports.map((report, index) => ({ ...report, columns: columnsOf(files[index]!) })),
    accepted: result.accepted.length,
    withEmail: result.accepted.filter(({ contact }) => usableChannels(contact).includes('email')).length,
  };
}
