/** Accepted people as cases, sealed, each with a key and a login code of its own. */
import type { AcceptedRow } from '../shared/intake/gate.ts';
import { refuse } from '../shared/problem.ts';
import type { CaseId } from '../shared/study/case.ts';
import { usableChannels } from '../shared/study/contact-data.ts';
import { type LoginCode, newLoginCode } from '../shared/study/login-code.ts';
import { type Strata, stratumCode } from '../shared/study/stratum.ts';
import { codeTag, type Desk, draw, newId } from './desk.ts';
import type { StoredCase } from './store/cases.ts';

/** The accepted rows as cases with a key and a login code of their own. */
export async function sealedCases(
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
