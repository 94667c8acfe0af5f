/** Fills the fields of a letter or e-mail: '{{name}}' becomes the name. One pass, so a value is only ever text and never a field itself. */

/** `unknown-fields` holds the names, as written in the text, each once; a brace without its partner is reported as '{{' or '}}'. */
export type FilledText =
  | { readonly kind: 'filled'; readonly text: string }
  | { readonly kind: 'unknown-fields'; readonly fields: readonly string[] };

const fieldOrBraces = /\{\{\s*([^{}]*?)\s*\}\}|\{\{|\}\}/gu;

/**
 * Characters that nobody sees and that can turn a line around, split it or hide a part of it (Unicode TR 36, 'Security
 * Considerations'): controls, format characters such as the bidirectional ones, line separators, what is ignorable by default, and
 * halves of a surrogate pair.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** `value` with each character that would not be seen written out as '[U+202E]', so that whoever checks the message sees it. */
function withMarks(value: string): string {
  return value.replaceAll(unseen, (character) => {
    const point = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `[U+${point}]`;
  });
}

/**
 * `text` with every '{{field}}' replaced by its value in `fields`, in a single pass; spaces inside the braces do not count. A field that
 * is known but empty leaves nothing. The text itself is taken as it is: only values come from an extract.
 */
export function fillText(text: string, fields: ReadonlyMap<string, string>): FilledText {
  const unknown = new Set<string>();
  const filled = text.replaceAll(fieldOrBraces, (found: string, field: string | undefined) => {
    const value = field === undefined ? undefined : fields.get(field);
    if (value === undefined) unknown.add(field ?? found);
    return withMarks(value ?? '');
  });
  return unknown.size === 0 ? { kind: 'filled', text: filled } : { kind: 'unknown-fields', fields: [...unknown] };
}
