/**
 * The certificate of destruction (verklaring van vernietiging): what was destroyed, on whose instruction and ground, in which way, how that
 * was checked, and what lay out of reach (AVG art. 28(3)(g)). Counts and staff only, never a respondent.
 */
import type { Day } from '../calendar.ts';
import type { Role } from '../study/person.ts';

/** The search for canaries, values known to be in the study: all of them found through the keys before, none in any file after. */
export interface DestructionCheck {
  readonly canaries: number;
  readonly foundBefore: number;
  readonly foundAfter: number;
  /** Files and bytes that were searched after the destruction. */
  readonly filesScanned: number;
  readonly bytesScanned: number;
}

export interface Certificate {
  readonly number: string;
  readonly processor: { readonly name: string };
  /** The controller (opdrachtgever). */
  readonly client: string;
  readonly studyTitle: string;
  readonly agreement: {
    readonly documentReference: string;
    readonly signedOn: Day;
    readonly endsOn: Day;
    readonly answersEndOn: Day;
    readonly purpose: string;
    readonly legalGround: string;
  };
  /** The controller's documented instruction to destroy. */
  readonly instruction: { readonly nr: number; readonly on: Day; readonly by: string; readonly text: string };
  readonly destroyedOn: Day;
  readonly counts: {
    readonly cases: number;
    readonly links: number;
    readonly attempts: number;
    readonly responses: number;
    readonly drafts: number;
    readonly handouts: number;
  };
  /** From the first intake to the last thing that was done in the field. */
  readonly period: { readonly from: Day; readonly to: Day };
  /** The extracts that were taken in. */
  readonly sources: readonly { readonly sha256: string; readonly rows: number }[];
  readonly method: {
    readonly cipher: string;
    readonly keyBits: number;
    readonly appVersion: string;
    readonly platform: string;
    readonly secretStore: 'keychain' | 'file';
  };
  readonly check: DestructionCheck;
  /** What was kept on purpose: results that no longer tell of a person. */
  readonly kept: readonly { readonly name: string; readonly sha256: string; readonly what: string }[];
  /** What the application cannot destroy (back-ups of the system, paper, the controller's own file), each with the answer given about it. */
  readonly outOfReach: readonly { readonly what: string; readonly answer: string }[];
  /** It was forgotten before which case gave which response. */
  readonly unlinkedOn?: Day;
  /** Keys that fewer than two people held, and who signed for the risk that they would be lost. */
  readonly fewHolders: { readonly keys: number; readonly accepted?: { readonly by: string; readonly on: Day } };
  /** Who could do what in the study; says so when one person had two roles. */
  readonly roles: readonly { readonly name: string; readonly roles: readonly Role[] }[];
  readonly performedBy: string;
  readonly checkedBy?: string;
}

/** All that a certificate tells, before it is known whether it may be given. Without `check` the search did not run. */
export type DestructionFacts = Omit<Certificate, 'check'> & { readonly check?: DestructionCheck | undefined };

/** Why no certificate can be given. */
export type CertificateDenied =
  | { readonly kind: 'check-not-run' }
  /** The search had nothing to look for or nowhere to look, so finding nothing proves nothing. */
  | { readonly kind: 'check-empty' }
  /** The search missed values that were there before: it cannot be believed when it finds none after. */
  | { readonly kind: 'control-failed'; readonly canaries: number; readonly foundBefore: number }
  | { readonly kind: 'traces-found'; readonly found: number };

export type CertificateAnswer = { readonly kind: 'certificate'; readonly certificate: Certificate } | CertificateDenied;

/** The certificate, only when the search ran, found every canary before the destruction and none after it; else why not. */
export function findCertificate(facts: DestructionFacts): CertificateAnswer {
  const { check } = facts;
  if (check === undefined) return { kind: 'check-not-run' };
  // written so that a count which is no number (NaN) denies too
  if (!(check.canaries > 0 && check.filesScanned > 0 && check.bytesScanned > 0)) return { kind: 'check-empty' };
  const { canaries, foundBefore, foundAfter } = check;
  if (foundBefore !== canaries) return { kind: 'control-failed', canaries, foundBefore };
  if (foundAfter !== 0) return { kind: 'traces-found', found: foundAfter };
  // of the agreement only what a certificate tells, even when the whole of it was given
  const { documentReference, signedOn, endsOn, answersEndOn, purpose, legalGround } = facts.agreement;
  const agreement = { documentReference, signedOn, endsOn, answersEndOn, purpose, legalGround };
  return { kind: 'certificate', certificate: { ...facts, agreement, check } };
}
