/**
 * The Dutch wording of the certificate of destruction. AVG art. 28(3)(g): at the controller's choice all personal data are deleted after
 * the service. What was destroyed, on what ground and in which way: Archiefbesluit 1995, art. 8. The way that is claimed is cryptographic
 * erasure by the application (NIST SP 800-88), never that a disk was overwritten.
 */
import type { Day } from '../../shared/calendar.ts';
import type { Certificate } from '../../shared/destruction/certificate.ts';
import type { Role } from '../../shared/study/person.ts';

export type Line =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: string; readonly text: string }
  | { readonly kind: 'hash'; readonly text: string };

export interface Section {
  readonly label: string;
  readonly lines: readonly Line[];
}

export interface CertificateText {
  readonly statement: string;
  readonly sections: readonly Section[];
  /** Who signs as what; the name is empty where it is still to be filled in. */
  readonly signatures: readonly (readonly [role: string, name: string])[];
}

export function certificateText(certificate: Certificate): CertificateText {
  const { processor, client, studyTitle, destroyedOn, performedBy, checkedBy } = certificate;
  return {
    statement:
      `${processor.name} verklaart dat op ${written(destroyedOn)}, in opdracht van ${client}, de persoonsgegevens van het onderzoek ` +
      `‘${studyTitle}’ zijn vernietigd, zoals artikel 28, derde lid, onder g, van de Algemene verordening ` +
      'gegevensbescherming (AVG) van een verwerker vraagt.',
    sections: [
      { label: 'Overeenkomst', lines: agreementLines(certificate) },
      { label: 'Instructie', lines: instructionLines(certificate) },
      { label: 'Omvang', lines: extentLines(certificate) },
      { label: 'Wijze', lines: methodLines(certificate) },
      { label: 'Controle', lines: checkLines(certificate) },
      { label: 'Buiten bereik', lines: outOfReachLines(certificate) },
      { label: 'Bewaard', lines: keptLines(certificate) },
      { label: 'Ingelezen bestanden', lines: sourceLines(certificate) },
      { label: 'Rollen', lines: roleLines(certificate) },
    ],
    signatures: [
      ['Uitgevoerd door', performedBy],
      ['Gecontroleerd door', checkedBy ?? ''],
      ['Gezien namens de opdrachtgever', ''],
    ],
  };
}

const text = (line: string): Line => ({ kind: 'text', text: line });
const hash = (sha256: string): Line => ({ kind: 'hash', text: `SHA-256  ${sha256}` });
const figures = (count: number) => count.toLocaleString('nl-NL');
const counted = (count: number, one: string, many: string): Line => ({
  kind: 'count',
  count: figures(count),
  text: count === 1 ? one : many,
});

/** '14 mei 2026', never broken over two lines. */
function written(day: Day): string {
  const format = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });
  return together(format.format(Date.parse(`${day}T00:00:00Z`)));
}

function together(words: string): string {
  return words.replaceAll(' ', '\u00A0');
}

