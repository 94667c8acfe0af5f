/** Messages that a program wrote in someone's name: an answer of their absence, a receipt. They are no answer, and nothing came back. */
import { hasField, type IncomingMessage, valuesOf } from './incoming-message.ts';

/** Fields that only programs write which answer by themselves. */
const ownFields = [
  ...['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-autoreply-from', 'x-mail-autoreply'],
  ...['x-vacation', 'vacation', 'x-ms-exchange-inbox-rules-loop', 'x-auto-response-suppress'],
] as const;

/** Of a program, by its fields: RFC 3834, 5, and what programs wrote before it. */
export function isAutomatic({ fields }: IncomingMessage): boolean {
  const says = (name: string, how: RegExp) => valuesOf(fields, name).some((value) => how.test(value.trim()));
  if (says('auto-submitted', /^(?!no\b)\S/i)) return true;
  if (says('precedence', /^(?:auto[_-]?reply|bulk|junk|list)\b/i)) return true;
  if (says('x-precedence', /^auto[_-]?reply\b/i)) return true;
  if (says('x-ms-exchange-generated-message-source', /mailbox rules agent/i)) return true;
  if (says('x-failed-recipients', /\S/)) return true;
  return ownFields.some((name) => hasField(fields, name));
}

/** Subjects that programs write in Dutch, English and German. A person's answer begins with 'Re:' or 'Antw:'. */
const subjects = new RegExp(
  `^(?:${[
    ...['automatisch antwoord', 'automatische reactie', 'afwezigheids(?:bericht|melding|assistent)', 'afwezig\\b'],
    ...[
      '(?:ik ben )?(?:niet|buiten) (?:op|het|ons|mijn)? ?kantoor',
      'afwezigheid\\b',
      'met vakantie\\b',
      'vakantie(?:melding)?\\b',
    ],
    ...[
      'automatic reply',
      'auto(?:matic)?[ -]?(?:reply|response|responder)',
      'auto:',
      '(?:i am )?out of (?:the )?office',
    ],
    ...[
      'away from (?:my )?(?:mail|desk|the office)',
      'on (?:vacation|holiday|leave)\\b',
      'vacation (?:reply|response|message)',
    ],
    ...['automatische antwort', 'abwesenheits(?:notiz|meldung|nachricht|assistent)', 'abwesend\\b', 'abwesenheit\\b'],
    ...['(?:ich bin )?nicht im b(?:\u00fc|ue)ro', 'im urlaub\\b', 'urlaub\\b'],
  ].join('|')})`,
  'i',
);

/** Of a program, by its subject alone: only for an answer to a message of ours, of which no field says what wrote it. */
export function hasAutomaticSubject({ subject }: IncomingMessage): boolean {
  return subjects.test(subject.trim());
}
