/**
 * Steps through an XML text from tag to tag, for the parts of a workbook: these can have a hundred megabytes, of which no tree is built. A
 * document type is not read, so that a file defines no words that grow when they are read.
 */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export class XmlScan {
  readonly #xml: string;
  #at = 0;
  #tagFrom = 0;
  #tagTo = 0;
  #textFrom = 0;
  #textTo = 0;
  /** Of text that a comment or CDATA divides: what stands before. */
  #textBefore = '';
  /** Of the tag, without its prefix. */
  name = '';
  /** '</name>' */
  isEnd = false;
  /** '<name/>': no end tag follows. */
  isEmpty = false;

  constructor(xml: string) {
    this.#xml = xml;
  }

  /** Goes to the next tag; false after the last. Throws where the text is no XML or has a document type. */
  next(): boolean {
    const xml = this.#xml;
    this.#textBefore = '';
    this.#textFrom = this.#at;
    for (;;) {
      const from = xml.indexOf('<', this.#at);
      if (from < 0) return false;
      const first = xml.charCodeAt(from + 1);
      if (first === 0x21 || first === 0x3f) {
        this.#skip(from);
        continue;
      }
      const to = this.#endOfTag(from);
      this.#textTo = from;
      this.isEnd = first === 0x2f;
      this.isEmpty = xml.charCodeAt(to - 1) === 0x2f;
      let nameFrom = from + (this.isEnd ? 2 : 1);
      let at = nameFrom;
      for (; at < to; at += 1) {
        const code = xml.charCodeAt(at);
        if (code <= 0x20 || code === 0x2f) break;
        if (code === 0x3a) nameFrom = at + 1;
      }
      this.name = xml.slice(nameFrom, at);
      this.#tagFrom = at;
      this.#tagTo = to;
      this.#at = to + 1;
      return true;
    }
  }

  /** The text between the tag before and this one. */
  text(): string {
    const text = decoded(this.#xml.slice(this.#textFrom, this.#textTo));
    return this.#textBefore === '' ? text : this.#textBefore + text;
  }

  /** The attributes of this tag as they are written. */
  tag(): string {
    return this.#xml.slice(this.#tagFrom, this.#tagTo);
  }

  /** Of this tag, by its name without prefix: the first of that name. */
  attribute(name: string): string | undefined {
    const xml = this.#xml;
    for (let at = this.#tagFrom; at < this.#tagTo; ) {
      const equals = xml.indexOf('=', at);
      if (equals < 0 || equals >= this.#tagTo) return undefined;
      let quoteAt = equals + 1;
      while (xml.charCodeAt(quoteAt) <= 0x20) quoteAt += 1;
      const quote = xml.charCodeAt(quoteAt);
      if (quote !== 0x22 && quote !== 0x27) throw new Error('an attribute without quotes');
      const end = xml.indexOf(quote === 0x22 ? '"' : "'", quoteAt + 1);
      if (end < 0 || end > this.#tagTo) throw new Error('an attribute that does not end');
      let nameEnd = equals;
      while (xml.charCodeAt(nameEnd - 1) <= 0x20) nameEnd -= 1;
      const nameFrom = nameEnd - name.length;
      const before = xml.charCodeAt(nameFrom - 1);
      if (nameFrom > at && (before <= 0x20 || before === 0x3a) && xml.startsWith(name, nameFrom))
        return decoded(xml.slice(quoteAt + 1, end));
      at = end + 1;
    }
    return undefined;
  }

  /** Goes past the end of the element that begins here. */
  skipElement(): void {
    if (this.isEmpty) return;
    for (let depth = 1; depth > 0; ) {
      if (!this.next()) throw new Error('an element that does not end');
      if (this.isEnd) depth -= 1;
      else if (!this.isEmpty) depth += 1;
    }
  }

  /** '>' may stand between the quotes of an attribute. */
  #endOfTag(from: number): number {
    const xml = this.#xml;
    const to = xml.indexOf('>', from);
    if (to < 0) throw new Error('a tag that does not end');
    let quote = 0;
    for (let at = from; ; at += 1) {
      if (at >= xml.length) throw new Error('a tag that does not end');
      const code = xml.charCodeAt(at);
      if (quote !== 0) quote = code === quote ? 0 : quote;
      else if (code === 0x22 || code === 0x27) quote = code;
      else if (code === 0x3e) return at;
    }
  }

  /** A comment, an instruction, or CDATA, of which the content is text. */
  #skip(from: number): void {
    const xml = this.#xml;
    const [opening, closing] = xml.startsWith('<!--', from)
      ? ['<!--', '-->']
      : xml.startsWith('<![CDATA[', from)
        ? ['<![CDATA[', ']]>']
        : ['<?', '?>'];
    if (!xml.startsWith(opening, from)) throw new Error('a document type');
    const end = xml.indexOf(closing, from + opening.length);
    if (end < 0) throw new Error('a part that does not end');
    this.#textBefore += decoded(xml.slice(this.#textFrom, from));
    if (closing === ']]>') this.#textBefore += xml.slice(from + opening.length, end);
    this.#textFrom = end + closing.length;
    this.#at = this.#textFrom;
  }
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name]! : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The text of a part: UTF-8, or UTF-16 when it begins with such a mark. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}