/** A sentence that someone typed, with a full stop when it has no end of its own. */
function sentence(typed: string): string {
  const trimmed = typed.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function agreementLines({ agreement }: Certificate): readonly Line[] {
  const { documentReference, signedOn, endsOn, answersEndOn, purpose, legalGround } = agreement;
  return [
    text(
      `Verwerkersovereenkomst ${documentReference}, ondertekend op ${written(signedOn)}, geldig tot en met ${written(endsOn)}; antwoorden bewaard tot uiterlijk ${written(answersEndOn)}.`,
    ),
    text(`Doel van de verwerking: ${sentence(purpose)}`),
    text(`Rechtsgrond (artikel 6 AVG): ${sentence(legalGround)}`),
  ];
}

function instructionLines({ instruction }: Certificate): readonly Line[] {
  const { nr, on, by, text: words } = instruction;
  return [text(`Nr. ${nr} van ${written(on)}, gegeven door ${by}: ‘${words.trim()}’`)];
}

function extentLines({ counts, period, unlinkedOn }: Certificate): readonly Line[] {
  return [
    counted(counts.cases, 'steekproefpersoon, met contactgegevens', 'steekproefpersonen, met hun contactgegevens'),
    counted(counts.links, 'koppeling tussen persoon en respons', 'koppelingen tussen persoon en respons'),
    counted(counts.attempts, 'contactpoging', 'contactpogingen'),
    counted(
      counts.responses,
      'respons (de antwoorden van één persoon)',
      'responsen (elk de antwoorden van één persoon)',
    ),
    counted(counts.drafts, 'onvoltooide vragenlijst', 'onvoltooide vragenlijsten'),
    counted(
      counts.handouts,
      'uitgegeven bestand met persoonsgegevens',
      'uitgegeven bestanden met persoonsgegevens, zoals brieven',
    ),
    ...(unlinkedOn === undefined
      ? []
      : [text(`Mensen en responsen waren al losgekoppeld, op ${written(unlinkedOn)}.`)]),
    text(`Gegevens over de periode van ${written(period.from)} tot en met ${written(period.to)}.`),
  ];
}

const platforms: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

function methodLines({ method }: Certificate): readonly Line[] {
  const { cipher, keyBits, appVersion, platform, secretStore } = method;
  const secret =
    secretStore === 'keychain'
      ? 'De apparaatsleutel stond in een sleutelhanger van het besturingssysteem en is daaruit verwijderd.'
      : 'De apparaatsleutel stond in een bestand, niet in een sleutelhanger van het besturingssysteem. Dat bestand is verwijderd; ' +
        'of de gegevensdrager er nog resten van bewaart, is niet vast te stellen.';
  return [
    text(
      `Contactgegevens, antwoorden en de koppeling daartussen stonden alleen versleuteld op schijf (${cipher}, sleutels van ` +
        `${keyBits} bits). De sleutels zijn vernietigd; daarna zijn de bestanden van het onderzoek verwijderd. Dit heet ` +
        'cryptografisch wissen door de toepassing. De gegevensdrager zelf is niet overschreven.',
    ),
    text(secret),
    text(`Uitgevoerd met Veldwerk ${appVersion} onder ${platforms[platform] ?? platform}.`),
  ];
}

function checkLines({ check }: Certificate): readonly Line[] {
  const bytes = figures(check.bytesScanned);
  const searched =
    check.filesScanned === 1
      ? `één bestand van ${bytes} bytes`
      : `${figures(check.filesScanned)} bestanden van samen ${bytes} bytes`;
  return [
    text(
      `Vooraf zijn ${figures(check.canaries)} controlewaarden aangewezen. Vóór de vernietiging waren daarvan ` +
        `${figures(check.foundBefore)} met de sleutels terug te vinden; erna ${figures(check.foundAfter)}, gezocht in ${searched}.`,
    ),
  ];
}

function outOfReachLines({ outOfReach }: Certificate): readonly Line[] {
  if (outOfReach.length === 0) return [text('Er is niets opgegeven dat buiten het bereik van de toepassing lag.')];
  return [
    text('De toepassing kan het volgende niet zelf vernietigen. Daarover is opgegeven:'),
    ...outOfReach.map(({ what, answer }) => text(`${what}: ${sentence(answer)}`)),
  ];
}

function keptLines({ kept }: Certificate): readonly Line[] {
  if (kept.length === 0) return [text('Er is niets bewaard.')];
  return kept.flatMap(({ name, what, sha256 }) => [text(`${name}, ${what}`), hash(sha256)]);
}

function sourceLines({ sources }: Certificate): readonly Line[] {
  if (sources.length === 0) return [text('Er is geen bestand ingelezen.')];
  return sources.flatMap(({ rows, sha256 }, nr) => {
    return [text(`Bestand ${nr + 1}, ${figures(rows)} ${rows === 1 ? 'rij' : 'rijen'}`), hash(sha256)];
  });
}

const roleWords: Readonly<Record<Role, string>> = {
  manager: 'veldwerkleider',
  researcher: 'onderzoeker',
  interviewer: 'enquêteur',
  officer: 'functionaris gegevensbescherming',
};

/** Who held which roles; people with the same roles share a line. */
function roleLines({ roles, fewHolders }: Certificate): readonly Line[] {
  const held = new Map<string, readonly string[]>();
  for (const person of roles) {
    const words = person.roles.map((role) => roleWords[role]).join(' en ');
    held.set(words, [...(held.get(words) ?? []), together(person.name)]);
  }
  const both = roles.filter((person) => person.roles.includes('manager') && person.roles.includes('researcher'));
  return [
    ...[...held].map(([words, people]) => text(`${capital(words)}: ${sentence(people.join(', '))}`)),
    ...both.map(({ name }) => {
      return text(
        `${together(name)} kon als veldwerkleider én onderzoeker zowel contactgegevens als antwoorden inzien.`,
      );
    }),
    holdersLine(fewHolders),
  ];
}

/** Whether a passphrase that was forgotten could have cost the study its data, and who answered for that. */
function holdersLine({ keys, accepted }: Certificate['fewHolders']): Line {
  if (keys === 0) return text('Elke sleutel van het onderzoek had ten minste twee houders.');
  const few =
    keys === 1
      ? 'Eén sleutel van het onderzoek had minder dan twee houders.'
      : `${capital(figures(keys))} sleutels van het onderzoek hadden minder dan twee houders.`;
  return text(
    accepted === undefined
      ? `${few} Voor dat risico is niet getekend.`
      : `${few} ${sentence(`Voor dat risico tekende op ${written(accepted.on)}: ${accepted.by}`)}`,
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
