/** Everyone in the study, by the keys that tell who is the same person. Personal data: it lives in memory as long as a delivery is judged. */
import { identityKeys } from '../shared/intake/identity.ts';
import type { ContactData } from '../shared/study/contact-data.ts';
import type { ConsentBasis, GroupCode } from '../shared/study/group.ts';
import { stratumName } from '../shared/study/stratum.ts';
import { openContacts } from './contacts.ts';
import type { Desk } from './desk.ts';
import type { StoredCase } from './store/cases.ts';

export interface KnownPerson {
  readonly one: StoredCase;
  readonly contact: ContactData;
  readonly basis: ConsentBasis;
  readonly identity: readonly string[];
}

/** The people of a group, in no order that means anything. */
export async function peopleIn(group: GroupCode, { store, settings, vault }: Desk): Promise<readonly KnownPerson[]> {
  const { consentBasis, consentBasisByStratum } = await settings.get('group', group);
  const strata = (await settings.find('strata')) ?? [];
  const cases = store.cases.inGroup(group);
  return (await openContacts(vault, cases)).map((contact, index) => {
    const one = cases[index]!;
    const basis = consentBasisByStratum[stratumName(strata, one.stratum) ?? ''] ?? consentBasis;
    return { one, contact, basis, identity: identityKeys(contact, basis) };
  });
}
