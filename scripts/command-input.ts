/** The JSON input of a command made into the input of a request: paths become words for files, secrets are asked for. */
import type { Problem } from '../shared/problem.ts';

export type InputFaults = Extract<Problem, { problem: 'request.input-invalid' }>;

export interface Asking {
  /** Asks for the secret in this property of the thing called `name`. */
  readonly secret: (property: string, name: string | undefined) => Promise<string>;
  readonly source: (path: string) => string;
  readonly target: (path: string) => string;
}

/** The part of a JSON schema that matters here, with the marks of shared/contract.ts. */
interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
  readonly required?: readonly string[];
  readonly secret?: unknown;
  readonly file?: unknown;
}

export type FilledInput =
  | { readonly kind: 'filled'; readonly input: unknown }
  | { readonly kind: 'faulty'; readonly fault: InputFaults };

/**
 * Walks `given` along `schema`. A secret that stands in it is a fault: arguments are seen by everyone on the machine and kept in history.
 * Where a secret may be left out, `true` in its place says that it is to be asked for.
 */
export async function filledInput(schema: object, given: unknown, asking: Asking): Promise<FilledInput> {
  try {
    return { kind: 'filled', input: await walk(schema, given, asking, []) };
  } catch (error) {
    if (error instanceof SecretGiven) return { kind: 'faulty', fault: error.fault };
    throw error;
  }
}

class SecretGiven extends Error {
  readonly fault: InputFaults;
  constructor(path: readonly string[]) {
    super('a secret in an argument');
    this.fault = {
      problem: 'request.input-invalid',
      field: path.join('.'),
      expected: 'no secret in an argument: it is asked for',
    };
  }
}

async function walk(schema: Schema, given: unknown, asking: Asking, path: readonly string[]): Promise<unknown> {
  if (Array.isArray(given)) {
    const filled = [];
    for (const [index, item] of given.entries())
      filled.push(await walk(asSchema(schema.items), item, asking, [...path, String(index)]));
    return filled;
  }
  if (typeof given !== 'object' || given === null) {
    if (typeof given === 'string' && schema.file === 'source') return asking.source(given);
    if (typeof given === 'string' && schema.file === 'target') return asking.target(given);
    return given;
  }
  const filled = new Map<string, unknown>();
  for (const [property, value] of Object.entries(given)) {
    const own = asSchema(schema.properties?.[property]);
    if (own.secret === true && value === true) continue;
    if (own.secret === true) throw new SecretGiven([...path, property]);
    filled.set(property, await walk(own, value, asking, [...path, property]));
  }
  const name = filled.get('name') ?? filled.get('user');
  for (const [property, own] of Object.entries(schema.properties ?? {})) {
    // A secret that may be left out goes with the user name it belongs to.
    const isAsked = new Map(Object.entries(given)).get(property) === true;
    const isNeeded = isAsked || schema.required?.includes(property) || filled.has('user');
    if (asSchema(own).secret === true && isNeeded) {
      filled.set(property, await asking.secret(property, typeof name === 'string' ? name : undefined));
    }
  }
  return Object.fromEntries(filled);
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? value : {};
}
