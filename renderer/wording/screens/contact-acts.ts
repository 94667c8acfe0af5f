/** What the acts of messages, letters and calls are called in the journal, with their details and the values of those. */
import type { WordingLanguage } from '../grammar.ts';

interface ActWords {
  readonly acts: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, string>>;
  /** Of details that hold a code. */
  readonly values: Readonly<Record<string, string>>;
}

export const contactActs: Readonly<Record<WordingLanguage, ActWords>> = {
  nl: {
    acts: {
      'contact.checkMailHost': 'mailserver geprobeerd',
      'contact.sendTestEmail': 'proefbericht verstuurd',
      'contact.saveEmails': 'berichten als bestanden klaargezet',
      'contact.emailsSaved': 'berichten als bestanden gemaakt',
      'contact.emailsNotSaved': 'berichten als bestanden niet gemaakt',
      'contact.readReplies': 'teruggekomen berichten gelezen',
      'contact.readMailbox': 'postvak gelezen',
      'contact.halt': 'alle contact stilgelegd',
      'contact.liftHalt': 'contact hervat',
      'study.setMailbox': 'postvak vastgelegd',
      'study.setLetterLayout': 'opmaak van brieven vastgelegd',
      'contact.savePrintList': 'lijst voor de drukker bewaard',
      'contact.reprint': 'brieven opnieuw gemaakt',
      'contact.recordReturn': 'brief retour vastgelegd',
      'contact.undoBack': 'wat terugkwam weer ongedaan gemaakt',
      'contact.newCodes': 'inlogcodes vervangen',
      'contact.printListSaved': 'lijst voor de drukker staat klaar',
      'contact.printListNotSaved': 'lijst voor de drukker niet bewaard',
      'contact.recordSlip': 'antwoordstrook vastgelegd',
      'contact.findCaller': 'beller gezocht',
      'contact.takeCaller': 'beller te woord gestaan',
      'contact.recordVisit': 'bezoek vastgelegd',
      'study.setCaller': 'talen van een enquêteur vastgelegd',
    },
    details: {
      newCodes: 'nieuwe codes',
      cameBack: 'kwam terug als',
      declines: 'doet niet mee',
      phone: 'telefoonnummer',
      language: 'taal',
    },
    values: { undeliverable: 'onbestelbaar', moved: 'verhuisd', refused: 'geweigerd', deceased: 'overleden' },
  },
  en: {
    acts: {
      'contact.checkMailHost': 'mail server tried',
      'contact.sendTestEmail': 'test message sent',
      'contact.saveEmails': 'messages being saved as files',
      'contact.emailsSaved': 'messages saved as files',
      'contact.emailsNotSaved': 'messages not saved as files',
      'contact.readReplies': 'messages that came back read',
      'contact.readMailbox': 'mailbox read',
      'contact.halt': 'all contact stopped',
      'contact.liftHalt': 'contact resumed',
      'study.setMailbox': 'mailbox recorded',
      'study.setLetterLayout': 'layout of letters recorded',
      'contact.savePrintList': 'list for a print house saved',
      'contact.reprint': 'letters made again',
      'contact.recordReturn': 'returned letter recorded',
      'contact.undoBack': 'what came back taken back again',
      'contact.newCodes': 'login codes replaced',
      'contact.printListSaved': 'list for a print house is there',
      'contact.printListNotSaved': 'list for a print house not saved',
      'contact.recordSlip': 'answer slip recorded',
      'contact.findCaller': 'caller looked up',
      'contact.takeCaller': 'caller taken in hand',
      'contact.recordVisit': 'visit recorded',
      'study.setCaller': 'languages of an interviewer recorded',
    },
    details: {
      newCodes: 'new codes',
      cameBack: 'came back as',
      declines: 'does not take part',
      phone: 'telephone number',
      language: 'language',
    },
    values: { undeliverable: 'undeliverable', moved: 'moved', refused: 'refused', deceased: 'deceased' },
  },
};
