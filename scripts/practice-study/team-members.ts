/** Team members (medewerkers): the staff of the eight teams, at the e-mail addresses that the municipality holds. */

import { type Team, teams } from '../../electron/practice/teams.ts';
import { seeded } from '../seeded.ts';
import { teamMembersCounts } from './counts.ts';
import { type InventedName, Inventor } from './invented-person.ts';

export interface TeamMember extends InventedName {
  readonly email: string;
  readonly team: Team;
}

/** The rows of the file: six or seven of each team, team by team. */
export function practiceTeamMembers(seed: number): readonly TeamMember[] {
  const inventor = new Inventor(seeded(seed));
  return Array.from({ length: teamMembersCounts.accepted }, (_, at): TeamMember => {
    const name = inventor.name();
    const team = teams[Math.floor((at * teams.length) / teamMembersCounts.accepted)]!;
    return { ...name, team, email: inventor.email(name, ['waterhoven.example']) };
  });
}
