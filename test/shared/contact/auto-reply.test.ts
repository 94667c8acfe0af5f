/** Each sign of a program alone is enough, and nothing of what people write is one: an absence is no answer, and no bounce. */
import { describe, expect, test } from 'vitest';
import { hasAutomaticSubject, isAutomatic } from '../../../shared/contact/auto-reply.ts';
import type { IncomingMessage } from '../../../shared/contact/incoming-message.ts';

const message = (subject: string, ...fields: readonly (readonly [string, string])[]): IncomingMessage => ({
  fields: fields.map(([name, value]) => ({ name, value })),
  subject,
  text: 'Tot maandag.',
  parts: [],
});

describe('a field', () => {
  test.each([
    ['auto-submitted', 'auto-replied'],
    ['auto-submitted', 'auto-generated (rejected)'],
    ['auto-submitted', ' auto-notified; owner-email="x@y.example"'],
    ['precedence', 'auto_reply'],
    ['precedence', 'auto-reply'],
    ['precedence', 'AutoReply'],
    ['precedence', 'bulk'],
    ['precedence', 'junk'],
    ['precedence', 'list'],
    ['x-precedence', 'auto_reply'],
    ['x-ms-exchange-generated-message-source', 'Mailbox Rules Agent'],
    ['x-failed-recipients', 'x@y.example'],
    ['x-autoreply', 'yes'],
    ['x-autorespond', 'x'],
    ['x-autoresponder', 'x'],
    ['x-auto-reply', 'x'],
    ['x-autoreply-from', 'x@y.example'],
    ['x-mail-autoreply', 'x'],
    ['x-vacation', '1'],
    ['vacation', '1'],
    ['x-ms-exchange-inbox-rules-loop', 'x@y.example'],
    ['x-auto-response-suppress', 'All'],
  ])('%s: %s is of a program', (name, value) => {
    expect(isAutomatic(message('Re: een vraag', [name, value]))).toBe(true);
    // The same words elsewhere say nothing.
    expect(isAutomatic(message(value, ['x-note', value], ['comments', name]))).toBe(false);
  });

  test.each([
    ['auto-submitted', 'no'],
    ['auto-submitted', 'No (a person)'],
    ['auto-submitted', ''],
    ['precedence', 'first-class'],
    ['precedence', 'normal'],
    ['x-ms-exchange-generated-message-source', 'Outlook'],
    ['x-failed-recipients', ' '],
  ])('%s: %s is not', (name, value) => {
    expect(isAutomatic(message('Re: een vraag', [name, value]))).toBe(false);
  });
});

describe('a subject', () => {
  test.each([
    ...['Automatisch antwoord: Een vraag', 'automatische reactie', 'Afwezigheidsbericht', 'Afwezigheidsassistent'],
    ...['Afwezig: Een vraag', 'Afwezigheid tot maandag', 'Niet op kantoor', 'Ik ben niet op kantoor', 'Buiten kantoor'],
    ...['Met vakantie', 'Vakantiemelding', 'Vakantie tot 3 mei', 'Automatic reply: Een vraag', 'Autoreply', 'Auto: x'],
    ...['Auto response', 'Automatic responder', 'Out of office', 'I am out of the office', 'Away from my desk'],
    ...['On vacation', 'On leave until Monday', 'Vacation reply', 'Automatische Antwort: x', 'Abwesenheitsnotiz'],
    ...['Abwesend', 'Abwesenheit', 'Nicht im Büro', 'Ich bin nicht im Buero', 'Im Urlaub', 'Urlaub bis Montag'],
  ])('%s is of a program', (subject) => {
    expect(hasAutomaticSubject(message(` ${subject}`))).toBe(true);
    expect(hasAutomaticSubject(message(subject.toUpperCase()))).toBe(true);
    // Whoever answers such a message is a person.
    for (const before of ['Re: ', 'Antw: ', 'Vraag: '])
      expect(hasAutomaticSubject(message(before + subject))).toBe(false);
  });

  test.each(['Een vraag over de wijk', 'Ik doe niet mee', 'Kantoor', 'Automaat', 'Vakantiehuis', 'Afwezigen', ''])(
    '%j is not',
    (subject) => {
      expect(hasAutomaticSubject(message(subject))).toBe(false);
    },
  );
});
