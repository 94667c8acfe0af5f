/** The source files of the practice study: what a municipality would hand over, and the questionnaires of the bureau. All invented. */
import type { Day } from '../../shared/calendar.ts';
import { practicePartners } from './partners.ts';
import { formSheets } from './questionnaires/form.ts';
import { partnersQuestionnaire } from './questionnaires/partners.ts';
import { residentsQuestionnaire } from './questionnaires/residents.ts';
import { teamMembersQuestionnaire } from './questionnaires/team-members.ts';
import type { Resident } from './resident.ts';
import { practiceResidents } from './residents.ts';
import { semicolonFile } from './semicolon-file.ts';
import { practiceTeamMembers } from './team-members.ts';
import { type Cell, workbook } from './workbook.ts';

/** One seed per file, so that a change to one leaves the others as they are. */
const seeds = { residents: 263, partners: 166, teamMembers: 54 } as const;

/** Every file by its name; the same bytes on every run. */
export function practiceFiles(): ReadonlyMap<string, Uint8Array> {
  const residents = practiceResidents(seeds.residents);
  const files = new Map<string, Uint8Array>([
    ['residents-first-delivery.xlsx', residentsFile(residents, true)],
    ['residents.xlsx', residentsFile(residents, false)],
    ['team-members.xlsx', teamMembersFile()],
    ['questionnaire-residents.xlsx', workbook(formSheets(residentsQuestionnaire))],
    ['questionnaire-partners.xlsx', workbook(formSheets(partnersQuestionnaire))],
    ['questionnaire-team-members.xlsx', workbook(formSheets(teamMembersQuestionnaire))],
  ]);
  for (const [team, partners] of practicePartners(seeds.partners)) {
    const rows = partners.map((p) => [
      p.organisation,
      p.salutation,
      p.initials,
      p.prefix,
      p.surname,
      { man: 'm', vrouw: 'v', anders: '', '': '' }[p.sex],
      p.email,
      p.phone,
      p.position,
    ]);
    files.set(`partners-${team.code}.csv`, semicolonFile([partnersHeader, ...rows]));
  }
  return files;
}

const partnersHeader = 'Organisatie;Aanhef;Voorletters;Tussenvoegsel;Achternaam;Geslacht;E-mail;Telefoon;Functie'.split(
  ';',
);

/** The first delivery carries citizen service numbers and has its days typed as text; the second has real date cells. */
function residentsFile(residents: readonly Resident[], firstDelivery: boolean): Uint8Array {
  const dayCell = (day: Day | undefined): Cell => {
    if (day === undefined) return undefined;
    return firstDelivery ? day.split('-').reverse().join('-') : { day };
  };
  const columns: readonly (readonly [header: string, cell: (of: Resident) => Cell])[] = [
    ['Cliëntnummer', (of) => of.clientNumber],
    ...(firstDelivery ? [['BSN', (of: Resident): Cell => of.citizenServiceNumber] as const] : []),
    ['Aanhef', (of) => of.salutation],
    ['Voorletters', (of) => of.initials],
    ['Tussenvoegsel', (of) => of.prefix],
    ['Achternaam', (of) => of.surname],
    ['Straat', (of) => of.street],
    ['Huisnummer', (of) => (/^\d+$/.test(of.houseNumber) ? Number(of.houseNumber) : of.houseNumber)],
    ['Postcode', (of) => of.postcode],
    ['Woonplaats', (of) => of.town],
    ['Telefoon', (of) => of.phone],
    ['Mobiel', (of) => of.mobile],
    ['E-mail', (of) => of.email],
    ['Geboortedatum', (of) => dayCell(of.birthDate)],
    ['Geslacht', (of) => of.sex],
    ['Wijkteam', (of) => of.team.name],
    ['Hulpvraag', (of) => of.question],
    ['Dossier afgesloten', (of) => of.supportEnded],
    ['Toestemming', (of) => of.consent],
    ['Datum toestemming', (of) => dayCell(of.consentOn)],
    ['Kanalen', (of) => of.channels],
    ['Overleden', (of) => of.deceased],
    ['Opmerking consulent', (of) => of.remark],
  ];
  return workbook({
    Extract: [columns.map(([header]) => header), ...residents.map((of) => columns.map(([, cell]) => cell(of)))],
  });
}

function teamMembersFile(): Uint8Array {
  const header = ['Voorletters', 'Tussenvoegsel', 'Achternaam', 'E-mail', 'Wijkteam', 'Geslacht'];
  const rows = practiceTeamMembers(seeds.teamMembers).map((of) => [
    of.initials,
    of.prefix,
    of.surname,
    of.email,
    of.team.name,
    of.sex,
  ]);
  return workbook({ Medewerkers: [header, ...rows] });
}
