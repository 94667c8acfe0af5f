/** Problems at random, of every name, for laws about what is said of them. A problem without an arbitrary does not compile. */
import fc from 'fast-check';
import { addDays, day } from '../../shared/calendar.ts';
import { messageFields } from '../../shared/contact/message.ts';
import { type Contract, contract } from '../../shared/contract.ts';
import type { Problem, ProblemName, Problems, QuestionnaireFault } from '../../shared/problem.ts';
import type { Agreement } from '../../shared/study/agreement.ts';
import { requestArticles } from '../../shared/study/case-request.ts';
import type { Expected } from '../../shared/study/check-answer.ts';
import { contactFields } from '../../shared/study/contact-data.ts';
import { keyNames, roles } from '../../shared/study/person.ts';
import { specialCategories } from '../../shared/study/special-category.ts';

/** Every member of a union, once: a record cannot leave one out. */
const each = <K extends string>(members: Readonly<Record<K, true>>) => Object.keys(members) as K[];

export const agreementProperties = each<keyof Agreement>({
  subject: true,
  startsOn: true,
  endsOn: true,
  answersEndOn: true,
  purpose: true,
  allowedFields: true,
  specialCategories: true,
  peopleConcerned: true,
  documentReference: true,
  instructionsFrom: true,
  transferOutsideEea: true,
  confidentiality: true,
  security: true,
  subProcessors: true,
  assistanceRequests: true,
  assistanceBreaches: true,
  afterEnd: true,
  afterEndDays: true,
  audit: true,
  unlawfulInstructions: true,
  signedOn: true,
  signedBy: true,
  client: true,
  clientContact: true,
  legalGround: true,
});

export const questionnaireFaults = each<QuestionnaireFault['fault']>({
  'sheet-missing': true,
  'column-missing': true,
  'type-unsupported': true,
  'name-missing': true,
  'name-invalid': true,
  'name-twice': true,
  'list-unknown': true,
  'choice-invalid': true,
  'choice-twice': true,
  'label-missing': true,
  'group-unbalanced': true,
  'expression-invalid': true,
  'reference-unknown': true,
  'reference-cycle': true,
  'reference-forward': true,
  'value-unsupported': true,
  'column-unsupported': true,
  'function-unknown': true,
  'arguments-count': true,
  'pattern-unsupported': true,
  'expression-too-large': true,
  'name-reserved': true,
  'other-untranslated': true,
  'other-with-filter': true,
  'other-in-grid': true,
  'grid-mixed': true,
  'grid-heading': true,
  'choice-unknown': true,
  'filter-column-unknown': true,
  'default-invalid': true,
  'kinds-mismatch': true,
  'contact-field-unknown': true,
  'contact-field-not-allowed': true,
  'contact-in-condition': true,
  'text-too-long': true,
  'condition-never': true,
  'constraint-never': true,
});

const expectedAnswers = each<Expected>({
  'no-answer': true,
  text: true,
  'shorter-text': true,
  'whole-number': true,
  number: true,
  day: true,
  choice: true,
  choices: true,
  order: true,
  agreement: true,
  'choice-alone': true,
  constraint: true,
});

const anyDay = fc.nat(20_000).map((days) => addDays(day('2000-01-01'), days));
const anyCount = fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(2_000_000));
const anyNumber = anyCount.map((count) => count + 1);
/** A name that means nothing in any language; now and then a long one or one with line breaks in it. */
const anyName = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[q-z]{1,4}_[0-9]{1,4}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[q-z]{61,200}$/) },
  { weight: 1, arbitrary: fc.constantFrom('q_1\nq_2', 'q\u001b[31m_3', 'q_4\u202e', 'q “_5”') },
);
const some = <T>(one: fc.Arbitrary<T>, maxLength = 30) => fc.array(one, { minLength: 1, maxLength });
const nothing = fc.constant({});

const anyFault: fc.Arbitrary<QuestionnaireFault> = fc.record(
  {
    fault: fc.constantFrom(...questionnaireFaults),
    sheet: anyName,
    row: anyNumber,
    column: anyName,
    what: fc.oneof(anyName, fc.constant('or_other')),
    at: anyNumber,
  },
  { requiredKeys: ['fault'] },
);

