/** The English sentence for each fault in a questionnaire workbook: where it is, what to mend and why. */
import type { QuestionnaireFault } from '../../shared/problem.ts';
import { grammarOf } from './grammar.ts';

const { quoted } = grammarOf('en');

/** Where it is and what to mend, in one sentence: 'Sheet “survey”, row 5, column “name”: …'. */
export function questionnaireFaultEn(found: QuestionnaireFault): string {
  const { sheet, row, column } = found;
  const places = [
    ...(sheet === undefined ? [] : [`sheet ${quoted(sheet)}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${quoted(column)}`]),
  ];
  const place = places.length === 0 ? 'the workbook' : places.join(', ');
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${adviceOfFaultEn(found)}.`;
}

/** What to mend and why, without the place and without a full stop: for a list that has the place in columns of its own. */
export function adviceOfFaultEn({ fault, what, at }: QuestionnaireFault): string {
  return faultAdvice[fault](what === undefined ? undefined : quoted(what), at);
}

const faultAdvice: Readonly<
  Record<QuestionnaireFault['fault'], (what: string | undefined, at: number | undefined) => string>
> = {
  'sheet-missing': () => 'add this sheet and fill it, because it is missing or empty',
  'column-missing': () => 'add this column and fill it, because it is missing or empty',
  'type-unsupported': (what) =>
    what === undefined
      ? 'fill in what type of question this is'
      : `choose another type, because Veldwerk does not know ${what}`,
  'name-missing': () => 'give this row a name',
  'name-invalid': (what = 'this name') =>
    `change ${what}, because a name begins with a letter and has only letters, digits, points and the signs - and _`,
  'name-twice': (what = 'this name') => `choose another name, because ${what} is already there`,
  'list-unknown': (what) =>
    what === undefined
      ? 'put the name of a list on the sheet “choices” after the type'
      : `put ${what} on the sheet “choices”, or correct the name of the list`,
  'choice-invalid': (what) =>
    what === undefined
      ? 'fill this cell, because a choice needs a list and a name'
      : `change ${what}, because the name of a choice has no spaces`,
  'choice-twice': (what = 'this name') => `choose another name, because ${what} is already in this list`,
  'label-missing': (what) => (what === undefined ? 'fill in the text' : `fill in the text for the language ${what}`),
  'group-unbalanced': (what = 'this group') => `let ${what} begin once and end once, with the same name`,
  'expression-invalid': (what, at) => {
    const sign = at === undefined ? '' : `, from character ${at}`;
    if (what !== undefined) return `correct what is here at ${what}${sign}, because Veldwerk cannot read it`;
    return at === undefined ? 'fill in a calculation' : `complete this calculation or condition${sign}`;
  },
  'reference-unknown': (what = 'this name') =>
    `refer to another question, because ${what} is no question with an answer`,
  'reference-cycle': (what = 'this name') =>
    `remove the reference to ${what}, because the question depends on itself this way`,
  'reference-forward': (what = 'the other question') =>
    `move ${what} to an earlier place, or remove the reference, because that question comes later`,
  'value-unsupported': (what = 'what is here') =>
    `remove ${what} or change it, because Veldwerk has no use for it in this place`,
  'column-unsupported': () =>
    'remove this column or change its header, because Veldwerk does not know it or it is there twice',
  'function-unknown': (what = 'this function') =>
    `write this without ${what}, because Veldwerk does not know that function`,
  'arguments-count': (what = 'the function') =>
    `check what is between the brackets of ${what}, because there is too much or too little`,
  'pattern-unsupported': () =>
    'write the pattern out between quotes and make it simpler, because Veldwerk cannot read this one',
  'expression-too-large': () => 'make this shorter or divide it, because it could take too long',
  'name-reserved': (what = 'this name') =>
    `choose another name than ${what}, because names that begin with “contact.” are for contact data`,
  'other-untranslated': (what = 'a column') =>
    `put the text for “or_other” in ${what}, because Veldwerk has no words for that language`,
  'other-with-filter': () =>
    'remove “or_other” or the filter, or make a choice “other” yourself on the sheet “choices”, because they do not go together',
  'other-in-grid': () =>
    'remove “or_other” or move the question out of the grid, because a grid has no place for an answer in own words',
  'grid-heading': () =>
    'remove this row and put “table-list” in the column “appearance” of the group, because this is the heading of a grid and no question',
  'grid-mixed': (what = 'this grid') =>
    `give this question the same type and the same choices as the other questions in ${what}, or move it out`,
  'choice-unknown': (what = 'this name') => `correct ${what}, because none of the choices has that name`,
  'filter-column-unknown': (what = 'this column') =>
    `add ${what} as a column on the sheet “choices”, or correct the name in the filter`,
  'default-invalid': (what = 'what is here') => `change ${what}, because it can be no answer to this question`,
  'kinds-mismatch': (what = 'what is here') =>
    `change ${what}, because it can never be right here: it is no number or day`,
  'contact-field-unknown': (what = 'this') =>
    `remove or correct ${what}, because it is no contact data that may be in a text`,
  'contact-field-not-allowed': (what = 'this') =>
    `remove ${what}, or agree on it with the client, because the processor agreement does not allow it`,
  'contact-in-condition': (what = 'this') =>
    `remove ${what}, because contact data may be in texts but not in conditions`,
  'text-too-long': () => 'make this text shorter, or refer to other questions less often',
  'condition-never': () => 'change the condition, because it holds for no answer at all: the question is never asked',
  'constraint-never': () => 'change what the answer has to meet, because no answer at all can meet it',
};
