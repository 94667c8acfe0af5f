/** Names of sheets as they may be told: a sheet can be called after a client ('Jansen'), so only names of ordinary words and numbers are. */
import { plainWords } from './plain-word.ts';

const ordinary = new Set(
  `blad sheet tabblad tab tabel table export extract extractie lijst list data gegevens bestand overzicht totaal alles alle query rapport report
  selectie steekproef onderzoek deelnemers respondenten bewoners inwoners clienten client klanten personen mensen adressen contacten contact
  partners netwerkpartners organisaties medewerkers teamleden teams team wijkteam wijkteams wijk wijken residents members toelichting uitleg info
  informatie leeswijzer legenda instructie codes codeboek bezwaar bezwaren toestemming overleden mutaties wijzigingen updates nieuw oud actueel
  definitief versie concept noord oost zuid west centrum jeugd volwassenen ouderen wmo participatie en of van de het met zonder voor tm per
  januari februari maart april mei juni juli augustus september oktober november december deel part resultaat results voorblad hidden verborgen`.split(
    /\s+/,
  ),
);

/** The name, or undefined where it may be a person's data. */
export function findPlainSheetName(name: string): string | undefined {
  const words = plainWords(name).flatMap((word) => word.split(/(?<=\D)(?=\d)|(?<=\d)(?=\D)/));
  if (words.length === 0 || name.length > 31) return undefined;
  return words.every((word) => ordinary.has(word) || /^\d{1,4}$/.test(word)) ? name : undefined;
}
