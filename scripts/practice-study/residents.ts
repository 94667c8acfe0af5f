/** The residents of the practice study: those whom intake must accept, and those whom it must refuse, each for one reason. */

import { type Team, teams } from '../../electron/practice/teams.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { duplicateKinds, residentsRefused } from './counts.ts';
import { Inventor } from './invented-person.ts';
import { inventResident, type Reach, type Resident, reach } from './resident.ts';

/** 63 with an e-mail address, 56 of them by phone as well; then 200 without, 128 of them by phone. */
const acceptedReaches: readonly (readonly [count: number, how: Reach])[] = [
  [44, reach('usable', 'usable', 'usable')],
  [4, reach('usable', 'absent', 'usable')],
  [8, reach('usable', 'unwanted', 'usable')],
  [3, reach('usable', 'usable', 'broken')],
  [2, reach('usable', 'usable', 'absent')],
  [2, reach('usable', 'unwanted', 'unwanted')],
  [96, reach('absent', 'usable', 'usable')],
  [8, reach('broken', 'usable', 'usable')],
  [24, reach('unwanted', 'usable', 'usable')],
  [30, reach('absent', 'usable', 'absent')],
  [8, reach('absent', 'usable', 'broken')],
  [3, reach('broken', 'usable', 'broken')],
  [3, reach('broken', 'usable', 'absent')],
  [6, reach('unwanted', 'usable', 'unwanted')],
  [22, reach('absent', 'usable', 'unwanted')],
];

/** Nothing that was agreed to is there and well-formed; twelve. */
const unreachableReaches: readonly (readonly [count: number, how: Reach])[] = [
  [3, reach('absent', 'absent', 'broken')],
  [2, reach('broken', 'absent', 'absent')],
  [3, reach('broken', 'broken', 'broken')],
  [2, reach('absent', 'unwanted', 'unwanted')],
  [2, reach('unwanted', 'unwanted', 'broken')],
];

const reachable = reach('usable', 'usable', 'usable');
const byLetterOrPhone = reach('absent', 'usable', 'usable');
const households = 4;

/** The rows of the extract, in the order of the file. */
export function practiceResidents(seed: number): readonly Resident[] {
  const draw = seeded(seed);
  const inventor = new Inventor(draw);
  const inTurn = teamsInTurn(draw);
  const invent = (how: Reach, team = inTurn(how)): Resident => inventResident(inventor, team, how);

  const accepted = withHouseholds(
    inventor,
    acceptedReaches.flatMap(([count, how]) => Array.from({ length: count }, () => invent(how))),
  );
  const refused = [
    ...unreachableReaches.flatMap(([count, how]) => Array.from({ length: count }, () => invent(how))),
    ...Array.from({ length: residentsRefused.noConsent }, (_, at): Resident => {
      const asked = invent(byLetterOrPhone, inTurn(byLetterOrPhone, 'opt-in'));
      // The last eight were never asked: the column is empty, which means no consent where consent had to be given.
      return { ...asked, consent: at < 18 ? 'nee' : '', consentOn: at < 18 ? asked.consentOn : undefined };
    }),
    ...Array.from({ length: residentsRefused.objection }, (): Resident => {
      return { ...invent(reachable, inTurn(reachable, 'no-objection')), consent: 'bezwaar' };
    }),
    ...Array.from(
      { length: residentsRefused.deceased },
      (): Resident => ({ ...invent(byLetterOrPhone), deceased: 'ja' }),
    ),
  ];
  return withDuplicates(inventor, draw.shuffle([...accepted, ...refused]), accepted);
}

/** Teams by turns, so that all are about as large; whoever did not agree to everything was asked face to face. */
function teamsInTurn(draw: Seeded): (how: Reach, asked?: Team['residentsAsked']) => Team {
  const turns = { all: draw.below(teams.length), 'opt-in': 0, 'no-objection': 0 };
  return (how, asked) => {
    const choosy = [how.email, how.letter, how.phone].includes('unwanted');
    const whom = asked ?? (choosy ? 'opt-in' : 'all');
    const from = whom === 'all' ? teams : teams.filter((team) => team.residentsAsked === whom);
    turns[whom] += 1;
    return from[turns[whom] % from.length]!;
  };
}

/** A few couples at one address, with one surname: two people, and no duplicates. */
function withHouseholds(inventor: Inventor, residents: readonly Resident[]): readonly Resident[] {
  const firsts = residents.slice(100, 100 + households);
  return residents.map((resident, at) => {
    const partner = firsts[at - 120];
    if (partner === undefined) return resident;
    const { prefix, surname, street, houseNumber, postcode } = partner;
    const birthDate = inventor.dayBetween('1950-01-01', '1979-12-31');
    return {
      ...resident,
      prefix,
      surname,
      street,
      houseNumber,
      postcode,
      birthDate,
      team: partner.team,
      consent: partner.consent,
      consentOn: partner.consentOn,
      channels: partner.channels,
    };
  });
}

/** Adds rows further down for people who stand in the file already, as another team of the same kind wrote them down. */
function withDuplicates(
  inventor: Inventor,
  rows: readonly Resident[],
  accepted: readonly Resident[],
): readonly Resident[] {
  const { shuffle, below, pick } = inventor.draw;
  const known = shuffle(accepted.filter((resident) => resident.birthDate !== undefined));
  const result = [...rows];
  known.slice(0, residentsRefused.duplicate).forEach((original, at) => {
    const sameNumber = at < duplicateKinds.sameClientNumber;
    const otherTeams = teams.filter(
      (team) => team !== original.team && team.residentsAsked === original.team.residentsAsked,
    );
    const copy: Resident = {
      ...original,
      clientNumber: sameNumber ? original.clientNumber : inventor.clientNumber(),
      surname: /^[a-z]+$/i.test(original.surname) ? original.surname.toUpperCase() : original.surname,
      postcode: original.postcode.replace(' ', '').toLowerCase(),
      team: pick(otherTeams),
      remark: '',
      question: `Tweede dossier, ${inventor.word()}`,
    };
    const above = result.indexOf(original);
    result.splice(above + 1 + below(result.length - above), 0, copy);
  });
  return result;
}
