/** The e-mail of one step to one person, as it is sent, saved in a file, and tried out. */

import { emailTextOf, fieldsFor, messageOf, receiverOf } from '../../shared/contact/message.ts';
import { messageKey, returnAddress, unsubscribeLink } from '../../shared/contact/message-key.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { type Bureau, personalLink } from '../../shared/study/bureau.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import type { LoginCode } from '../../shared/study/login-code.ts';
import type { MailHost } from '../../shared/study/mail-host.ts';
import type { StepText } from '../../shared/study/protocol.ts';
import type { Email } from '../post/email-message.ts';

export interface Sender {
  readonly bureau: Bureau;
  readonly from: string;
  readonly returnTo?: string | undefined;
}

export const senderOf = (bureau: Bureau, host: MailHost | undefined): Sender => ({
  bureau,
  from: host?.from ?? bureau.objectTo,
  returnTo: host?.returnTo,
});

/** The name of the file of a message: its random key, as it stands in its Message-ID. */
export const emailFileName = (attempt: AttemptId): string => `${messageKey(attempt)}.eml`;

/** Whoever wrote a text without an address to object to gets one under it: nobody can be written to without. */
export function emailTo(
  contact: ContactData,
  code: LoginCode,
  text: StepText,
  attempt: AttemptId,
  { bureau, from, returnTo }: Sender,
): Email {
  const { subject, paragraphs } = messageOf(emailTextOf(text, bureau), fieldsFor(contact, code, bureau));
  const key = messageKey(attempt);
  return {
    to: { address: contact.email!, name: receiverOf(contact) },
    from: { address: from, name: bureau.name },
    ...(returnTo === undefined ? {} : { returnPath: returnAddress(returnTo, key) }),
    subject,
    text: paragraphs.join('\n\n'),
    messageKey: key,
    link: personalLink(bureau, code),
    objectTo: bureau.objectTo,
    unsubscribe: unsubscribeLink(bureau.objectTo, key),
  };
}
