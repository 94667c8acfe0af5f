/**
 * Messages of mail servers that are no report by RFC 3464: older systems, and reports that lost their parts on the way. Each is known by the words with which its
 * text begins, as its program writes them; a person who quotes one does not begin with them.
 */
import { type Fate, fateOfFailure, statusIn } from './delivery-report.ts';

interface BounceForm {
  readonly begins: RegExp;
  /** Of a program that writes the same beginning when it goes on trying. */
  readonly delayed?: RegExp;
  /** The line behind which the message itself follows, or its fields. */
  readonly returned?: RegExp;
}

const forms: readonly BounceForm[] = [
  // qmail (QSBMF), and the services that took over its form
  {
    begins: /^(?:hi\. this is the |sorry, we were unable to deliver your message to the following address)/i,
    returned: /^-+ below this line is a copy of the (?:message|mail header)/im,
  },
  // Exim, Smail
  {
    begins: /^this message was created automatically by (?:mail delivery software|the mail (?:system|transfer agent))/i,
    delayed: /has not (?:yet )?been delivered|delivery attempts will continue/i,
    returned:
      /^-+ (?:this is a copy of (?:the|your) message|the (?:header|body) of the message|message header follows)/im,
  },
  // Sendmail before it wrote reports
  {
    begins:
      /^(?:the original message was received at |-{3,} ?(?:the following addresses|transcript of session)|\*{3,}\s+\*\*\s+this is a warning message only)/i,
    delayed: /this is a warning message only|transient (?:non-)?fatal errors|warning: could not send/i,
    returned:
      /^[ \t]*-{3,} ?(?:unsent message (?:follows|below)|original message follows|returned message|message header follows)/im,
  },
  // Postfix, its parts taken off by a filter
  {
    begins: /^(?:#{10,}\s+# this is a warning only|this is the (?:mail system at host|postfix program at host))/i,
    delayed: /this is a warning only|has not been delivered|could not be delivered for more than/i,
    returned: /^-+ ?(?:message header|original message)/im,
  },
  // Exchange 5.5 and 2000; Domino
  {
    begins:
      /^your message\s+(?:to|subject):[\s\S]{0,2000}?(?:did not reach the following recipient|was not delivered to:)/i,
    delayed: /has been delayed/i,
  },
  // GroupWise
  {
    begins: /^the message that you sent was undeliverable to the following/i,
    returned: /^(?:possibly truncated )?original message follows/im,
  },
  // InterMail (Openwave) and the Netscape server
  { begins: /^this message was undeliverable due to the following reason/i },
  // MDaemon
  {
    begins: /^the attached message had (?:permanent fatal|temporary non-fatal) delivery errors/i,
    delayed: /^the attached message had temporary/i,
  },
  // MailEnable
  {
    begins: /^mailenable: message could not be delivered/i,
    returned: /^message (?:headers|contents) follow/im,
  },
  // IMail; an address is not longer (RFC 5321, 4.5.3.1), and what is would be searched for very long
  {
    begins:
      /^(?:unknown (?:user|host)|undeliverable to|user mailbox exceeds allowed size|delivery failed):? \S{1,320}@\S{1,320}\s/i,
    returned: /^original message follows/im,
  },
  // Google before 2016
  {
    begins:
      /^(?:this is an automatically generated delivery status notification\s+)?(?:this is a warning message only\.?\s+you do not need to resend your message\.?\s+)?delivery to the following recipients? (?:failed|has been delayed)/i,
    delayed: /delivery to the following recipients? has been delayed/i,
    returned: /^-+ original message -+/im,
  },
];

export interface Bounce {
  readonly fate: Fate;
  /** What follows of the message itself; '' when it stands in a part, or nowhere. */
  readonly returned: string;
}

/** What a server says in plain words; undefined when it is none of these forms. */
export function bounceIn(text: string): Bounce | undefined {
  const begun = text.trimStart();
  for (const { begins, delayed, returned } of forms) {
    if (!begins.test(begun)) continue;
    const found = returned?.exec(begun);
    const told = begun.slice(0, found?.index);
    const lineEnd = found == null ? -1 : begun.indexOf('\n', found.index);
    const fate = delayed?.test(told) ? 'delayed' : fateOfFailure(statusIn(told));
    return { fate, returned: lineEnd < 0 ? '' : begun.slice(lineEnd + 1).replace(/^\s+/, '') };
  }
  return undefined;
}
