/** Accepted people as cases, sealed, each with a key and a login code of its own. */
import { asListed } from '../../shared/intake/as-listed.ts';
import type { AcceptedRow } from '../../shared/intake/gate.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import type { Group } from '../../shared/study/group.ts';
import { type Strata, stratumCode } from '../../shared/study/stratum.ts';
import { type Desk, newId } from '../desk.ts';
import { freeCode, tagsInUse } from '../free-code.ts';
import type { StoredCase } from '../store/cases.ts';
import { refuseStopped } from './going-on.ts';

/** A case with the list that it came with; lists count from 1. */
export interface NewCase {
  readonly one: StoredCase;
  readonly file: number;
}

/** Cases sealed per question to the vault: it has something to do while the office makes the next ones ready. */
const sealedAtOnce = 500;

/** The accepted rows as cases with a key and a login code of their own. Refuses `intake.cancelled` once `stop` says so. */
export async function sealedCases(
  accepted: readonly AcceptedRow[],
  group: Group,
  strata: Strata,
  desk: Desk,
  stop: AbortSignal,
): Promise<readonly NewCase[]> {
  const { vault, progress } = desk;
  const tags = tagsInUse(desk);
  const cases: NewCase[] = [];
  for (let from = 0; from < accepted.length; from += sealedAtOnce) {
    refuseStopped(stop);
    progress(from, accepted.length);
    const people = accepted.slice(from, from + sealedAtOnce).map(({ file, contact, channels, stratum }) => ({
      file,
      channels,
      id: newId() as CaseId,
      contact,
      stratum: stratumCode(strata, stratum),
      ...freeCode(tags, desk),
    }));
    const sealed = await vault.ask(
      'sealNewCases',
      people.map(({ id, contact, code }) => {
        const kept: ContactData = { ...contact, asListed: asListed(contact) };
        return { id, contact: JSON.stringify(kept), loginCode: code };
      }),
    );
    for (const [index, { file, id, channels, stratum, tag }] of people.entries()) {
      const one: StoredCase = {
        id,
        group: group.code,
        ...(stratum === undefined ? {} : { stratum }),
        state: { kind: 'open' },
        channels,
        codeTag: tag,
        version: 1,
        ...sealed[index]!,
      };
      cases.push({ one, file });
    }
  }
  progress(accepted.length, accepted.length);
  // As the table is: whoever stands beside whom in the list shows nowhere, and each row goes behind the one before.
  return cases.sort((a, b) => (a.one.id < b.one.id ? -1 : 1));
}
