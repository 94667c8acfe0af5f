/**
 * The key of one case. It lies under the study's contact key, and while an interviewer has the case in hand it lies sealed to that
 * interviewer as well, who does not hold the contact key. What is unfinished of an interview opens only with the draft key and the key of
 * its case together: so the manager, who holds every case key, cannot read it, and an interviewer only while the case is in their hand.
 */
import { createHmac } from 'node:crypto';
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { from64, to64 } from './people-keys.ts';
import sodium from './sodium.ts';

/** The wraps of a case's key as they are stored. */
export interface CaseKeys {
  readonly caseId: CaseId;
  /** Under the contact key of this epoch. */
  readonly caseKey: Uint8Array;
  /** To the person who has the case in hand. */
  readonly handedKey?: Uint8Array | undefined;
}

/** A case's key sealed to someone; study and case travel inside, so that it stands for no other. */
export function handedKey(study: string, caseId: CaseId, key: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return sodium.crypto_box_seal(sodium.from_string(JSON.stringify([study, caseId, to64(key)])), publicKey);
}

/** Opens what `handedKey` made. Refuses `study.damaged` when it was made for someone else, another case or another study. */
export function openHandedKey(
  study: string,
  { caseId, handedKey: handed }: CaseKeys,
  pair: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array },
): Uint8Array {
  if (handed === undefined) return refuse('session.key-awaited', { key: 'contact' });
  let opened: string;
  try {
    opened = sodium.to_string(sodium.crypto_box_seal_open(handed, pair.publicKey, pair.privateKey));
  } catch {
    return refuse('study.damaged', { where: 'cases.key' });
  }
  const [ofStudy, ofCase, key] = JSON.parse(opened);
  return ofStudy === study && ofCase === caseId ? from64(key) : refuse('study.damaged', { where: 'cases.key' });
}

/** What wraps the key of an unfinished interview: neither half says anything about it alone. */
export function draftWrapKey(draftKey: Uint8Array, caseKey: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', draftKey).update('veldwerk draft').update(caseKey).digest());
}
