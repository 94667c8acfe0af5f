/** The words of the rooms of the contact screen, each with what waits in it, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

/** As a day goes: what goes out, what came in, whom nothing reaches, where people ring, and what may come at any moment. */
export const contactRooms = ['today', 'received', 'unreached', 'calls', 'stops'] as const;
export type ContactRoom = (typeof contactRooms)[number];

const nl = {
  label: 'Onderdelen van Contact',
  rooms: {
    today: 'Vandaag',
    received: 'Binnengekomen',
    unreached: 'Niet bereikt',
    calls: 'Bellen',
    stops: 'Stoppen en verzoeken',
  } satisfies Record<ContactRoom, string>,
  help: {
    today: [
      'Wie vandaag aan de beurt is, volgt uit het protocol. Op het moment van versturen kijkt Veldwerk per persoon nog een keer of het mag.',
      'Versturen kan tussendoor worden gepauzeerd; daarna gaat u verder met de rest.',
      'Een e-mail gaat nooit twee keer uit. Is onduidelijk of er een is aangekomen, dan beslist u.',
    ],
    received: [
      'Lees eerst in wat er binnenkwam en verstuur daarna pas. Zo krijgt niemand een herinnering die al heeft geantwoord.',
      'Wat u hier inleest, telt meteen: wie heeft geantwoord of niet wil meedoen, krijgt niets meer.',
    ],
    unreached: [
      'Hier staat wie u niet bereikt en waarom. Bij elke reden staat wat u kunt doen.',
      'Veldwerk kiest zelf geen andere weg dan die in het protocol staat.',
    ],
    calls: [
      'U hoeft niets klaar te zetten: Veldwerk geeft elke enquêteur vanzelf de volgende persoon.',
      'Een afspraak gaat voor. Is die gemist, dan staat dat bij het uur.',
    ],
    stops: [
      'Wie niet meer wil, wordt dezelfde dag in geen enkel kanaal meer benaderd.',
      'Bij een verzoek van een betrokkene telt de dag waarop het binnenkwam. Daarna heeft de opdrachtgever een maand.',
    ],
  } satisfies Record<ContactRoom, readonly string[]>,
  toDo: (count: number) => (count === 0 ? 'niets te doen' : `${count} te doen`),
  toDecide: (count: number) => `${count} te beslissen`,
  waiting: (count: number, number: string) => (count === 1 ? '1 wacht' : `${number} wachten`),
  stuck: (count: number, number: string) => (count === 1 ? '1 staat stil' : `${number} staan stil`),
  failed: (count: string) => `${count} niet aangekomen`,
  toRing: (count: string) => `${count} te bellen`,
  shiftUntil: (time: string) => `dienst tot ${time}`,
  requests: (count: number) => (count === 1 ? '1 verzoek open' : `${count} verzoeken open`),
  halted: 'contact ligt stil',
  toReceived: 'Ga naar Binnengekomen',
  earlier: (count: number) => (count === 1 ? '1 eerdere stapel' : `${count} eerdere stapels`),
};

const en: typeof nl = {
  label: 'Parts of Contact',
  rooms: {
    today: 'Today',
    received: 'Came in',
    unreached: 'Not reached',
    calls: 'Ringing',
    stops: 'Stops and requests',
  },
  help: {
    today: [
      'Who is due today follows from the protocol. At the moment of sending Veldwerk asks once more per person whether it may.',
      'The sending can be paused on the way; afterwards you go on with the rest.',
      'An e-mail never goes out twice. When it is unclear whether one arrived, you decide.',
    ],
    received: [
      'Take in what came in first, and send only then. That way nobody gets a reminder who answered already.',
      'What you take in here counts at once: whoever answered or does not want to take part gets nothing more.',
    ],
    unreached: [
      'Here is whom you do not reach, and why. Each reason says what you can do.',
      'Veldwerk never chooses another way than the protocol says.',
    ],
    calls: [
      'You need not prepare anything: Veldwerk gives each interviewer the next person by itself.',
      'An appointment comes first. When it was missed, that stands at its hour.',
    ],
    stops: [
      'Whoever does not want to any more is contacted in no channel from that same day on.',
      'For a request of a person concerned the day counts on which it came in. The client has a month from then.',
    ],
  },
  toDo: (count) => (count === 0 ? 'nothing to do' : `${count} to do`),
  toDecide: (count) => `${count} to decide`,
  waiting: (count, number) => (count === 1 ? '1 waits' : `${number} wait`),
  stuck: (count, number) => (count === 1 ? '1 is stuck' : `${number} are stuck`),
  failed: (count) => `${count} not delivered`,
  toRing: (count) => `${count} to ring`,
  shiftUntil: (time) => `shift until ${time}`,
  requests: (count) => (count === 1 ? '1 open request' : `${count} open requests`),
  halted: 'contact is stopped',
  toReceived: 'Go to Came in',
  earlier: (count) => (count === 1 ? '1 earlier batch' : `${count} earlier batches`),
};

export const contactRoomWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
