/**
 * Every plain column of study.db and why it may stand readable; all other columns are sealed. Columns of a table with `mac` are bound
 * together by a MAC over all of them, version counter included, so that a changed one is found. This is the list to audit: a test
 * compares it with the real schema.
 */
export interface TableColumns {
  /** Name of the column -> the reason. */
  readonly plain: Readonly<Record<string, string>>;
  readonly sealed: readonly string[];
}

export const tables = {
  study: {
    plain: {
      id: 'random id, names the device secret',
      practice: 'whether the clock may be moved',
      practice_day: 'day-level date of a practice clock',
      created_on: 'day-level date',
      version: 'counter of the MAC',
    },
    sealed: [],
  },
  settings: { plain: { name: 'which setting: a fixed word, or that and a group code' }, sealed: ['sealed'] },
  groups: { plain: { code: 'group code', position: 'order on screen', version: 'counter of the MAC' }, sealed: [] },
  cases: {
    plain: {
      id: 'random id',
      group_code: 'group code',
      stratum: 'stratum code',
      channels: 'which channels can reach the case; the schedule needs it for all cases every day',
      state: 'open, restricted or final',
      final_code: 'disposition code',
      mode: 'mode of the interview, for the response table',
      final_on: 'day-level date',
      held_by: 'random id of the interviewer who has the case in hand',
      next_due: 'day on which something is due next',
      code_tag: 'keyed hash of the login code, so that a typed code is found',
      version: 'counter of the MAC',
    },
    sealed: ['case_key', 'contact', 'login_code', 'handed_key'],
  },
  attempts: {
    plain: {
      id: 'random id',
      case_id: 'random id',
      step: 'step of the protocol',
      channel: 'channel',
      on_day: 'day-level date',
      outcome: 'attempt outcome',
      appointment_on: 'day-level date',
      delivery_key: 'case and step: at most one delivery',
      batch_id: 'random id of the batch',
      version: 'counter of the MAC',
      daypart: 'part of the day of a call, so that the next one falls in another',
    },
    sealed: ['note'],
  },
  batches: {
    plain: {
      id: 'random id',
      group_code: 'group code',
      step: 'step of the protocol',
      made_on: 'day-level date',
      letters: 'count',
      posted_on: 'day-level date',
      version: 'counter of the MAC',
      kind: 'a fixed word: messages instead of letters, or letters that are printed again',
    },
    sealed: [],
  },
  handouts: {
    plain: {
      id: 'random id',
      kind: 'kind of file',
      made_on: 'day-level date',
      pieces: 'count',
      sha256: 'hash of the file',
    },
    sealed: ['path'],
  },
  drafts: {
    plain: {
      id: 'random id',
      case_id: 'random id',
      attempt_id: 'random id of the call in which it was begun, or nothing',
      begun_on: 'day-level date',
      mode: 'mode',
      language: 'language of the interview, needed to resume',
      version: 'counter of the MAC',
    },
    sealed: ['draft_key'],
  },
  draft_answers: { plain: { draft_id: 'random id', seq: 'count' }, sealed: ['answer'] },
  responses: { plain: { id: 'random id' }, sealed: ['key', 'content'] },
  links: { plain: { id: 'random id' }, sealed: ['sealed'] },
  intakes: {
    plain: {
      id: 'random id',
      group_code: 'group code',
      on_day: 'day-level date',
      sha256: 'hash of the source file',
      rows: 'count',
    },
    sealed: ['report'],
  },
  instructions: { plain: { nr: 'count', on_day: 'day-level date' }, sealed: ['text'] },
  case_requests: {
    plain: {
      nr: 'count',
      article: 'article of the law that is called upon',
      received_on: 'day-level date',
      state: 'open, executed or rejected',
      executed_on: 'day-level date',
      case_id: 'random id',
      version: 'counter of the MAC',
    },
    sealed: ['details'],
  },
  case_files: { plain: { handout_id: 'random id', request: 'number of the request' }, sealed: [] },
  removals: { plain: { id: 'random id', case_id: 'random id', asked_on: 'day-level date' }, sealed: [] },
  acquaintances: {
    plain: {
      id: 'random id',
      case_id: 'random id',
      person: 'random id of an interviewer who is not given this case: giving cases out looks at it for all of them',
    },
    sealed: [],
  },
  callbacks: {
    plain: {
      id: 'random id',
      case_id: 'random id',
      asked_on: 'day-level date',
      passed_on: 'day-level date',
      version: 'counter of the MAC',
    },
    sealed: ['note'],
  },
  seconds: { plain: { id: 'random id' }, sealed: ['key', 'content', 'link', 'details'] },
  returned_rows: {
    plain: {
      tag: 'keyed hash of the login code and the number and moment of a row: a platform exports the same row again every day',
      case_id:
        'random id; that this person answered on the web: it stands with the case too, unless theirs was a second answer',
    },
    sealed: [],
  },
  revoked_codes: {
    plain: {
      tag: 'keyed hash of a login code that was replaced, so that a typed one is known again',
      case_id: 'random id',
      revoked_on: 'day-level date',
    },
    sealed: [],
  },
  erased_cases: {
    plain: {
      group_code: 'group code',
      final_code: 'disposition code',
      mode: 'mode of the interview, or nothing',
      cases: 'count',
    },
    sealed: [],
  },
  erased_attempts: {
    plain: { group_code: 'group code', channel: 'channel', outcome: 'attempt outcome', attempts: 'count' },
    sealed: [],
  },
  epochs: {
    plain: {
      nr: 'count: which keys open the cases',
      on_day: 'day-level date',
      why: 'a fixed word: what it was turned for',
    },
    sealed: [],
  },
  journal: {
    plain: {
      seq: 'count',
      on_day: 'day-level date',
      person: 'random id of staff',
      act: 'name of the request',
      detail: 'counts and codes, no personal data',
      mac: 'chain',
    },
    sealed: [],
  },
  safeguards: {
    plain: {
      id: 'random id',
      kind: 'kind of safeguard',
      epoch: 'number of the epoch',
      sheet: 'number of a sheet: a short hash of a public key',
      made_on: 'day-level date',
      sha256: 'hash of the file',
      state: 'whether it counts',
      void_on: 'day-level date',
      version: 'counter of the MAC',
    },
    sealed: ['path'],
  },
  inventory: { plain: { nr: 'always 1', mac: 'over all rows and the end of the journal' }, sealed: [] },
} as const satisfies Record<string, TableColumns>;

