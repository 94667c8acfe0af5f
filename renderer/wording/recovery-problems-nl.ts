/** The Dutch sentences for what goes wrong with recovery sheets, recovery files, backups and a study that was put back. */
import type { WordsFault } from '../../shared/study/recovery-words.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';

const { all, count, day, form, number } = grammarOf('nl');
const nothingRestored = 'Er is niets teruggezet en niets veranderd.';

const file = { 'recovery-file': 'herstelbestand', backup: 'reservekopie' } as const;
const the = { 'recovery-file': 'het herstelbestand', backup: 'de reservekopie' } as const;
const word = { one: 'woord', other: 'woorden' };

function faultText(fault: WordsFault): { happened: string; todo: string } {
  switch (fault.kind) {
    case 'count':
      return {
        happened: `U typte ${count(fault.typed, word)}. Op het herstelblad staan er ${number(fault.expected)}.`,
        todo: 'Typ alle woorden over, ook het laatste. De nummers hoeven niet.',
      };
    case 'unknown-words':
      return {
        happened: `${form(fault.places.length, { one: 'Woord', other: 'De woorden' })} ${all(fault.places.map(number))} ${form(fault.places.length, { one: 'staat', other: 'staan' })} op geen enkel herstelblad.`,
        todo: 'Kijk op het blad bij dat nummer en verbeter de spelling.',
      };
    case 'check':
      return {
        happened: 'De woorden passen niet bij elkaar: er is één woord anders, of er zijn er twee verwisseld.',
        todo: 'Vergelijk ze één voor één met het blad, in de volgorde van de nummers.',
      };
  }
}

export const recoveryProblemsNl: ProblemTexts<ProblemsOf<'recovery'>> = {
  'recovery.file-unreadable': (detail) => ({
    happened: `Dit is geen ${file[detail.file]} van Veldwerk, of het bestand is beschadigd of veranderd.`,
    safe: nothingRestored,
    todo: `Kies ${the[detail.file]} zelf, of een andere kopie ervan.`,
  }),
  'recovery.other-sheet': ({ needed, typed }) => ({
    happened: `Deze woorden staan op herstelblad ${typed}. Het herstelbestand hoort bij blad ${needed}.`,
    safe: nothingRestored,
    todo: `Neem het blad met nummer ${needed}, of kies het herstelbestand dat bij blad ${typed} hoort.`,
  }),
  'recovery.files-differ': ({ what, older }) => ({
    happened:
      what === 'study'
        ? 'De reservekopie en het herstelbestand horen niet bij hetzelfde onderzoek.'
        : `De reservekopie en het herstelbestand horen niet bij elkaar: ${the[older ?? 'backup']} is van vóór een wissing en is vervallen.`,
    safe: nothingRestored,
    todo:
      what === 'study'
        ? 'Kies twee bestanden van hetzelfde onderzoek.'
        : `Kies een nieuwer bestand voor ${the[older ?? 'backup']}. Vernietig het vervallen bestand.`,
  }),
  'recovery.void': () => ({
    happened: 'Deze reservekopie is vervallen. Sindsdien is er iemand gewist, ontkoppeld of verwijderd.',
    safe: 'Er is niets teruggezet. Wat gewist is, blijft gewist.',
    todo: 'Kies een nieuwere reservekopie met het nieuwere herstelbestand. Vernietig deze bestanden.',
  }),
  'recovery.words-faulty': ({ fault }) => ({ ...faultText(fault), safe: nothingRestored }),
  'recovery.words-differ': ({ places }) => ({
    happened: `${form(places.length, { one: 'Woord', other: 'De woorden' })} ${all(places.map(number))} ${form(places.length, { one: 'is', other: 'zijn' })} anders dan op het blad.`,
    safe: 'Het nieuwe blad geldt nog niet. Een eerder blad geldt nog wel.',
    todo: 'Kijk bij dat nummer op het blad en typ het woord opnieuw.',
  }),
  'recovery.steps-unanswered': ({ steps }) => ({
    happened: `Van ${count(steps, { one: 'stap', other: 'stappen' })} is nog niet gezegd of die verstuurd kan zijn.`,
    safe: 'Er is niets vastgelegd en niemand benaderd.',
    todo: 'Geef bij elke stap een antwoord. Twijfelt u? Kies dan dat die verstuurd kan zijn.',
  }),
  'recovery.not-confirmed': () => ({
    happened: 'U hebt nog niet bevestigd dat alles is opgegeven.',
    safe: 'Er is niets vastgelegd en niemand benaderd.',
    todo: 'Geef iedereen op die sindsdien is gestopt, en bevestig het daarna.',
  }),
  'recovery.no-sheet': () => ({
    happened: 'Er is nog geen herstelblad voor dit onderzoek.',
    safe: 'Er is niets gemaakt.',
    todo: 'Maak eerst een herstelblad en typ de gevraagde woorden over. Maak daarna het herstelbestand.',
  }),
  'recovery.no-sheet-made': () => ({
    happened: 'U hebt hier geen nieuw herstelblad dat op uw woorden wacht.',
    safe: 'Er is niets veranderd.',
    todo: 'Maak een nieuw herstelblad. Een blad dat u vóór het afmelden maakte, geldt niet en kan weg.',
  }),
  'recovery.not-reconciled': ({ since }) => ({
    happened: `Dit onderzoek is teruggezet. Wat na ${day(since)} gebeurde, staat er niet in.`,
    safe: 'Er is niemand benaderd.',
    todo: 'Laat de veldwerkleider eerst bijwerken wat er sindsdien is verstuurd en wie er is gestopt.',
  }),
};
