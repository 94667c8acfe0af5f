/** What respondents answered on the web, from an export of the survey platform. */
import type { RequestOf } from '../../shared/contract.ts';
import { readReturns } from '../../shared/interview/read-returns.ts';
import { refuse } from '../../shared/problem.ts';
import type { Response } from '../../shared/study/response.ts';
import type { Handler } from '../bridge.ts';
import { codeTag } from '../desk.ts';
import { responseOf, sealedResponses } from '../interview/responses.ts';
import type { StoredCase } from '../store/cases.ts';

type Returns = {
  readonly [N in Extract<
    RequestOf<'interview'>,
    'interview.lookAtReturns' | 'interview.readReturns' | 'interview.returns' | 'interview.settleSecond'
  >]: Handler<N>;
};

export const interviewReturnRequests: Returns = {
  async 'interview.lookAtReturns'() {
    throw new Error('not built yet');
  },

  async 'interview.readReturns'({ group, file }, desk) {
    const { store, settings, study, files, host, today, write } = desk;
    if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const questionnaire =
      (await settings.find('questionnaire', group)) ??
      refuse('study.group-not-ready', { group, missing: 'questionnaire' });
    const table = await files.readTable(await host.readSource(file));
    const returns = readReturns(questionnaire, table, today);
    if (returns.kind === 'columns-faulty')
      return refuse('interview.returns-columns', { missing: returns.missing, twice: returns.twice });
    if (returns.kind === 'mapping-faulty') {
      const { header, target } = returns;
      return refuse('interview.returns-mapping', { header, target });
    }
    const refusedRows: { row: number; column?: string; reason: string }[] = [...returns.faults];
    const taken: { one: StoredCase; response: Response }[] = [];
    let offRoute = 0;
    for (const { row } of [...returns.seconds]) refusedRows.push({ row, reason: 'code-twice' });
    for (const { row, isSentIn } of returns.begun)
      refusedRows.push({ row, reason: isSentIn ? 'items-open' : 'incomplete' });
    for (const { row, code, language, answers, offRoute: leftOut } of returns.returned) {
      const one = store.cases.findByTag(codeTag(study, code));
      const reason = whyNot(one, group, true);
      if (one === undefined || reason !== undefined) {
        refusedRows.push({ row, reason: reason ?? 'code-unknown' });
        continue;
      }
      offRoute += leftOut;
      taken.push({ one, response: await responseOf(one, { mode: 'web', language, answers, complete: true }, desk) });
    }
    const sealed = await sealedResponses(taken, desk);
    write('interview.readReturns', { group, read: returns.read, accepted: taken.length }, () => {
      for (const [index, { one }] of taken.entries()) {
        store.responses.insert(sealed[index]!.row, sealed[index]!.link);
        // Begun by telephone and answered on the web: what was said in the call is not kept beside it.
        const draft = store.drafts.findOfCase(one.id);
        if (draft !== undefined) store.drafts.remove(draft.id);
        store.cases.change(one, { state: { kind: 'final', code: '1.1', mode: 'web', on: today }, nextDue: undefined });
      }
    });
    const refused: Record<string, number> = {};
    for (const { reason } of refusedRows) refused[reason] = (refused[reason] ?? 0) + 1;
    const inOrder = refusedRows.toSorted((a, b) => a.row - b.row);
    return { read: returns.read, accepted: taken.length, aside: 0, begun: 0, refused, refusedRows: inOrder, offRoute };
  },

  async 'interview.returns'() {
    throw new Error('not built yet');
  },

  async 'interview.settleSecond'() {
    throw new Error('not built yet');
  },
};

function whyNot(one: StoredCase | undefined, group: StoredCase['group'], complete: boolean): string | undefined {
  if (one === undefined || one.group !== group) return 'code-unknown';
  if (one.heldBy !== undefined) return 'in-hand';
  if (one.state.kind === 'restricted') return 'case-restricted';
  if (one.state.kind === 'final') return one.state.code === '1.1' ? 'answered-before' : 'case-final';
  return complete ? undefined : 'items-open';
}
