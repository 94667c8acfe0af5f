/** What respondents answered on the web, from an export of the survey platform: looked at, read in, and the second responses decided on. */

import type { Input, RequestOf } from '../../shared/contract.ts';
import { exportColumns } from '../../shared/interview/export-columns.ts';
import { exportLayout, isPlatformsOwn } from '../../shared/interview/export-layout.ts';
import { readReturns } from '../../shared/interview/read-returns.ts';
import { targetsOf, targetText } from '../../shared/interview/return-target.ts';
import { refuse } from '../../shared/problem.ts';
import { isDue } from '../../shared/schedule/due-contact.ts';
import { waitsForReturns } from '../../shared/schedule/returns-age.ts';
import { settled } from '../../shared/study/case.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import type { Questionnaire } from '../../shared/study/questionnaire.ts';
import type { ReturnsLook, ReturnsState, ReturnsView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { keysOfCase } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { questionnaireOf } from '../interview/questionnaire-of.ts';
import { returnsAgeOf } from '../interview/returns-age.ts';
import { mergedReturns, secondPlace } from '../interview/web-returns.ts';
import { dueOf } from '../next-due.ts';
import { type LinkedSecond, responsesOf, secondsOf } from '../opened-case.ts';

type ReturnRequests = {
  readonly [N in Extract<
    RequestOf<'interview'>,
    'interview.lookAtReturns' | 'interview.readReturns' | 'interview.returns' | 'interview.settleSecond'
  >]: Handler<N>;
};

export const interviewReturnRequests: ReturnRequests = {
  async 'interview.lookAtReturns'({ group, file, columns }, desk): Promise<ReturnsLook> {
    const questionnaire = await ofGroup(group, desk);
    const layout = exportLayout(await desk.files.readTable(await desk.host.readSource(file)));
    const remembered = await rememberedIn(group, questionnaire, desk);
    const chosen = { ...remembered, ...columns };
    const found = exportColumns(questionnaire, layout, chosen);
    if (found.wrong !== undefined) refuse('interview.returns-mapping', found.wrong);
    return {
      kind: found.kind,
      rows: layout.rows.length,
      columns: found.columns
        .filter(({ header }) => header !== '')
        .map(({ header, target, isAmbiguous }) => ({
          header,
          ...(target === undefined ? {} : { target: targetText(target) }),
          isAmbiguous,
          isPlatforms: target === undefined && isPlatformsOwn(header),
          isRemembered: Object.hasOwn(remembered, header) && !Object.hasOwn(columns, header),
        })),
      missing: found.missing,
      twice: found.twice,
      targets: targetsOf(questionnaire).map((target) => ({
        target: targetText(target),
        text: 'item' in target ? (target.item.label[questionnaire.defaultLanguage] ?? '') : '',
      })),
    };
  },

  'interview.readReturns': (input, desk) => desk.work(() => readIn(input, desk)),

  'interview.returns': async (_, desk) => returnsState(desk),

  async 'interview.settleSecond'({ second: id, keep }, desk) {
    const { store, session, vault, write } = desk;
    const found = await findSecond(id, desk);
    const { second } = found;
    const one = store.cases.get(found.caseId);
    // Of someone whose data are set aside nothing is decided, and it is on no list.
    if (one.state.kind === 'restricted') refuse('interview.second-unknown', {});
    // What it stands beside can be taken back no more.
    session.keepEnding(one.id);
    const first = keep === 'first' ? [] : await responsesOf([one.id], store, vault);
    const link = { id: newId(), sealed: second.link };
    write('interview.settleSecond', { group: one.group, keep }, () => {
      store.seconds.remove(second.id);
      if (keep === 'first') return;
      for (const response of first) store.responses.remove({ id: response.id, link: response.link });
      store.responses.insert({ id: second.id, key: second.key, content: second.content }, link);
      const stands = settled(one.state);
      if (stands.kind === 'final') store.cases.change(one, { state: { ...stands, mode: 'web' } });
    });
    return returnsState(desk);
  },
};

async function ofGroup(group: GroupCode, desk: Desk): Promise<Questionnaire> {
  if (!desk.store.groups.all().includes(group)) refuse('study.group-unknown', { group });
  return questionnaireOf(desk, group);
}

/** What was said of columns of earlier exports, as far as the questionnaire still has it. */
async function rememberedIn(
  group: GroupCode,
  questionnaire: Questionnaire,
  { settings }: Desk,
): Promise<Readonly<Record<string, string>>> {
  const targets = new Set([...targetsOf(questionnaire).map(targetText), 'none']);
  const columns = (await settings.find('returns', group))?.columns ?? {};
  return Object.fromEntries(Object.entries(columns).filter(([, target]) => targets.has(target)));
}

async function readIn({ group, file, columns }: Input<'interview.readReturns'>, desk: Desk): Promise<ReturnsView> {
  const { store, session, settings, files, host, today, write } = desk;
  const questionnaire = await ofGroup(group, desk);
  const table = await files.readTable(await host.readSource(file));
  const chosen = { ...(await rememberedIn(group, questionnaire, desk)), ...columns };
  const returns = readReturns(questionnaire, table, today, chosen);
  if (returns.kind === 'columns-faulty') {
    const { missing, twice } = returns;
    return refuse('interview.returns-columns', { missing, twice });
  }
  if (returns.kind === 'mapping-faulty') {
    const { header, target } = returns;
    return refuse('interview.returns-mapping', { header, target });
  }
  const { taken, seconds, begun, refused } = await mergedReturns(group, questionnaire, returns, desk);
  const refusedRows = [...returns.faults, ...refused].toSorted((a, b) => a.row - b.row);
  const strangers = refusedRows.filter(({ reason }) => reason === 'code-unknown' || reason === 'code-invalid').length;
  // Nobody of this group stands in it, as in the export of another one: it tells nothing of who answered.
  const isOfOthers = returns.read > 0 && strangers === returns.read;
  const before = (await settings.find('returns', group))?.lastOn;
  const lastOn = isOfOthers ? before : today;
  const remembered = { ...(lastOn === undefined ? {} : { lastOn }), columns: chosen };
  const remember = await settings.seal('returns', remembered, group);
  const protocol = await settings.find('protocol', group);
  const counts = { read: returns.read, accepted: taken.length, aside: seconds.length, begun: begun.length };
  for (const { one } of [...taken, ...seconds]) session.keepEnding(one.id);
  write('interview.readReturns', { group, ...counts }, () => {
    remember();
    // What was sealed was sealed beside what stood there then.
    const withdrawn = new Set(store.removals.all().map(({ caseId }) => caseId));
    for (const { one } of [...taken, ...seconds, ...begun])
      if (store.cases.get(one.id).version !== one.version || withdrawn.has(one.id))
        refuse('study.changed-meanwhile', {});
    for (const { one, tag, sealed, replaced } of taken) {
      for (const { id, link } of replaced) store.responses.remove({ id, link });
      store.responses.insert(sealed.row, sealed.link);
      store.returnedRows.insert(tag, one.id);
      // Begun by telephone and answered on the web: what was said in the call is not kept beside it.
      store.drafts.take(one.id);
      store.cases.change(one, { state: { kind: 'final', code: '1.1', mode: 'web', on: today }, nextDue: undefined });
    }
    for (const { one, tag, second } of seconds) {
      store.seconds.insert(second);
      store.returnedRows.insert(tag, one.id);
      // The same export read in at another place, or an erasure that looked before this came: they find their case changed.
      store.cases.change(store.cases.get(one.id), {});
    }
    for (const { one, draft } of begun) {
      const before = store.drafts.take(one.id);
      if (before !== undefined && before.draft.mode !== 'web') refuse('study.changed-meanwhile', {});
      store.drafts.insert(draft.draft);
      for (const answer of draft.answers) store.drafts.append(draft.draft.id, answer);
      // Whoever began the interview is meant by other steps.
      const nextDue = protocol && dueOf(protocol, one, store)?.on;
      if (nextDue !== one.nextDue) store.cases.change(one, { nextDue });
    }
  });
  const byReason: Record<string, number> = {};
  for (const { reason } of refusedRows) byReason[reason] = (byReason[reason] ?? 0) + 1;
  const offRoute = [...taken, ...seconds, ...begun].reduce((sum, { row }) => sum + row.offRoute, 0);
  return { ...counts, refused: byReason, refusedRows, offRoute };
}

async function returnsState(desk: Desk): Promise<ReturnsState> {
  const { store, settings, vault, today } = desk;
  const groups: ReturnsState['groups'][number][] = [];
  for (const group of store.groups.all()) {
    const { title } = await settings.get('group', group);
    const protocol = await settings.find('protocol', group);
    const age = await returnsAgeOf(group, desk);
    const steps = new Map<StepId, number>();
    for (const one of store.cases.dueBy(today).filter((each) => each.group === group)) {
      const attempts = store.attempts.ofCase(one.id);
      const due = protocol && dueOf(protocol, one, store, attempts);
      if (protocol === undefined || due === undefined || !isDue(due, protocol, today)) continue;
      if (!waitsForReturns(due.step, attempts, age, today)) continue;
      steps.set(due.step.id, (steps.get(due.step.id) ?? 0) + 1);
    }
    groups.push({
      ...{ group, title },
      ...(age.lastOn === undefined ? {} : { lastOn: age.lastOn }),
      waiting: [...steps.values()].reduce((sum, waiting) => sum + waiting, 0),
      steps: [...steps].map(([step, waiting]) => ({ step, waiting })),
    });
  }
  const ids = store.seconds.all().length === 0 ? [] : [...store.cases.ids()];
  // Of someone whose data are set aside nothing is decided.
  const seconds = (await secondsOf(ids, store, vault))
    .map(({ caseId, second }) => ({ one: store.cases.get(caseId), second }))
    .filter(({ one }) => one.state.kind !== 'restricted');
  const details = await vault.ask(
    'openCase',
    seconds.map(({ one, second }) => ({ ...keysOfCase(one), ...secondPlace(second.id), sealed: second.details })),
  );
  return {
    groups,
    seconds: seconds
      .map(({ one, second }, index) => {
        const stands = settled(one.state);
        const firstMode = stands.kind === 'final' ? stands.mode : undefined;
        const { cameOn } = JSON.parse(details[index]!);
        return {
          ...{ second: second.id, group: one.group, cameOn, mode: 'web' as const },
          ...(firstMode === undefined ? {} : { firstMode }),
        };
      })
      .toSorted((a, b) => (a.cameOn < b.cameOn ? -1 : a.cameOn > b.cameOn ? 1 : a.second < b.second ? -1 : 1)),
  };
}

async function findSecond(id: string, { store, vault }: Desk): Promise<LinkedSecond> {
  const seconds = await secondsOf([...store.cases.ids()], store, vault);
  return seconds.find(({ second }) => second.id === id) ?? refuse('interview.second-unknown', {});
}
