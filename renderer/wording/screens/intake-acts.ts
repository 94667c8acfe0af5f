/** What the acts of the intake are called in the journal, their details, and the codes in those. */
import type { WordingLanguage } from '../grammar.ts';

interface ActWords {
  readonly acts: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, string>>;
  /** Why a whole file was refused. */
  readonly problems: Readonly<Record<string, string>>;
}

export const intakeActs: Readonly<Record<WordingLanguage, ActWords>> = {
  nl: {
    acts: {
      'intake.accept': 'levering ingelezen',
      'intake.incident': 'bestand geweigerd: incident',
      'intake.undo': 'levering ongedaan gemaakt',
      'intake.saveRefused': 'geweigerde rijen als bestand bewaard',
    },
    details: {
      read: 'rijen gelezen',
      accepted: 'aangenomen',
      ended: 'niet meer te benaderen',
      changed: 'gewijzigd',
      stopped: 'al niet meer te benaderen',
      lists: 'lijsten',
      rows: 'rijen',
      seed: 'startgetal van de trekking',
      decidedToTake: 'meegenomen na beslissing',
      decidedToLeaveOut: 'weggelaten na beslissing',
    },
    problems: {
      'intake.citizen-service-number': 'burgerservicenummers',
      'intake.special-category': 'bijzondere gegevens die de overeenkomst niet toestaat',
    },
  },
  en: {
    acts: {
      'intake.accept': 'delivery taken in',
      'intake.incident': 'file refused: incident',
      'intake.undo': 'delivery undone',
      'intake.saveRefused': 'refused rows saved as a file',
    },
    details: {
      read: 'rows read',
      accepted: 'accepted',
      ended: 'not to be contacted any more',
      changed: 'changed',
      stopped: 'not to be contacted already',
      lists: 'lists',
      rows: 'rows',
      seed: 'starting number of the draw',
      decidedToTake: 'taken along after a decision',
      decidedToLeaveOut: 'left out after a decision',
    },
    problems: {
      'intake.citizen-service-number': 'citizen service numbers',
      'intake.special-category': 'special categories that the agreement does not allow',
    },
  },
};