/** Places of words on a recovery sheet. */
const anyPlaces = fc.subarray([1, 2, 5, 9, 16, 17], { minLength: 1 });

const details: { readonly [N in ProblemName]: fc.Arbitrary<Problems[N]> } = {
  'request.unknown': fc.record({ request: anyName }),
  'request.input-invalid': fc.record({
    field: fc.oneof(anyName, fc.constant('(input)')),
    expected: fc.oneof(
      fc.constantFrom('JSON', 'a day, YYYY-MM-DD', 'Invalid input', 'Invalid option: expected one of "q_1"|"q_2"'),
      fc.constantFrom('no secret in an argument: it is asked for', 'a prompt, or the environment variable VELDWERK_X'),
      anyNumber.map((bound) => `Too small: expected string to have >=${bound} characters`),
    ),
  }),
  'session.nobody-signed-in': nothing,
  'session.already-signed-in': nothing,
  'session.wrong-name-or-passphrase': nothing,
  'session.wait': fc.record({ seconds: anyNumber }),
  'session.not-active-yet': fc.record({ from: anyDay }),
  'session.study-ended': fc.record({ endsOn: anyDay }),
  'session.locked': nothing,
  'session.wrong-pin': fc.record({ left: fc.integer({ min: 1, max: 2 }) }),
  'session.pin-gone': nothing,
  'session.pin-without-shift': nothing,
  'session.pin-only-interviewer': nothing,
  'session.pin-too-easy': nothing,
  'session.keys-gone': nothing,
  'session.role-not-allowed': fc.record({
    request: fc.oneof(fc.constantFrom(...(Object.keys(contract) as (keyof Contract)[])), anyName),
    roles: fc.subarray([...roles], { minLength: 1 }),
  }),
  'session.choose-passphrase': nothing,
  'session.key-awaited': fc.record({
    key: fc.constantFrom('study', 'contact', 'draft', 'link', 'answers'),
  }),
  'recovery.file-unreadable': fc.record({ file: fc.constantFrom('recovery-file', 'backup') }),
  'recovery.other-sheet': fc.record({ needed: fc.constant('7F3KQ'), typed: fc.constant('MX2CD') }),
  'recovery.files-differ': fc.oneof(
    fc.record({ what: fc.constant('study' as const) }),
    fc.record({
      what: fc.constant('epoch' as const),
      older: fc.constantFrom('recovery-file' as const, 'backup' as const),
    }),
  ),
  'recovery.void': nothing,
  'recovery.words-faulty': fc.record({
    fault: fc.oneof(
      fc.record({ kind: fc.constant('count' as const), typed: anyNumber, expected: fc.constant(17) }),
      fc.record({ kind: fc.constant('unknown-words' as const), places: anyPlaces }),
      fc.record({ kind: fc.constant('check' as const) }),
    ),
  }),
  'recovery.words-differ': fc.record({ places: anyPlaces }),
  'recovery.steps-unanswered': fc.record({ steps: anyNumber }),
  'recovery.not-confirmed': nothing,
  'recovery.no-sheet': nothing,
  'recovery.no-sheet-made': nothing,
  'recovery.not-reconciled': fc.record({ since: anyDay }),
  'study.none-open': nothing,
  'study.folder-not-empty': nothing,
  'study.folder-synchronised': fc.record({
    by: fc.constantFrom('OneDrive', 'Google Drive', 'another-service', 'network'),
  }),
  'study.not-found': nothing,
  'study.device-secret-missing': nothing,
  'study.damaged': fc.record({ where: anyName }),
  'study.made-by-newer-version': nothing,
  'study.open-elsewhere': nothing,
  'study.destroyed': nothing,
  'study.clock-is-real': nothing,
  'study.clock-backwards': fc.record({ stands: anyDay, today: anyDay }, { requiredKeys: ['stands'] }),
  'study.outside-agreement-dates': fc.record({ startsOn: anyDay, endsOn: anyDay }),
  'study.agreement-incomplete': fc.record({ missing: fc.subarray(agreementProperties, { minLength: 1 }) }),
  'study.agreement-dates-reversed': nothing,
  'study.answers-end-out-of-range': fc.record({ from: anyDay, until: anyDay }, { requiredKeys: ['from'] }),
  'study.contact-ended': fc.record({ endsOn: anyDay }),
  'study.answers-ended': fc.record({ answersEndOn: anyDay }),
  'study.agreement-in-force': nothing,
  'study.sub-processor-not-listed': fc.record({ party: anyName }),
  'study.name-taken': nothing,
  'study.person-unknown': nothing,
  'study.passphrase-for-another': nothing,
  'study.not-signed-in-yet': nothing,
  'study.only-holder': fc.record({ keys: fc.subarray([...keyNames], { minLength: 1 }) }),
  'study.too-few-holders': fc.record({ keys: fc.subarray([...keyNames], { minLength: 1 }) }),
  'study.not-yourself': nothing,
  'study.case-in-hand': nothing,
  'study.unlinked': nothing,
  'study.passphrase-same': nothing,
  'contact.no-shift': nothing,
  'contact.shift-hour-over': nothing,
  'study.passphrase-too-short': fc.record({ atLeast: anyNumber }),
  'study.first-people-incomplete': fc.record({ missing: fc.subarray([...roles], { minLength: 1 }) }),
  'study.group-unknown': fc.record({ group: anyName }),
  'study.group-exists': fc.record({ group: anyName }),
  'study.group-not-ready': fc.record({ group: anyName, missing: fc.constantFrom('questionnaire', 'protocol') }),
  'study.changed-meanwhile': nothing,
  'file.not-found': fc.record({ file: anyNumber }, { requiredKeys: [] }),
  'file.kind-unsupported': fc.record(
    { supported: some(fc.constantFrom('.xlsx', '.csv', '.txt'), 3), file: anyNumber },
    { requiredKeys: ['supported'] },
  ),
  'file.too-large': fc.record(
    {
      limit: fc.constantFrom('20 MB', '100000 × 200', '200 (zip)', '100 MB (zip)', '200 : 1 (zip)'),
      file: anyNumber,
    },
    { requiredKeys: ['limit'] },
  ),
  'file.reader-stopped': fc.oneof(
    fc.record(
      { reason: fc.constantFrom('time', 'memory', 'unreadable'), file: anyNumber },
      { requiredKeys: ['reason'] },
    ),
    fc.record(
      { reason: fc.constant('unreadable'), row: anyNumber, file: anyNumber },
      { requiredKeys: ['reason', 'row'] },
    ),
  ),
  'file.empty': fc.record({ file: anyNumber }, { requiredKeys: [] }),
  'file.has-macros': fc.record({ file: anyNumber }, { requiredKeys: [] }),
  'file.password-needed': fc.record({ file: anyNumber }, { requiredKeys: [] }),
  'file.password-wrong': fc.record({ file: anyNumber }, { requiredKeys: [] }),
  'file.exists': nothing,
  'file.not-written': nothing,
  'intake.citizen-service-number': fc.record(
    {
      file: anyNumber,
      sheet: anyNumber,
      column: fc.constantFrom('A', 'C', 'AA'),
      recognisedBy: fc.constantFrom('header', 'content'),
    },
    { requiredKeys: ['file', 'column', 'recognisedBy'] },
  ),
  'intake.columns-missing': fc.record({ file: anyNumber, fields: fc.subarray([...contactFields], { minLength: 1 }) }),
  'intake.column-undecided': fc.record({
    file: anyNumber,
    columns: fc.subarray(['A', 'C', 'AA'], { minLength: 1 }),
  }),
  'intake.file-changed': fc.record({ file: anyNumber }),
  'intake.file-taken-before': fc.record({ file: anyNumber }),
  'intake.special-category': fc.record(
    {
      file: anyNumber,
      sheet: anyNumber,
      column: fc.constantFrom('A', 'C', 'AA'),
      category: fc.constantFrom(...specialCategories),
    },
    { requiredKeys: ['file', 'column', 'category'] },
  ),
  'intake.sheet-unknown': fc.record({ file: anyNumber, sheet: anyNumber }),
  'intake.consent-text-missing': nothing,
  'intake.undecided': fc.record({ questions: anyNumber }),
  'intake.cancelled': nothing,
  'intake.delivery-unknown': nothing,
  'intake.contacted-already': fc.record({ people: anyNumber }),
  'questionnaire.faulty': fc.record({ faults: some(anyFault, 60) }),
  'schedule.protocol-faulty': fc.record({
    step: anyName,
    fault: fc.constantFrom(
      ...([
        'text-missing',
        'before-start',
        'after-closing',
        'twice',
        'dates',
        'in-use',
        'after-unknown',
        'in-a-circle',
        'window',
      ] as const),
    ),
  }),
  'contact.nothing-due': fc.record({ nextDue: anyDay }, { requiredKeys: [] }),
  'contact.letters-do-not-fit': fc.record({
    letters: anyNumber,
    part: fc.constantFrom(
      'letterhead',
      'help',
      'address',
      'subject',
      'paragraphs',
      'code',
      'link',
      'questionnaire',
      'slip',
    ),
    fault: fc.constantFrom('too-long', 'unprintable'),
  }),
  'contact.appointment-missing': nothing,
  'contact.appointment-outside': fc.record({ from: anyDay, until: anyDay }),
  'contact.code-unknown': nothing,
  'contact.halted': fc.record({ isWholeStudy: fc.boolean() }),
  'contact.no-case-in-hand': nothing,
  'contact.case-final': nothing,
  'contact.batch-unknown': nothing,
  'contact.batch-already-posted': nothing,
  'contact.batch-partly-gone': nothing,
  'contact.searches-too-many': fc.record({ seconds: anyNumber }),
  'contact.letters-to-take-out': fc.record({ letters: fc.integer({ min: 1, max: 5000 }) }),
  'contact.mail-host-missing': nothing,
  'contact.texts-incomplete': fc.record({
    missing: fc.oneof(some(anyName), fc.constant(['bureau']), fc.constant(['bureau', messageFields[0], '{{'])),
  }),
  'interview.entries-differ': fc.record({ items: some(anyName, 80) }),
  'interview.entry-impossible': fc.record({
    why: fc.constantFrom('in-hand' as const, 'answered' as const, 'ended' as const, 'restricted' as const),
  }),
  'interview.not-an-entry': nothing,
  'interview.participants-only-at-visit': nothing,
  'interview.no-visits': nothing,
  'interview.seconds-undecided': fc.record({ seconds: fc.integer({ min: 1, max: 2000 }) }),
  'interview.returns-mapping': fc.record({ header: anyName, target: anyName }),
  'interview.second-unknown': nothing,
  'contact.outside-call-window': fc.record(
    { on: anyDay, from: fc.constantFrom('09:30', '10:00') },
    { requiredKeys: [] },
  ),
  'contact.ended-meanwhile': fc.record({ why: fc.constantFrom('answered', 'stopped') }),
  'contact.code-revoked': nothing,
  'contact.caller-not-opened': fc.record({
    why: fc.constantFrom('in-hand', 'answered', 'ended', 'restricted', 'acquainted', 'own-interview'),
  }),
  'contact.language-missing': nothing,
  'contact.mail-host-refused': fc.record({
    step: fc.constantFrom('reached', 'tls', 'login', 'sender', 'sent'),
    code: fc.constantFrom('550', '421', 'unreachable', 'certificate-expired'),
  }),
  'contact.mailbox-missing': nothing,
  'contact.mailbox-refused': fc.record({
    step: fc.constantFrom('reached', 'tls', 'login', 'folder'),
    code: fc.constantFrom('unreachable', 'login'),
  }),
  'contact.replies-unreadable': nothing,
  'contact.not-a-letter': nothing,
  'contact.never-sent': fc.record({ channel: fc.constantFrom('letter', 'email') }),
  'contact.letters-cancelled': nothing,
  'contact.letters-not-as-stored': fc.record({ letters: anyNumber }),
  'contact.batch-unfinished': nothing,
  'contact.nothing-to-undo': nothing,
  'contact.slip-empty': nothing,
  'contact.enclosure-missing': fc.record({ what: fc.constantFrom('questionnaire', 'slip-address') }),
  'schedule.step-unknown': fc.record({ step: anyName }),
  'contact.returns-old': fc.record(
    { group: anyName, lastOn: anyDay, withinDays: fc.nat({ max: 60 }) },
    { requiredKeys: ['group', 'withinDays'] },
  ),
  'contact.number-unreadable': nothing,
  'contact.callback-unknown': nothing,
  'study.script-field-unknown': fc.record({ field: anyName }),
  'study.questionnaire-version-used': fc.record({ version: anyName }),
  'study.paper-cancelled': nothing,
  'study.paper-unprintable': fc.record({
    language: anyName,
    items: fc.array(anyName, { maxLength: 60 }),
  }),
  'study.structure-impossible': fc.record({
    item: anyName,
    why: fc.constantFrom('kind' as const, 'expression' as const, 'too-long' as const),
  }),
  'interview.none-begun': nothing,
  'interview.not-this-item': fc.record({ item: anyName }),
  'interview.answer-invalid': fc.record({ item: anyName, expected: fc.constantFrom(...expectedAnswers) }),
  'interview.items-open': fc.record({ items: some(anyName, 80) }),
  'interview.answers-clash': fc.record({ items: some(anyName, 80) }),
  'interview.returns-columns': fc.oneof(
    fc.record({ missing: some(anyName, 80), twice: fc.array(anyName) }),
    fc.record({ missing: fc.constant([]), twice: some(anyName) }),
  ),
  'export.nothing-to-export': nothing,
  'export.instruction-unknown': fc.record({ nr: anyCount }),
  'export.done-before': nothing,
  'session.colleague-needed': fc.record({ role: fc.constantFrom(...roles) }),
  'case.request-unknown': fc.record({ nr: anyNumber }),
  'case.request-closed': fc.record({ nr: anyNumber }),
  'case.request-of-other-article': fc.record({ nr: anyNumber, article: fc.constantFrom(...requestArticles) }),
  'case.request-without-case': fc.record({ nr: anyNumber }),
  'case.identity-unchecked': fc.record({ nr: anyNumber }),
  'case.instruction-missing': fc.record({ nr: anyNumber }),
  'case.look-up-too-short': fc.record({ atLeast: anyNumber }),
  'case.nothing-to-correct': nothing,
  'case.field-refused': fc.record({
    field: fc.constantFrom(...contactFields),
    why: fc.constantFrom('not-allowed', 'unreadable'),
  }),
  'case.restricted-already': nothing,
  'case.not-restricted': nothing,
  'export.removals-waiting': fc.oneof(
    fc.record({ removals: anyNumber, restricted: anyCount }),
    fc.record({ removals: fc.constant(0), restricted: anyNumber }),
  ),
  'destruction.letters-unposted': fc.record({ batches: anyNumber }),
  'destruction.files-elsewhere': fc.record({ files: anyNumber }),
  'destruction.not-confirmed': nothing,
  'destruction.agreement-missing': nothing,
  'file.inside-study-folder': nothing,
  'study.nothing-to-pass-on': nothing,
  'study.work-going-on': nothing,
  'study.in-use': nothing,
  'study.set-up-unreadable': nothing,
  'destruction.instruction-unknown': fc.record({ nr: anyCount }),
  'destruction.answers-missing': fc.record({
    questions: fc.subarray(
      ['delivered-files', 'system-backups', 'printed-letters', 'mailboxes', 'survey-platform', 'sub-processors'],
      { minLength: 1 },
    ),
  }),
  'destruction.control-failed': fc.record({ canaries: anyNumber, found: anyCount }),
  'destruction.traces-found': fc.record({ found: anyNumber, files: anyNumber }),
};

export const problemNames = Object.keys(details) as readonly ProblemName[];

/** Problems of one name. */
export function anyProblem(name: ProblemName): fc.Arbitrary<Problem> {
  const detail = details[name] as fc.Arbitrary<object>;
  return detail.map((given) => ({ problem: name, ...given }) as Problem);
}
