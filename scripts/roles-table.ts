/**
 * Who may ask what, until when, and with which keys, as a page for a privacy officer: `npm run roles` writes docs/roles.md from the contract,
 * and a test compares it with what the office does.
 */
import { writeFileSync } from 'node:fs';
import { keysOfRole } from '../electron/vault/keyring.ts';
import { wordsNl } from '../renderer/wording/words-nl.ts';
import { contract, type RequestName, requestNames } from '../shared/contract.ts';
import { requestUntil } from '../shared/request-until.ts';
import type { Until } from '../shared/study/agreement-in-force.ts';
import { type Role, roles } from '../shared/study/person.ts';

export const rolesPage = new URL('../docs/roles.md', import.meta.url);

/** Someone with a role, or nobody: before signing in. */
export type Asker = Role | 'nobody';

/** Whether the contract lets someone with this role, or nobody, ask it. */
export function mayAsk(name: RequestName, who: Asker): boolean {
  const { roles: allowed } = contract[name];
  return allowed === 'anyone' || (who !== 'nobody' && (allowed as readonly Role[]).includes(who));
}

const untilWords: Readonly<Record<Until, string>> = {
  'contact-end': 'einde contactgegevens',
  'answers-end': 'einde antwoorden',
  always: 'altijd',
};

/** The page, with what `may` says in its cells. */
export function rolesText(may: (name: RequestName, who: Asker) => boolean): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const askers: readonly Asker[] = ['nobody', ...roles];
  const requests = requestNames.map((name) =>
    row([
      `\`${name}\``,
      wordsNl.requests[name],
      ...askers.map((who) => (may(name, who) ? 'ja' : '–')),
      untilWords[requestUntil[name]],
    ]),
  );
  const keys = roles.map((role) =>
    row([wordsNl.roles[role], keysOfRole[role].map((key) => wordsNl.keys[key]).join('; ')]),
  );
  return `# Wie wat mag, tot wanneer, en met welke sleutels

Dit blad is gemaakt uit het contract (\`npm run roles\`); een test vraagt elk verzoek aan in elke rol en vergelijkt de uitkomst met deze tabel.
“Altijd” is: zolang het onderzoek er is. Wie twee rollen heeft, mag wat een van beide mag; het journaal en de verklaring zeggen dat erbij.

## Sleutels

Een verzoek dat mag, lukt alleen met de sleutels van de rol. Een enquêteur krijgt daarnaast de sleutel van de ene persoon die in de hand is.

${row(['rol', 'sleutels'])}
${row(['---', '---'])}
${keys.join('\n')}

## Verzoeken

${row(['verzoek', 'wat het is', 'niet aangemeld', ...roles.map((role) => wordsNl.roles[role]), 'tot'])}
${row(['---', '---', ...askers.map(() => ':-:'), '---'])}
${requests.join('\n')}
`;
}

if (import.meta.main) writeFileSync(rolesPage, rolesText(mayAsk));
