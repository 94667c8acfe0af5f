/** The questionnaires of the practice study as rows of XLSForm sheets, in Dutch and English. */

/** A text in Dutch and in English. */
export type Words = readonly [nl: string, en: string];

export interface Extras {
  readonly hint?: Words;
  readonly relevant?: string;
  readonly required?: boolean;
  /** To the interviewer; not read aloud. */
  readonly instruction?: Words;
}

export interface Row extends Extras {
  readonly type: string;
  readonly name?: string;
  readonly label?: Words;
  readonly appearance?: string;
  readonly calculation?: string;
  readonly constraint?: string;
  readonly constraintMessage?: Words;
  /** Only numbers: what may be answered; the constraint says the same. */
  readonly between?: readonly [low: number, high: number];
  /** Only select_multiple: the choice that goes with no other; the constraint says the same. */
  readonly alone?: string;
  /** Only texts: the text of 'other, namely', a few words. */
  readonly namely?: true;
}

export interface ListedChoice {
  readonly name: string;
  readonly label: Words;
  readonly missing?: 'dont-know' | 'refused' | 'does-not-apply';
  readonly positive?: true;
  /** How often it is chosen in the practice study, next to the others; 2 when left out. */
  readonly weight?: number;
}
export type ChoiceLists = Readonly<Record<string, readonly ListedChoice[]>>;

export interface Form {
  readonly title: string;
  readonly formId: string;
  readonly version: string;
  readonly survey: readonly Row[];
  readonly choices: ChoiceLists;
}

export const note = (name: string, label: Words, extras: Extras = {}): Row => ({
  type: 'note',
  name,
  label,
  ...extras,
});

/** The answer to an earlier item, in a condition or in a text: '${item}'. */
export const answerOf = (item: string): string => `\${${item}}`;

export const calculate = (name: string, calculation: string): Row => ({ type: 'calculate', name, calculation });

/** A section (begin_group, end_group) around `rows`. */
export function section(name: string, label: Words, rows: readonly Row[], extras: Extras = {}): readonly Row[] {
  return [{ type: 'begin_group', name, label, ...extras }, ...rows, { type: 'end_group' }];
}

export const open = (name: string, label: Words, extras: Extras = {}): Row => {
  return { type: 'text', name, label, appearance: 'multiline', ...extras };
};

/** The text beside the choice 'anders' of the item `of`, which is select_one or select_multiple. */
export function namely(of: Row): Row {
  const relevant = of.type.startsWith('select_multiple')
    ? `selected(${answerOf(of.name!)}, 'anders')`
    : `${answerOf(of.name!)} = 'anders'`;
  return {
    type: 'text',
    name: `${of.name}_anders`,
    label: ['Anders, namelijk:', 'Other, namely:'],
    relevant,
    namely: true,
  };
}

export const one = (list: string, name: string, label: Words, extras: Extras = {}): Row => {
  return { type: `select_one ${list}`, name, label, ...extras };
};

/** `alone`: the choice that goes with no other, 'geen'. */
export function many(list: string, name: string, label: Words, alone?: string): Row {
  const hint: Words = ['U mag meer antwoorden kiezen.', 'You may choose more than one answer.'];
  const row: Row = { type: `select_multiple ${list}`, name, label, hint };
  if (alone === undefined) return row;
  return {
    ...row,
    alone,
    constraint: `not(selected(., '${alone}') and count-selected(.) > 1)`,
    constraintMessage: ['Dit antwoord kan niet samen met een ander.', 'This answer does not go with another.'],
  };
}

/** A statement on the five-point agreement scale; `eens_geen` has 'no opinion / does not apply' as well. */
export const statement = (list: 'eens' | 'eens_geen', name: string, label: Words, extras: Extras = {}): Row => {
  return { type: `select_one ${list}`, name, label, appearance: 'likert', ...extras };
};

export const stars = (name: string, label: Words, extras: Extras = {}): Row => {
  const hint: Words = ['1 ster is slecht, 5 sterren is heel goed.', '1 star is poor, 5 stars is very good.'];
  return { type: 'select_one sterren', name, label, hint, appearance: 'stars', ...extras };
};

export function number(name: string, label: Words, between: readonly [number, number], extras: Extras = {}): Row {
  const [low, high] = between;
  return {
    type: 'integer',
    name,
    label,
    between,
    constraint: `. >= ${low} and . <= ${high}`,
    constraintMessage: [
      `Vul een heel getal in van ${low} tot en met ${high}.`,
      `Enter a whole number from ${low} to ${high}.`,
    ],
    ...extras,
  };
}

const nl = 'Nederlands (nl)';
const en = 'English (en)';
const twice = (column: string): readonly string[] => [`${column}::${nl}`, `${column}::${en}`];
const yes = (value: boolean | undefined): string => (value === true ? 'yes' : '');

/** The sheets survey, choices and settings. */
export function formSheets(form: Form): Readonly<Record<string, readonly (readonly string[])[]>> {
  const survey = form.survey.map((row) => [
    row.type,
    row.name ?? '',
    ...(row.label ?? ['', '']),
    ...(row.hint ?? ['', '']),
    yes(row.required),
    row.relevant ?? '',
    row.constraint ?? '',
    ...(row.constraintMessage ?? ['', '']),
    row.calculation ?? '',
    row.appearance ?? '',
    ...(row.instruction ?? ['', '']),
  ]);
  const choices = Object.entries(form.choices).flatMap(([list, of]) =>
    of.map((choice) => [list, choice.name, ...choice.label, choice.missing ?? '', yes(choice.positive)]),
  );
  return {
    survey: [
      [
        ...['type', 'name', ...twice('label'), ...twice('hint'), 'required', 'relevant', 'constraint'],
        ...[...twice('constraint_message'), 'calculation', 'appearance', ...twice('instruction')],
      ],
      ...survey,
    ],
    choices: [['list_name', 'name', ...twice('label'), 'missing', 'positive'], ...choices],
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      [form.title, form.formId, form.version, nl],
    ],
  };
}
