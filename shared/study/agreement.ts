/** The processor agreement (verwerkersovereenkomst) as the sixteen fields of AVG art. 28(3); what each one enforces stands beside it. */
import type { Day } from '../calendar.ts';
import { refuse } from '../problem.ts';
import type { ContactField } from './contact-data.ts';
import type { SpecialCategory } from './special-category.ts';

export interface Agreement {
  /** 1. Subject and duration, art. 28(3): no intake, contact or interview outside these days, and no answers kept after the last. */
  readonly subject: string;
  readonly startsOn: Day;
  /** The last day on which contact data may be used. */
  readonly endsOn: Day;
  /** The last day on which answers may be kept and exported; not before `endsOn`. */
  readonly answersEndOn: Day;
  /** 2. Nature and purpose, one sentence: shown at intake, printed on the certificate. */
  readonly purpose: string;
  /** 3. Kinds of personal data: the columns that may be read; no other column is. */
  readonly allowedFields: readonly ContactField[];
  /** Special categories that may be asked about, and may stand in a file of the client; absent: none. */
  readonly specialCategories?: readonly SpecialCategory[];
  /** 4. Categories of people concerned. */
  readonly peopleConcerned: string;
  /** 5. Rights and duties of the controller: reference to the signed document. */
  readonly documentReference: string;
  /** 6. (a) How instructions are given; destruction and export name one. */
  readonly instructionsFrom: string;
  /** 7. (a) Transfer outside the EEA. */
  readonly transferOutsideEea: boolean;
  /** 8. (b) Everyone involved signed a confidentiality statement. */
  readonly confidentiality: string;
  /** 9. (c) Security measures, art. 32. */
  readonly security: string;
  /** 10. (d) Sub-processors with permission; an empty list is an answer. */
  readonly subProcessors: readonly string[];
  /** 11. (e) Assistance with requests of people concerned. */
  readonly assistanceRequests: string;
  /** 12. (f) Assistance with breaches and impact assessment: whom to warn. */
  readonly assistanceBreaches: string;
  /** 13. (g) The controller's choice, and the days after the end within which it must be done. */
  readonly afterEnd: 'erase' | 'return';
  readonly afterEndDays: number;
  /** 14. (h) How compliance is shown. */
  readonly audit: string;
  /** 15. Whom to tell that an instruction breaks the law. */
  readonly unlawfulInstructions: string;
  /** 16. art. 28(9): signed on, by whom (controller and processor; staff, never respondents). */
  readonly signedOn: Day;
  readonly signedBy: string;
  /** The controller (opdrachtgever), named on the certificate. */
  readonly client: string;
  /** How the controller is reached: stands in the register of art. 30(2). */
  readonly clientContact: string;
  /** The legal ground of AVG art. 6, apart from the way people were asked. */
  readonly legalGround: string;
}

/** An agreement in the making: every field may still be missing. */
export type AgreementDraft = { readonly [F in keyof Agreement]?: Agreement[F] | undefined };

/** The sixteen fields, by their number, with the properties that fill them. Client, contact and legal ground stand outside the list but are needed too. */
export const agreementFields: readonly {
  readonly nr: number;
  readonly article: string;
  readonly filledBy: readonly (keyof Agreement)[];
}[] = [
  { nr: 1, article: '28(3)', filledBy: ['subject', 'startsOn', 'endsOn', 'answersEndOn'] },
  { nr: 2, article: '28(3)', filledBy: ['purpose'] },
  { nr: 3, article: '28(3)', filledBy: ['allowedFields'] },
  { nr: 4, article: '28(3)', filledBy: ['peopleConcerned'] },
  { nr: 5, article: '28(3)', filledBy: ['documentReference'] },
  { nr: 6, article: '28(3)(a)', filledBy: ['instructionsFrom'] },
  { nr: 7, article: '28(3)(a)', filledBy: ['transferOutsideEea'] },
  { nr: 8, article: '28(3)(b)', filledBy: ['confidentiality'] },
  { nr: 9, article: '28(3)(c)', filledBy: ['security'] },
  { nr: 10, article: '28(3)(d)', filledBy: ['subProcessors'] },
  { nr: 11, article: '28(3)(e)', filledBy: ['assistanceRequests'] },
  { nr: 12, article: '28(3)(f)', filledBy: ['assistanceBreaches'] },
  { nr: 13, article: '28(3)(g)', filledBy: ['afterEnd', 'afterEndDays'] },
  { nr: 14, article: '28(3)(h)', filledBy: ['audit'] },
  { nr: 15, article: '28(3)', filledBy: ['unlawfulInstructions'] },
  { nr: 16, article: '28(9)', filledBy: ['signedOn', 'signedBy'] },
];

const besideTheFields: readonly (keyof Agreement)[] = ['client', 'clientContact', 'legalGround'];

/** The properties that still have to be filled before anything may be taken in: absent, blank, or an empty list of allowed fields. */
export function missingProperties(draft: AgreementDraft): readonly (keyof Agreement)[] {
  return [...agreementFields.flatMap((field) => field.filledBy), ...besideTheFields].filter((property) => {
    const value = draft[property];
    if (value === undefined) return true;
    if (typeof value === 'string') return value.trim() === '';
    return property === 'allowedFields' && Array.isArray(value) && value.length === 0;
  });
}

/** The agreement when nothing is missing any more, else undefined. */
export function findAgreement(draft: AgreementDraft): Agreement | undefined {
  return missingProperties(draft).length === 0 ? (draft as Agreement) : undefined;
}

/**
 * Refuses `study.outside-agreement-dates` when `today` is outside the days of the agreement: the processing has the duration that it says,
 * AVG art. 28(3), whatever a protocol says. Days that are not filled in yet bound nothing.
 */
export function refuseOutsideAgreement({ startsOn, endsOn }: AgreementDraft, today: Day): void {
  if (startsOn === undefined || endsOn === undefined) return;
  if (today < startsOn || today > endsOn) refuse('study.outside-agreement-dates', { startsOn, endsOn });
}
