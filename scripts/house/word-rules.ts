/** Words that may not be used in some places: clocks and chance where decisions are made, code made from text, windows written from text. */
import { isIn } from './import-rules.ts';
import type { Word } from './source-words.ts';

export interface WordFault {
  readonly line: number;
  readonly rule: 'pure' | 'no-eval' | 'no-html' | 'no-console' | 'no-network';
  readonly what: string;
}

interface Around {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly second: string | undefined;
}

interface WordRule {
  readonly rule: WordFault['rule'];
  readonly what: string;
  readonly names: readonly string[];
  /** Whether the name means here what the rule is about; a property of something else (after a dot) never does, unless `asProperty`. */
  readonly when?: (around: Around) => boolean;
  readonly asProperty?: boolean;
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
}

const called = ({ after }: Around) => after === '(';
const used = ({ after }: Around) => after === '.' || after === '?.' || after === '[' || after === '(';
const html = ['dangerouslySetInnerHTML', 'innerHTML', 'outerHTML', 'insertAdjacentHTML'];

export const wordRules: readonly WordRule[] = [
  {
    rule: 'pure',
    what: 'reads the clock',
    names: ['Date'],
    when: ({ before, after, second }) =>
      (after === '.' && second === 'now') ||
      (before === 'new' && (after !== '(' || second === ')')) ||
      (before !== 'new' && after === '('),
    in: ['shared/'],
  },
  {
    rule: 'pure',
    what: 'draws by chance',
    names: ['Math'],
    when: ({ after, second }) => after === '.' && second === 'random',
    in: ['shared/'],
  },
  { rule: 'pure', what: 'needs Node', names: ['process', 'Buffer'], when: used, in: ['shared/'] },
  { rule: 'no-eval', what: 'makes code from text', names: ['eval', 'Function'], when: called },
  { rule: 'no-html', what: 'writes HTML from text', names: html, asProperty: true },
  { rule: 'no-console', what: 'writes to the console', names: ['console'], when: used, notIn: ['scripts/', 'test/'] },
  {
    rule: 'no-network',
    what: 'reaches a network',
    names: ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'],
    when: called,
    notIn: [
      'renderer/request.ts',
      'renderer/browser-shell.ts',
      'electron/post/',
      'electron/seats.ts',
      'scripts/',
      'test/',
    ],
  },
];

function applies(rule: WordRule, path: string): boolean {
  const within = (places: readonly string[]) => places.some((place) => isIn(place, path));
  return within(rule.in ?? ['*']) && !within(rule.notIn ?? []);
}

/** The words of the file at `path` that its place forbids. */
export function wordFaults(path: string, words: readonly Word[]): readonly WordFault[] {
  const rules = wordRules.filter((rule) => applies(rule, path));
  const said = (i: number) => (words[i]?.kind === 'text' ? undefined : words[i]?.value);
  return words.flatMap(({ kind, value, line }, i) => {
    if (kind !== 'name') return [];
    const around = { before: said(i - 1), after: said(i + 1), second: said(i + 2) };
    const property = around.before === '.' || around.before === '?.';
    const ofGlobal = property && ['globalThis', 'window', 'self'].includes(said(i - 2) ?? '');
    return rules
      .filter(({ names, when, asProperty }) => {
        return names.includes(value) && (!property || ofGlobal || asProperty) && (when?.(around) ?? true);
      })
      .map(({ rule, what }) => ({ line, rule, what: `${what}: ${value}` }));
  });
}
