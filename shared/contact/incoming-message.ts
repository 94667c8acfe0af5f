/** A message that came in, as a parser of mail gives it: enough to say what it is, and nothing of it is kept. */

export interface MailField {
  /** In small letters. */
  readonly name: string;
  /** On one line, as it stands; encoded words are not decoded. */
  readonly value: string;
}

export interface IncomingMessage {
  readonly fields: readonly MailField[];
  /** Decoded. */
  readonly subject: string;
  /** What is read first: the plain text, or what the HTML says. */
  readonly text: string;
  /** What is no text of the message itself: a report of a server, the message that it is about. */
  readonly parts: readonly MailPart[];
}

export interface MailPart {
  /** 'message/delivery-status', in small letters. */
  readonly type: string;
  readonly content: string;
}

/** The values of a field, in their order. */
export function valuesOf(fields: readonly MailField[], name: string): readonly string[] {
  return fields.flatMap((field) => (field.name === name ? [field.value] : []));
}

export const hasField = (fields: readonly MailField[], name: string): boolean =>
  fields.some((field) => field.name === name);

/** The fields with which a text begins (RFC 5322, 2.2): up to the first line that is none and goes on with none. */
export function readFields(text: string): readonly MailField[] {
  const fields: { name: string; value: string }[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end).replace(/\r$/, '');
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]{1,100})[ \t]*:(.*)$/.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name: name.toLowerCase(), value: value!.trim() });
    else if (last !== undefined && /^[ \t]/.test(line)) last.value = `${last.value} ${line.trim()}`;
    else break;
    at = end < 0 ? text.length : end + 1;
  }
  return fields;
}
