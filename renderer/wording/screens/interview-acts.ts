/** What the acts of interviewing, entering and what comes up beside it are called in the journal, with their details and the values of those. */
import type { WordingLanguage } from '../grammar.ts';

interface ActWords {
  readonly acts: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, string>>;
  /** Of details that hold a code. */
  readonly values: Readonly<Record<string, string>>;
}

export const interviewActs: Readonly<Record<WordingLanguage, ActWords>> = {
  nl: {
    acts: {
      'study.setScripts': 'belteksten vastgelegd',
      'study.setInterviewRules': 'regels voor interviews vastgelegd',
      'interview.begin': 'interview begonnen',
      'interview.takeUp': 'interview weer opgepakt',
      'interview.answer': 'antwoord opgeslagen',
      'interview.note': 'notitie bij een vraag opgeslagen',
      'interview.setConduct': 'vastgelegd hoe het interview gaat',
      'interview.setLanguage': 'taal van het interview gewisseld',
      'interview.finish': 'interview afgerond',
      'interview.breakOff': 'interview afgebroken',
      'interview.beginEntry': 'invoer van papier of e-mail begonnen',
      'interview.leaveEntry': 'invoer opzij gelegd',
      'interview.entered': 'invoer klaar',
      'interview.settleDifference': 'verschil tussen twee invoeren beslist',
      'contact.acquainted': 'casus naar een collega: de enquêteur kent deze persoon',
      'contact.newNumber': 'nieuw telefoonnummer vastgelegd',
      'contact.askHelp': 'verzoek om hulp vastgelegd',
      'contact.passCallbackOn': 'verzoek om hulp doorgegeven aan de opdrachtgever',
    },
    details: {
      mode: 'hoe',
      consent: 'toestemming',
      entry: 'regel',
      pass: 'keer ingevoerd',
      partial: 'telt als gedeeltelijk',
      scripts: 'teksten',
      replaced: 'in plaats van het oude nummer',
      partialFrom: 'gedeeltelijk vanaf procent',
      double: 'dubbel invoeren',
      returnsWithin: 'antwoorden van de website hoogstens zoveel dagen oud',
    },
    values: {
      web: 'website',
      phone: 'telefoon',
      visit: 'bezoek',
      paper: 'papier',
      email: 'e-mail',
      spoken: 'mondeling gegeven',
      'sent-in': 'door in te sturen',
    },
  },
  en: {
    acts: {
      'study.setScripts': 'scripts recorded',
      'study.setInterviewRules': 'rules for interviews recorded',
      'interview.begin': 'interview begun',
      'interview.takeUp': 'interview taken up again',
      'interview.answer': 'answer saved',
      'interview.note': 'note to a question saved',
      'interview.setConduct': 'recorded how the interview is held',
      'interview.setLanguage': 'language of the interview changed',
      'interview.finish': 'interview finished',
      'interview.breakOff': 'interview broken off',
      'interview.beginEntry': 'entry of paper or e-mail begun',
      'interview.leaveEntry': 'entry put aside',
      'interview.entered': 'entry complete',
      'interview.settleDifference': 'difference between two entries decided',
      'contact.acquainted': 'case to a colleague: the interviewer knows this person',
      'contact.newNumber': 'new telephone number recorded',
      'contact.askHelp': 'request for help recorded',
      'contact.passCallbackOn': 'request for help passed on to the client',
    },
    details: {
      mode: 'how',
      consent: 'consent',
      entry: 'entry',
      pass: 'time of entering',
      partial: 'counts as partial',
      scripts: 'scripts',
      replaced: 'instead of the old number',
      partialFrom: 'partial from percent',
      double: 'entered twice',
      returnsWithin: 'answers of the website at most so many days old',
    },
    values: {
      web: 'website',
      phone: 'telephone',
      visit: 'visit',
      paper: 'paper',
      email: 'e-mail',
      spoken: 'given aloud',
      'sent-in': 'by sending it in',
    },
  },
};
