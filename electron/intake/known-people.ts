/** Everyone in the study, by the keys that tell who is the same person. Personal data: it lives in memory as long as a delivery is judged. */

import type { PersonThere } from '../../shared/intake/effects.ts';
import { identityKeys } from '../../shared/intake/identity.ts';
import { mayHaveAnswers, settled } from '../../shared/study/case.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { stratumName } from '../../shared/study/stratum.ts';
import { openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import type { Pause } from '../pause.ts';
import type { StoredCase } from '../store/cases.ts';

export interface KnownCase extends PersonThere {
  readonly one: StoredCase;
}

/** So many are opened at a time. */
const chunk = 1000;

/** Everyone in the study, of all groups, in no order that means anything. */
export async function everyoneKnown(desk: Desk, pause?: Pause): Promise<readonly KnownCase[]> {
  const known: KnownCase[] = [];
  for (const group of desk.store.groups.all()) for (const one of await peopleIn(group, desk, pause)) known.push(one);
  return known;
}

/** The people of a group, in no order that means anything. `pause` is asked between any thousand of them. */
export async function peopleIn(
  group: GroupCode,
  { store, settings, vault }: Desk,
  pause?: Pause,
): Promise<readonly KnownCase[]> {
  const { consentBasis, consentBasisByStratum } = await settings.get('group', group);
  const strata = (await settings.find('strata')) ?? [];
  const { cases } = store.cases.countsIn(group);
  const known: KnownCase[] = [];
  for (;;) {
    const some = store.cases.pageOf(group, known.at(-1)?.key ?? '', chunk);
    if (some.length === 0) return known;
    for (const [index, contact] of (await openContacts(vault, some)).entries()) {
      const one = some[index]!;
      const basis = consentBasisByStratum[stratumName(strata, one.stratum) ?? ''] ?? consentBasis;
      const ended = endedBy(one);
      const identity = identityKeys(contact, basis);
      known.push({
        ...{ one, key: one.id, group, contact, basis, identity },
        isOpen: settled(one.state).kind === 'open',
        isRestricted: one.state.kind === 'restricted',
        hasAnswered: mayHaveAnswers(one.state),
        ...(ended === undefined ? {} : { ended }),
      });
    }
    await pause?.(known.length, cases);
  }
}

/** 2.31: died. 2.11: refused, withdrew or objected. */
function endedBy({ state }: StoredCase): PersonThere['ended'] {
  const stands = settled(state);
  if (stands.kind !== 'final') return undefined;
  return stands.code === '2.31' ? 'deceased' : stands.code === '2.11' ? 'objection' : undefined;
}
