/** The words of the processor agreement as a form: what each field is called, and what it enforces or where it is printed. */
import type { Agreement } from '../../../shared/study/agreement.ts';
import type { WordingLanguage } from '../grammar.ts';

type Field = keyof Agreement;

const nl = {
  title: 'Verwerkersovereenkomst',
  lead: (missing: number) =>
    missing === 0
      ? 'Alle velden zijn ingevuld. Er kan worden ingelezen.'
      : missing === 1
        ? 'Er ontbreekt nog 1 veld. Tot dat is ingevuld, kan er niets worden ingelezen.'
        : `Er ontbreken nog ${missing} velden. Tot die zijn ingevuld, kan er niets worden ingelezen.`,
  inForce: 'De overeenkomst is van kracht: er is al ingelezen. De velden staan daarom vast.',
  readOnly: 'De veldwerkleider vult de overeenkomst in.',
  missing: 'ontbreekt nog',
  missingFields: 'Velden die nog ontbreken',
  article: (nr: number, article: string) => `${nr}. AVG art. ${article}`,
  beside: 'Naast de zestien velden',
  save: 'Leg de overeenkomst vast',
  saved: 'De overeenkomst is vastgelegd.',
  keptWhatStood: 'Een leeg vak wist niets: wat er eerder stond, is blijven staan.',
  lastDay: (day: string) => `Dat is uiterlijk op ${day}.`,
  yes: 'ja',
  no: 'nee',
  none: 'geen',
  oneAge: (fields: string) =>
    `U hebt ${fields} aangekruist. Eén daarvan is genoeg: kies het minst precieze waarmee het onderzoek kan. Het preciesste wordt bewaard.`,
  noSubProcessors: 'Er zijn geen subverwerkers',
  ownInitiative:
    'Onderzoek op eigen initiatief: er is geen opdrachtgever, het bureau is zelf verwerkingsverantwoordelijke',
  ownInitiativeNeedsBureau: 'Leg eerst de gegevens van het bureau vast.',
  labels: {
    subject: 'Onderwerp',
    startsOn: 'Begint op',
    endsOn: 'Eindigt op',
    answersEndOn: 'Antwoorden bewaren tot en met',
    purpose: 'Doel, in één zin',
    allowedFields: 'Welke gegevens mogen worden ingelezen',
    specialCategories: 'Welke bijzondere gegevens mogen voorkomen (AVG art. 9 en 10)',
    peopleConcerned: 'Om welke mensen het gaat',
    documentReference: 'Kenmerk van het ondertekende document',
    instructionsFrom: 'Hoe de opdrachtgever instructies geeft',
    transferOutsideEea: 'Gaan er gegevens buiten de EER?',
    confidentiality: 'Geheimhouding',
    security: 'Beveiligingsmaatregelen',
    subProcessors: 'Subverwerkers, elk op een regel',
    assistanceRequests: 'Hulp bij verzoeken van betrokkenen',
    assistanceBreaches: 'Hulp bij datalekken en DPIA',
    afterEnd: 'Na afloop',
    afterEndDays: 'Binnen hoeveel dagen na de einddatum',
    audit: 'Hoe u laat zien dat het klopt',
    unlawfulInstructions: 'Wie u waarschuwt bij een onwettige instructie',
    signedOn: 'Ondertekend op',
    signedBy: 'Ondertekend door',
    client: 'Opdrachtgever (verwerkingsverantwoordelijke)',
    clientContact: 'Hoe de opdrachtgever is te bereiken',
    legalGround: 'Grondslag volgens AVG art. 6',
  } satisfies Record<Field, string>,
  hints: {
    subject: 'Wordt bewaard bij het onderzoek. Op de verklaring komt de titel van het onderzoek.',
    startsOn: 'Voor deze dag kan niemand worden benaderd.',
    endsOn: 'Na deze dag kan niemand meer worden benaderd en kunnen enquêteurs zich niet meer aanmelden.',
    answersEndOn: 'Na deze dag kan er geen bestand meer worden gemaakt. Dan rest alleen vernietigen.',
    purpose: 'Staat bij het inlezen, in het verwerkingsregister en op de verklaring van vernietiging.',
    allowedFields:
      'Alleen deze kolommen worden gelezen. Elke andere kolom blijft buiten, ook als die in het bestand staat. Of iemand is overleden of niet wil, wordt altijd gelezen. Dat wordt niet bewaard.',
    specialCategories:
      'Kruis niets aan als de overeenkomst er niets over zegt. Een bestand met bijzondere gegevens die hier niet staan, wordt geweigerd.',
    peopleConcerned: 'Wordt bewaard bij het onderzoek.',
    documentReference: 'Staat op de verklaring. Het document zelf hoort hier niet.',
    instructionsFrom: 'Bestand en vernietiging kunnen alleen met een vastgelegde instructie.',
    transferOutsideEea:
      'Uw antwoord wordt bewaard. Veldwerk verstuurt zelf niets, behalve e-mail via de mailserver die u instelt.',
    confidentiality: 'Een collega kan zich pas aanmelden vanaf de datum van de eigen geheimhoudingsverklaring.',
    security: 'Versleuteling en sleutelopslag komen op de verklaring zoals ze echt zijn.',
    subProcessors:
      'Bijvoorbeeld de drukker of de mailprovider. Wie hier niet staat, kan bij “Bureau en e-mail” niet worden gekozen. Zijn er geen? Zeg dat dan hieronder.',
    assistanceRequests: 'Wordt bewaard bij het onderzoek.',
    assistanceBreaches: 'Een geweigerd bestand met burgerservicenummers staat als incident in het journaal.',
    afterEnd: 'De opdrachtgever kiest. Veldwerk bewaart de keuze; teruggeven doet u zelf, voor u vernietigt.',
    afterEndDays: 'Dan moet alles vernietigd zijn. Veldwerk vernietigt niet vanzelf.',
    audit: 'Het journaal kan worden nagekeken, zonder persoonsgegevens.',
    unlawfulInstructions: 'Wordt bewaard bij het onderzoek.',
    signedOn: 'Staat op de verklaring van vernietiging.',
    signedBy: 'Namen van medewerkers van bureau en opdrachtgever, nooit van deelnemers.',
    client: 'Staat op de verklaring; enquêteurs zien voor wie zij bellen.',
    clientContact: 'Adres en e-mailadres. Staan in het verwerkingsregister.',
    legalGround: 'Los van de manier waarop mensen zijn gevraagd: die staat per doelgroep.',
  } satisfies Record<Field, string>,
  afterEnd: { erase: 'alles wissen', return: 'teruggeven en dan wissen' },
};

