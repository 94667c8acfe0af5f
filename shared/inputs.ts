/** What an input of the contract is made of, as schemas: a day, a code, a file by its word, an agreement, a protocol. */
import { z } from 'zod';
import { type Day, findDay } from './calendar.ts';
import { callAgainOutcomes } from './study/calling.ts';
import type { CaseId } from './study/case.ts';
import { requestArticles, requestChannels } from './study/case-request.ts';
import { channels, contactFields, correctableFields } from './study/contact-data.ts';
import { callOutcomes } from './study/disposition.ts';
import { consentBases, type GroupCode } from './study/group.ts';
import { idleMinutes } from './study/idle-times.ts';
import { roles } from './study/person.ts';
import { enclosures, type Protocol, type StepId } from './study/protocol.ts';
import { missingKinds } from './study/questionnaire.ts';
import { specialCategories } from './study/special-category.ts';

/** The schema of a branded type: what it checks stays, what it gives is `T`. */
export const branded = <T>(schema: z.ZodType) => schema as unknown as z.ZodType<T, T>;
export const line = z.string().trim().min(1).max(500);
export const day = branded<Day>(z.string().refine((text) => findDay(text) !== undefined, 'a day, YYYY-MM-DD'));
export const code = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'a short code: a-z, 0-9 and hyphen');
export const group = branded<GroupCode>(code);
export const stepId = branded<StepId>(code);
export const id = z.string().min(1).max(64);
export const caseId = branded<CaseId>(id);
export const count = z.number().int().min(0);
/** A number of days; ten years at most, so that a day reckoned from it is a day. */
export const days = count.max(3653);
/** Asked at a prompt or on a screen; never an argument of a command, never stored. */
export const secret = z.string().min(1).max(1000).meta({ secret: true });

export const pin = z
  .string()
  .regex(/^\d{6}$/, '6 digits')
  .meta({ secret: true });

declare const fileBrand: unique symbol;
/** A file that the host (dialog, command line) offered to the office: the window has this word for it, never its path. */
export type SourceFile = string & { readonly [fileBrand]: 'source' };
export type TargetFile = string & { readonly [fileBrand]: 'target' };
declare const placeBrand: unique symbol;
/** A study in the list of recent ones: the window has this word for its folder, never the path. */
export type StudyPlace = string & { readonly [placeBrand]: true };
export const sourceFile = branded<SourceFile>(id.meta({ file: 'source' }));
export const targetFile = branded<TargetFile>(id.meta({ file: 'target' }));
export const place = branded<StudyPlace>(id);

export const person = z.object({
  name: line,
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  confidentialityOn: day,
  /** Only of whoever makes a study, and in a practice study; everyone else chooses their own at their first sign-in. */
  passphrase: secret.optional(),
});

export const newStudy = z.object({
  title: line,
  practice: z.boolean(),
  people: z.array(person).min(1).max(50),
  /** `chosen`: the folder that the host chose; `standard`: a new one in the standard place of this account. */
  where: z.enum(['chosen', 'standard']).default('chosen'),
});

export const newGroup = z.object({
  code: group,
  title: line,
  consentBasis: z.enum(consentBases),
  consentBasisByStratum: z.record(line, z.enum(consentBases)).default({}),
  asked: z.object({ text: line, source: line }).optional(),
  excludesMinors: z.boolean().default(true),
  postedByClient: z.boolean().default(false),
});

/** One of the two; a PIN only as long as the shift is open in which it was chosen. */
export const unlocking = z
  .object({ passphrase: secret.optional(), pin: pin.optional() })
  .refine((given) => (given.passphrase === undefined) !== (given.pin === undefined), 'a passphrase or a PIN');

/** Each field may be left out: what is given is added to what stands. */
export const agreement = z
  .object({
    subject: line,
    startsOn: day,
    endsOn: day,
    answersEndOn: day,
    purpose: line,
    allowedFields: z.array(z.enum(contactFields)).max(contactFields.length),
    specialCategories: z.array(z.enum(specialCategories)).max(specialCategories.length),
    peopleConcerned: line,
    documentReference: line,
    instructionsFrom: line,
    transferOutsideEea: z.boolean(),
    confidentiality: line,
    security: line,
    subProcessors: z.array(line).max(50),
    assistanceRequests: line,
    assistanceBreaches: line,
    afterEnd: z.enum(['erase', 'return']),
    afterEndDays: days,
    audit: line,
    unlawfulInstructions: line,
    signedOn: day,
    signedBy: line,
    client: line,
    clientContact: line,
    legalGround: line,
  })
  .partial();

export const bureau = z.object({
  name: line,
  returnAddress: line,
  place: line,
  /** Where a respondent can object; printed in every message. */
  objectTo: z.email(),
  /** The survey platform's address; the login code is appended as `?code=`. */
  webAddress: z.url({ protocol: /^https$/ }),
  /** Sub-processors of the agreement; absent: the bureau itself. */
  lettersPrintedBy: line.optional(),
  webPlatformBy: line.optional(),
});

export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time, HH:MM');