export type TableName = keyof typeof tables;

/** The tables whose plain columns are bound by a MAC, with the columns in the order that the MAC covers. */
export const macColumns = {
  study: ['id', 'practice', 'practice_day', 'created_on', 'version'],
  groups: ['code', 'position', 'version'],
  cases: [
    'id',
    'group_code',
    'stratum',
    'channels',
    'state',
    'final_code',
    'mode',
    'final_on',
    'held_by',
    'next_due',
    'code_tag',
    'version',
  ],
  attempts: [
    'id',
    'case_id',
    'step',
    'channel',
    'on_day',
    'outcome',
    'appointment_on',
    'delivery_key',
    'batch_id',
    'version',
    'daypart',
  ],
  batches: ['id', 'group_code', 'step', 'made_on', 'letters', 'posted_on', 'version', 'kind'],
  handouts: ['id', 'kind', 'made_on', 'pieces', 'sha256'],
  drafts: ['id', 'case_id', 'attempt_id', 'begun_on', 'mode', 'language', 'version'],
  intakes: ['id', 'group_code', 'on_day', 'sha256', 'rows'],
  instructions: ['nr', 'on_day'],
  case_requests: ['nr', 'article', 'received_on', 'state', 'executed_on', 'case_id', 'version'],
  case_files: ['handout_id', 'request'],
  removals: ['id', 'case_id', 'asked_on'],
  acquaintances: ['id', 'case_id', 'person'],
  callbacks: ['id', 'case_id', 'asked_on', 'passed_on', 'version'],
  returned_rows: ['tag', 'case_id'],
  revoked_codes: ['tag', 'case_id', 'revoked_on'],
  erased_cases: ['group_code', 'final_code', 'mode', 'cases'],
  erased_attempts: ['group_code', 'channel', 'outcome', 'attempts'],
  epochs: ['nr', 'on_day', 'why'],
  safeguards: ['id', 'kind', 'epoch', 'sheet', 'made_on', 'sha256', 'state', 'void_on', 'version'],
} as const satisfies { readonly [T in TableName]?: readonly string[] };

export type MacTable = keyof typeof macColumns;

/** Columns at the end of a table that later steps added: one with nothing in it does not count, so that rows from before keep their marks. */
const addedLater: Readonly<Record<string, number>> = { attempts: 1, batches: 1 };

/** The values of a row as its marks count them; the values of added columns stand at the end. */
export function countedValues<V>(table: string, values: readonly V[]): readonly V[] {
  let end = values.length;
  const least = end - (addedLater[table] ?? 0);
  while (end > least && values[end - 1] === null) end -= 1;
  return values.slice(0, end);
}