const en: typeof nl = {
  title: 'Processor agreement',
  lead: (missing) =>
    missing === 0
      ? 'All fields are filled. Files can be taken in.'
      : missing === 1
        ? '1 field is missing. Until it is filled nothing can be taken in.'
        : `${missing} fields are missing. Until they are filled nothing can be taken in.`,
  inForce: 'The agreement is in force: files were taken in. Its fields are therefore fixed.',
  readOnly: 'The fieldwork manager fills in the agreement.',
  missing: 'still missing',
  missingFields: 'Fields that are still missing',
  article: (nr, article) => `${nr}. GDPR art. ${article}`,
  beside: 'Beside the sixteen fields',
  save: 'Record the agreement',
  saved: 'The agreement was recorded.',
  keptWhatStood: 'An empty box erases nothing: what stood there before was kept.',
  lastDay: (day) => `That is ${day} at the latest.`,
  yes: 'yes',
  no: 'no',
  none: 'none',
  oneAge: (fields) =>
    `You ticked ${fields}. One of these is enough: choose the least precise that the study can do with. The most precise is kept.`,
  noSubProcessors: 'There are no sub-processors',
  ownInitiative: 'A study on our own initiative: there is no client, the bureau itself is the controller',
  ownInitiativeNeedsBureau: 'First record the bureau.',
  labels: {
    subject: 'Subject',
    startsOn: 'Starts on',
    endsOn: 'Ends on',
    answersEndOn: 'Keep answers up to and including',
    purpose: 'Purpose, in one sentence',
    allowedFields: 'Which data may be taken in',
    specialCategories: 'Which special categories may occur (AVG art. 9 and 10)',
    peopleConcerned: 'Which people it is about',
    documentReference: 'Reference of the signed document',
    instructionsFrom: 'How the client gives instructions',
    transferOutsideEea: 'Does data leave the EEA?',
    confidentiality: 'Confidentiality',
    security: 'Security measures',
    subProcessors: 'Sub-processors, one per line',
    assistanceRequests: 'Assistance with requests of people concerned',
    assistanceBreaches: 'Assistance with breaches and DPIA',
    afterEnd: 'Afterwards',
    afterEndDays: 'Within how many days after the end date',
    audit: 'How you show that it is right',
    unlawfulInstructions: 'Whom you warn of an unlawful instruction',
    signedOn: 'Signed on',
    signedBy: 'Signed by',
    client: 'Client (controller)',
    clientContact: 'How the client is reached',
    legalGround: 'Legal ground, GDPR art. 6',
  },
  hints: {
    subject: 'Kept with the study. The certificate has the title of the study.',
    startsOn: 'Before this day nobody can be contacted.',
    endsOn: 'After this day nobody can be contacted and interviewers can no longer sign in.',
    answersEndOn: 'After this day no dataset can be made. Destroying is all that is left then.',
    purpose: 'Stands at the intake, in the register of processing and on the certificate of destruction.',
    allowedFields:
      'Only these columns are read. Every other column stays out, also when it is in the file. Whether someone died or does not want it is always read. It is not kept.',
    specialCategories:
      'Tick nothing when the agreement says nothing about it. A file with special categories that are not here is refused.',
    peopleConcerned: 'Kept with the study.',
    documentReference: 'Stands on the certificate. The document itself does not belong here.',
    instructionsFrom: 'Dataset and destruction are possible only with a recorded instruction.',
    transferOutsideEea:
      'Your answer is kept. Veldwerk itself sends nothing but e-mail, by the mail server that you set.',
    confidentiality: 'A colleague can sign in only from the date of their own confidentiality statement.',
    security: 'Encryption and where the keys are kept come on the certificate as they really are.',
    subProcessors:
      'The printer, say, or the mail provider. Who is not here cannot be chosen under “Bureau and e-mail”. Are there none? Then say so below.',
    assistanceRequests: 'Kept with the study.',
    assistanceBreaches: 'A refused file with citizen service numbers stands in the journal as an incident.',
    afterEnd: 'The client chooses. Veldwerk keeps the choice; giving back is for you to do, before you destroy.',
    afterEndDays: 'By then everything has to be destroyed. Veldwerk does not destroy by itself.',
    audit: 'The journal can be checked, without personal data.',
    unlawfulInstructions: 'Kept with the study.',
    signedOn: 'Stands on the certificate of destruction.',
    signedBy: 'Names of staff of bureau and client, never of respondents.',
    client: 'Stands on the certificate; interviewers see for whom they ring.',
    clientContact: 'Address and e-mail address. They stand in the register of processing.',
    legalGround: 'Apart from the way in which people were asked: that stands with each group.',
  },
  afterEnd: { erase: 'erase everything', return: 'give back, then erase' },
};

export const agreementWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