const windows = z.array(z.object({ from: time, to: time })).max(4);
const calling = z.object({
  windows: z.object({ 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows }),
  closedOn: z.array(day).max(100),
  againAfterDays: z.partialRecord(z.enum(callAgainOutcomes), z.number().int().min(1).max(365)),
  softRefusal: z.enum(['final', 'once-more']),
  targets: z.record(id, count.max(1_000_000)),
});

export const protocol = branded<Protocol>(
  z.object({
    startsOn: day,
    closesOn: day,
    steps: z
      .array(
        z.object({
          id: stepId,
          channel: z.enum(channels),
          afterDays: days,
          after: stepId.optional(),
          workingDays: z.boolean().optional(),
          on: day.optional(),
          for: z.object({
            has: z.array(z.enum(channels)).max(channels.length).optional(),
            lacks: z.array(z.enum(channels)).max(channels.length).optional(),
            strata: z.array(id).max(500).optional(),
            progress: z.enum(['not-started', 'started']).optional(),
          }),
          encloses: z.array(z.enum(enclosures)).max(enclosures.length).optional(),
          text: z.object({ subject: line, body: z.string().min(1).max(10_000) }).optional(),
        }),
      )
      .min(1)
      .max(50),
    callsMaximum: z.number().int().min(0).max(50),
    callAgainAfterDays: z.number().int().min(1).max(365),
    calling: calling.optional(),
    softLaunch: z.object({ percent: z.number().int().min(1).max(99) }).optional(),
  }),
);

export const call = z.object({
  outcome: z.enum(callOutcomes),
  note: z.string().max(2000).optional(),
  appointment: z.object({ on: day, at: time }).optional(),
  /** With `other-language`: the one they speak. */
  language: line.optional(),
  /** With `wrong-number` and `disconnected`: the place of the number among those of the person, from 0; absent: the first. */
  number: count.optional(),
});

/** How the mail host knows who sends; absent: it is a relay that asks nothing. */
const login = z.union([
  z.object({ kind: z.literal('password'), user: line, password: secret.optional() }),
  /** Microsoft 365: an application of the bureau's own tenant (client credentials). */
  z.object({ kind: z.literal('microsoft'), user: line, tenant: line, clientId: line, clientSecret: secret.optional() }),
  /** Google Workspace: a service account that may act for the mailbox. */
  z.object({ kind: z.literal('google'), user: line, serviceAccount: line, privateKey: secret.optional() }),
]);

export const mailHost = z.object({
  host: line,
  port: z.number().int().min(1).max(65535),
  secure: z.boolean(),
  login: login.optional(),
  from: z.email(),
  /** Replies and messages that come back are asked for here, with the key of the message in it: 'terug@bureau.nl' -> 'terug+key@bureau.nl'. */
  returnTo: z.email().optional(),
  /** Messages per minute. */
  pace: z.number().int().min(1).max(600).optional(),
  /** A sub-processor of the agreement; absent: the bureau itself. */
  providedBy: line.optional(),
});

/** The mailbox in which messages come back, by IMAP over TLS. */
export const mailbox = z.object({
  host: line,
  port: z.number().int().min(1).max(65535),
  login,
  folder: line.default('INBOX'),
});

/** What every letter of the study looks like. */
export const letterLayout = z.object({
  window: z.enum(['left', 'right']),
  /** Under the bureau's name, 'in opdracht van de gemeente …'. */
  onBehalfOf: line.optional(),
  largePrint: z.boolean(),
  /** Languages in which one line says that there is help with this letter. */
  helpIn: z.array(line).max(12),
  /** How whoever gets it can check that it is real: a telephone number, a page of the client. */
  checkedAt: line.optional(),
  /** Freepost address of the slip. */
  slipTo: line.optional(),
});

/** How a letter came back. */
export const returnKinds = ['undeliverable', 'moved', 'refused', 'deceased'] as const;

const idle = z.number().int().min(idleMinutes.least).max(idleMinutes.most);
export const idleTimes = z.object({ manager: idle, researcher: idle, interviewer: idle, officer: idle });

/** Number of a request, an instruction: from 1. */
export const nr = z.number().int().min(1);

/** A request of a person concerned, as it came in. */
export const caseRequest = z.object({
  article: z.enum(requestArticles),
  receivedOn: day,
  channel: z.enum(requestChannels),
});

/** What becomes known of a request; each is added to what stands. */
export const requestProgress = z.object({
  nr,
  caseId: caseId.optional(),
  /** Name of staff. */
  identityCheckedBy: line.optional(),
  forwardedOn: day.optional(),
  instruction: nr.optional(),
});

/** Contact data as someone corrects them, field by field as in an extract; empty: what stood there was wrong and goes. */
export const corrections = z.partialRecord(z.enum(correctableFields), z.string().trim().max(200));

/** What an interviewer typed or chose; read against the item by the office. null: taken back. */
export const typed = z.union([
  z.string().max(10_000),
  z.number(),
  z.array(z.string().max(200)).max(200),
  z.object({ kind: z.literal('missing'), missing: z.enum(missingKinds) }),
  z.null(),
]);
