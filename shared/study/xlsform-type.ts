/** The `type` cell of a row of an XLSForm survey. */
import type { ItemKind } from './questionnaire.ts';

export type RowType =
  | { readonly kind: 'item'; readonly item: Exclude<ItemKind, 'select-one' | 'select-multiple' | 'rank'> }
  | {
      readonly kind: 'select';
      readonly item: 'select-one' | 'select-multiple' | 'rank';
      readonly list: string;
      /** XLSForm's shorthand for "other, namely"; never of a rank. */
      readonly orOther: boolean;
    }
  | { readonly kind: 'begin-group' }
  | { readonly kind: 'end-group' }
  /** `lacksList`: a closed question that does not say which choices it has. */
  | { readonly kind: 'unsupported'; readonly lacksList?: true };

const simpleTypes: Readonly<Record<string, RowType>> = {
  text: { kind: 'item', item: 'text' },
  string: { kind: 'item', item: 'text' },
  integer: { kind: 'item', item: 'integer' },
  int: { kind: 'item', item: 'integer' },
  decimal: { kind: 'item', item: 'decimal' },
  date: { kind: 'item', item: 'date' },
  note: { kind: 'item', item: 'note' },
  acknowledge: { kind: 'item', item: 'acknowledge' },
  trigger: { kind: 'item', item: 'acknowledge' },
  calculate: { kind: 'item', item: 'calculate' },
  'begin group': { kind: 'begin-group' },
  'end group': { kind: 'end-group' },
};

const selectForms: readonly (readonly [item: 'select-one' | 'select-multiple' | 'rank', form: RegExp])[] = [
  ['select-one', /^(?:add )?(?:select one|select1)(?: from| prompt using)? (\S+)( or other| or specify other)?$/i],
  [
    'select-multiple',
    /^(?:add )?(?:select multiple|select all that apply)(?: from| prompt using)? (\S+)( or other| or specify other)?$/i,
  ],
  ['rank', /^rank(?: from)? (\S+)$/i],
];

/** What `cell` says, with `_` and spaces alike and in any case but for the name of a list. */
export function readType(cell: string): RowType {
  const words = cell.trim().replaceAll(/\s+/g, ' ');
  const plain = words.replaceAll('_', ' ').toLowerCase();
  if (Object.hasOwn(simpleTypes, plain)) return simpleTypes[plain]!;
  const select = words.replace(/^(add )?select_(one|multiple)\b/i, '$1select $2').replace(/ or_other$/i, ' or other');
  for (const [item, form] of selectForms) {
    const [, list, orOther] = form.exec(select) ?? [];
    if (list !== undefined) return { kind: 'select', item, list, orOther: orOther !== undefined };
  }
  const lacksList = /^(?:select one|select1|select multiple|rank)(?: from)?$/.test(plain);
  return lacksList ? { kind: 'unsupported', lacksList } : { kind: 'unsupported' };
}
