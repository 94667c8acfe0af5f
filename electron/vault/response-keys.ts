/**
 * Finished responses: each has a key of its own, sealed to the answers pair, and a link that says which case gave it, sealed to the link
 * pair. Anyone in the study may seal; the researcher opens answers, the manager links.
 */
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { ResponseId } from '../../shared/study/response.ts';
import type { Keyring } from './keyring.ts';
import { from64 } from './people-keys.ts';
import { newKey, openText, sealText } from './seal.ts';
import sodium from './sodium.ts';

export interface ResponseToSeal {
  readonly id: ResponseId;
  readonly caseId: CaseId;
  readonly text: string;
}
export interface SealedResponse {
  readonly key: Uint8Array;
  readonly content: Uint8Array;
}
export interface Link {
  readonly caseId: CaseId;
  readonly responseId: ResponseId;
}

const contentBlock = 1024;
const linkBlock = 128;
const contentBinding = (study: string, id: ResponseId) => ({ study, table: 'responses', row: id, field: 'content' });

/** Seals a response and its link. Refuses `session.key-awaited` while no researcher has brought the answers pair into being. */
export function sealResponse(
  keyring: Keyring,
  { id, caseId, text }: ResponseToSeal,
): SealedResponse & { readonly link: Uint8Array } {
  return { ...sealContent(keyring, id, text), link: sealLink(keyring, { caseId, responseId: id }) };
}

function sealContent(keyring: Keyring, id: ResponseId, text: string): SealedResponse {
  const answersTo = keyring.answersPublicKey ?? refuse('session.key-awaited', { key: 'answers' });
  const key = newKey();
  return {
    key: sodium.crypto_box_seal(key, from64(answersTo)),
    content: sealText(key, text, contentBinding(keyring.study, id), contentBlock),
  };
}

export function openResponse(
  keyring: Keyring,
  privateKey: Uint8Array,
  { id, key, content }: SealedResponse & { readonly id: ResponseId },
): string {
  const opened = openedBox(key, keyring.answersPublicKey, privateKey, 'responses.key');
  return openText(opened, content, contentBinding(keyring.study, id), contentBlock);
}

/** The same response under another id and key, so that nothing of what was known of it before points to it. */
export function resealResponse(
  keyring: Keyring,
  privateKey: Uint8Array,
  { from, to }: { readonly from: SealedResponse & { readonly id: ResponseId }; readonly to: ResponseId },
): SealedResponse {
  return sealContent(keyring, to, openResponse(keyring, privateKey, from));
}

/** The key of a response sealed to another answers pair (base64); what it opens stays as it is. */
export function rewrapResponseKey(keyring: Keyring, privateKey: Uint8Array, key: Uint8Array, to: string): Uint8Array {
  const opened = openedBox(key, keyring.answersPublicKey, privateKey, 'responses.key');
  return sodium.crypto_box_seal(opened, from64(to));
}

/** A link sealed to the link pair of another keyring of the same study. */
export function sealLink({ study, linkPublicKey }: Keyring, { caseId, responseId }: Link): Uint8Array {
  const linkTo = linkPublicKey ?? refuse('session.key-awaited', { key: 'link' });
  const link = sodium.from_string(JSON.stringify([study, caseId, responseId]));
  return sodium.crypto_box_seal(sodium.pad(link, linkBlock), from64(linkTo));
}

export function openLink(keyring: Keyring, privateKey: Uint8Array, link: Uint8Array): Link {
  const opened = sodium.unpad(openedBox(link, keyring.linkPublicKey, privateKey, 'links.sealed'), linkBlock);
  const [study, caseId, responseId] = JSON.parse(sodium.to_string(opened));
  return study === keyring.study ? { caseId, responseId } : refuse('study.damaged', { where: 'links.sealed' });
}

function openedBox(box: Uint8Array, publicKey: string | undefined, privateKey: Uint8Array, where: string): Uint8Array {
  try {
    return sodium.crypto_box_seal_open(box, from64(publicKey ?? ''), privateKey);
  } catch {
    return refuse('study.damaged', { where });
  }
}
