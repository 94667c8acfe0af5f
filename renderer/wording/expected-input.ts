/**
 * Reads what an input should have been from the sentence of the schema that refused it, so that it can be told in any language. The
 * sentences are those of the schema library and of shared/contract.ts; one that is not known is `other`, and is never shown as it stands.
 */

export type ExpectedInput =
  /** Nothing was given at all. */
  | { readonly kind: 'something' }
  | { readonly kind: 'text' | 'number' | 'whole-number' | 'yes-or-no' | 'list' | 'fields' }
  | { readonly kind: 'one-of'; readonly options: readonly string[] }
  | { readonly kind: 'at-least' | 'at-most'; readonly bound: number; readonly of: 'characters' | 'items' | 'value' }
  | {
      readonly kind:
        | 'email-address'
        | 'web-address'
        | 'day'
        | 'time'
        | 'short-code'
        | 'json'
        | 'no-secret'
        | 'pin'
        | 'secret-or-pin';
    }
  /** A secret that could not be asked for: there is no prompt, and the environment variable is not set. */
  | { readonly kind: 'secret'; readonly variable: string }
  | { readonly kind: 'other' };

const plainTypes = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'yes-or-no',
  array: 'list',
  object: 'fields',
  record: 'fields',
} as const;

const known: ReadonlyMap<string, ExpectedInput> = new Map([
  ['a day, YYYY-MM-DD', { kind: 'day' }],
  ['a time, HH:MM', { kind: 'time' }],
  ['a short code: a-z, 0-9 and hyphen', { kind: 'short-code' }],
  ['Invalid email address', { kind: 'email-address' }],
  ['Invalid URL', { kind: 'web-address' }],
  // Only one value is taken: that it was agreed to.
  ['Invalid input: expected true', { kind: 'yes-or-no' }],
  ['6 digits', { kind: 'pin' }],
  ['a passphrase or a PIN', { kind: 'secret-or-pin' }],
  ['JSON', { kind: 'json' }],
  ['no secret in an argument: it is asked for', { kind: 'no-secret' }],
]);

/** What `sentence` asks for. */
export function readExpectedInput(sentence: string): ExpectedInput {
  if (/, received undefined$/.test(sentence)) return { kind: 'something' };
  return (
    known.get(sentence) ?? findType(sentence) ?? findOptions(sentence) ?? findBound(sentence) ?? findSecret(sentence)
  );
}

function findType(sentence: string): ExpectedInput | undefined {
  const [, type = ''] = /^Invalid input: expected (\w+), received \w+$/.exec(sentence) ?? [];
  return Object.hasOwn(plainTypes, type) ? { kind: plainTypes[type as keyof typeof plainTypes] } : undefined;
}

function findOptions(sentence: string): ExpectedInput | undefined {
  const [, several, single] =
    /^Invalid (?:option: expected one of (".*")|input: expected ("[^"]*"))$/s.exec(sentence) ?? [];
  const written = several ?? single;
  return written === undefined ? undefined : { kind: 'one-of', options: written.slice(1, -1).split('"|"') };
}

function findBound(sentence: string): ExpectedInput | undefined {
  const form = /^Too (small|big): expected (\w+) to (?:have|be) [<>]=(\d+)(?: (?:characters|items))?$/;
  const [, direction, type, bound] = form.exec(sentence) ?? [];
  if (direction === undefined) return undefined;
  const of = type === 'string' ? 'characters' : type === 'array' ? 'items' : 'value';
  return { kind: direction === 'small' ? 'at-least' : 'at-most', bound: Number(bound), of };
}

function findSecret(sentence: string): ExpectedInput {
  const [, variable] = /^a prompt, or the environment variable (\w+)$/.exec(sentence) ?? [];
  return variable === undefined ? { kind: 'other' } : { kind: 'secret', variable };
}
