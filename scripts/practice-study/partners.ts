/** Network partners (netwerkpartners): one list per team of whom it worked with in the past year; many stand in several lists. */

import { type Team, teams } from '../../electron/practice/teams.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { partnersCounts } from './counts.ts';
import { type InventedName, Inventor } from './invented-person.ts';
import { organisationKinds, organisationNames, positions, surnamesWesternEuropean } from './names.ts';

export interface Partner extends InventedName {
  readonly organisation: string;
  readonly email: string;
  readonly phone: string;
  readonly position: string;
}

/** Partners whom one team only knows: enough for the target per team without anyone shared; in the order of the teams. */
const ofOneTeam = [15, 15, 16, 15, 16, 15, 16, 15] as const;
/** Partners in two, three and four lists. */
const ofMoreTeams: readonly (readonly [partners: number, lists: number])[] = [
  [24, 2],
  [16, 3],
  [3, 4],
];
/** Partners who stand twice in one list. */
const twiceInOneList = 5;

/** The list of each team, in the order of its file. */
export function practicePartners(seed: number): ReadonlyMap<Team, readonly Partner[]> {
  const draw = seeded(seed);
  const inventor = new Inventor(draw);
  const lists = new Map<Team, Partner[]>(
    teams.map((team, at) => [team, Array.from({ length: ofOneTeam[at]! }, () => inventPartner(inventor))]),
  );
  for (const [count, inLists] of ofMoreTeams) {
    for (let made = 0; made < count; made += 1) {
      const partner = inventPartner(inventor);
      for (const team of draw.shuffle(teams).slice(0, inLists))
        lists.get(team)!.push(asWrittenElsewhere(draw, partner));
    }
  }
  for (const team of draw.shuffle(teams).slice(0, twiceInOneList)) {
    const list = lists.get(team)!;
    list.push(asWrittenElsewhere(draw, list[0]!));
  }
  for (let made = 0; made < partnersCounts.unreachable; made += 1) {
    const partner = inventPartner(inventor);
    const email = ['', 'n.v.t.', inventor.brokenEmail(partner)][made % 3]!;
    lists.get(teams[made % teams.length]!)!.push({ ...partner, email });
  }
  return new Map(teams.map((team) => [team, draw.shuffle(lists.get(team)!)]));
}

function inventPartner(inventor: Inventor): Partner {
  const { pick, chance } = inventor.draw;
  const name = inventor.draw.below(20) === 0 ? westernEuropean(inventor) : inventor.name();
  const organisation = `${pick(organisationKinds)} ${pick(organisationNames)}`;
  const domain = organisation
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .trim()
    .replaceAll(/ +/g, '-');
  return {
    ...name,
    organisation,
    email: inventor.email(name, [`${domain}.example`]),
    phone: chance(0.7) ? inventor.landline() : inventor.mobile(),
    position: pick(positions),
  };
}

function westernEuropean(inventor: Inventor): InventedName {
  const name = inventor.name();
  return { ...name, surname: `${name.surname}-${inventor.draw.pick(surnamesWesternEuropean)}` };
}

/** The same partner as another team typed it: capitals or spaces in the e-mail address, or a shorter note of the position. */
function asWrittenElsewhere(draw: Seeded, partner: Partner): Partner {
  const { email } = partner;
  const written = draw.pick([
    email,
    email.toUpperCase(),
    `${email} `,
    ` ${email}`,
    email.slice(0, 1).toUpperCase() + email.slice(1),
    email.replace(/@.*/, (domain) => domain.toUpperCase()),
  ]);
  return { ...partner, email: written, position: draw.chance(0.3) ? '' : partner.position };
}
