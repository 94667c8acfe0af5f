/** The words of the deliveries so far: what each came to, and taking one back. */
import type { DeliveriesView } from '../../../shared/views.ts';
import type { WordingLanguage } from '../grammar.ts';

type Undo = DeliveriesView['deliveries'][number]['undo'];

const nl = {
  title: 'Leveringen tot nu toe',
  caption: 'Leveringen, de nieuwste eerst',
  none: 'Er is nog geen levering verwerkt.',
  on: 'Dag',
  group: 'Doelgroep',
  kind: 'Wat het was',
  sum: 'Wat eruit kwam',
  lists: { one: 'lijst', other: 'lijsten' },
  deeds: 'Wat u kunt doen',
  saveRefused: 'Bewaar geweigerde rijen',
  undo: 'Maak ongedaan',
  ofDelivery: (group: string, day: string) => `: ${group}, ${day}`,
  cannot: {
    possible: '',
    contacted: 'Kan niet meer ongedaan: er is iemand benaderd.',
    nobody: 'Kan niet ongedaan: alleen wie erbij komt, kan er weer uit.',
    unlinked: 'Kan niet meer ongedaan: personen en antwoorden zijn losgekoppeld.',
  } satisfies Record<Undo, string>,
  undoTitle: (group: string) => `Levering van ${group} ongedaan maken?`,
  undoGoes: (people: number, number: string) =>
    people === 1
      ? 'De 1 persoon die met deze levering kwam, gaat eruit. De contactgegevens zijn daarna niet terug te halen.'
      : `De ${number} mensen die met deze levering kwamen, gaan eruit. Hun contactgegevens zijn daarna niet terug te halen.`,
  undoStays: 'Wat blijft: andere leveringen, en in het journaal dat deze levering er was en ongedaan is gemaakt.',
  undoStopped: 'Wie door deze levering niet meer wordt benaderd, wordt ook daarna niet benaderd.',
  undoChanged: 'Wat deze levering veranderde bij mensen die er al waren, blijft zo.',
  undoCopies: 'Reservekopieën en herstelbestanden van voor dit moment werken daarna niet meer. Maak nieuwe.',
  undoDeed: (people: number, number: string) => (people === 1 ? 'Haal 1 persoon eruit' : `Haal ${number} mensen eruit`),
  undone: 'De levering is ongedaan gemaakt.',
};

const en: typeof nl = {
  title: 'Deliveries so far',
  caption: 'Deliveries, the newest first',
  none: 'No delivery was processed yet.',
  on: 'Day',
  group: 'Group',
  kind: 'What it was',
  sum: 'What came of it',
  lists: { one: 'list', other: 'lists' },
  deeds: 'What you can do',
  saveRefused: 'Save refused rows',
  undo: 'Undo',
  ofDelivery: (group, day) => `: ${group}, ${day}`,
  cannot: {
    possible: '',
    contacted: 'Cannot be undone any more: someone was contacted.',
    nobody: 'Cannot be undone: only people who were added can be taken out.',
    unlinked: 'Cannot be undone any more: people and answers were unlinked.',
  },
  undoTitle: (group) => `Undo the delivery of ${group}?`,
  undoGoes: (people, number) =>
    people === 1
      ? 'The 1 person who came with this delivery goes out. Their contact data cannot be brought back.'
      : `The ${number} people who came with this delivery go out. Their contact data cannot be brought back.`,
  undoStays: 'What stays: other deliveries, and in the journal that this delivery was there and was undone.',
  undoStopped: 'Whoever is not contacted any more because of this delivery is not contacted afterwards either.',
  undoChanged: 'What this delivery changed of people who were there already stays so.',
  undoCopies: 'Backups and recovery files from before this moment work no longer. Make new ones.',
  undoDeed: (people, number) => (people === 1 ? 'Take 1 person out' : `Take ${number} people out`),
  undone: 'The delivery was undone.',
};

export const deliveriesWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
