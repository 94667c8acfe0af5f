/** A target group (doelgroep): people with one questionnaire, one sample source and one protocol. */

declare const groupBrand: unique symbol;
/** Short code of a group, 'residents': a-z, 0-9 and hyphen; plain in the store. */
export type GroupCode = string & { readonly [groupBrand]: true };

/** How the people of a group were asked (wijze van toestemming). The legal ground of AVG art. 6 is a field of the agreement. */
export const consentBases = ['opt-in', 'no-objection', 'business-contact'] as const;
export type ConsentBasis = (typeof consentBases)[number];

/** By what a consent can be shown afterwards. */
export interface ConsentRecord {
  /** The text that people said yes to, with its version. */
  readonly text: string;
  /** Where it is recorded. */
  readonly source: string;
}

export interface Group {
  readonly code: GroupCode;
  readonly title: string;
  /** The basis of the group, where the extract does not say it per person. */
  readonly consentBasis: ConsentBasis;
  /** Strata whose people were asked in another way than the group's: stratum -> basis. */
  readonly consentBasisByStratum: Readonly<Record<string, ConsentBasis>>;
  /** How the people of this group were asked for their yes, where the extract does not say it per person, AVG art. 7(1). */
  readonly asked?: ConsentRecord | undefined;
  /** Whoever is known to be younger than 18 is not accepted. */
  readonly excludesMinors?: boolean;
  /** The client posts the letters itself: the bureau knows its people by the client's own numbers only (double key). */
  readonly postedByClient?: boolean;
}
