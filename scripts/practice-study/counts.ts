/** What the practice study must come out as; the sums are those of the reference study (483 invited). */

export const residentsCounts = {
  rows: 341,
  accepted: 263,
  withEmail: 63,
  withoutEmail: 200,
  /** Of the accepted: agreed to phone, with a number that can be rung. */
  byPhone: 184,
  withoutEmailByPhone: 128,
} as const;

/** Why the other rows are refused; every refused row has one reason only. */
export const residentsRefused = {
  noConsent: 26,
  objection: 14,
  deceased: 9,
  duplicate: 17,
  unreachable: 12,
} as const;

/** Of the duplicates: the same client number again, and the same name, birth date and postcode under another client number. */
export const duplicateKinds = { sameClientNumber: 11, samePerson: 6 } as const;

export const partnersCounts = {
  /** Distinct valid e-mail addresses over the eight lists. */
  accepted: 166,
  /** Rows whose person stands in an earlier list too, or higher in the same one. */
  duplicate: 70,
  /** Rows without an e-mail address that can be used. */
  unreachable: 9,
  perTeamAtLeast: 15,
} as const;

export const teamMembersCounts = { accepted: 54 } as const;

export const questionnaireItems = { residents: 21, partners: 15, teamMembers: 36 } as const;
