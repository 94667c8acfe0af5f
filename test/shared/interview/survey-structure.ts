/** A small reader of LimeSurvey's tab-separated structure, written from its description alone: it knows nothing of how ours is made. */

export interface Question {
  readonly type: string;
  readonly code: string;
  readonly group: string;
  readonly relevance: string;
  readonly mandatory: boolean;
  readonly other: boolean;
  readonly text: ReadonlyMap<string, string>;
  readonly validation: string;
  readonly subquestions: readonly Part[];
  readonly answers: readonly Part[];
}
export interface Part {
  readonly code: string;
  readonly relevance: string;
  readonly text: ReadonlyMap<string, string>;
}
export interface Survey {
  readonly settings: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
  readonly groups: readonly string[];
  readonly questions: readonly Question[];
}

interface Open extends Omit<Question, 'text' | 'subquestions' | 'answers'> {
  readonly text: Map<string, string>;
  readonly subquestions: (Part & { readonly text: Map<string, string> })[];
  readonly answers: (Part & { readonly text: Map<string, string> })[];
}

export function readStructure(text: string): Survey {
  const [header = [], ...lines] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line.split('\t').map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
  const settings = new Map<string, string>();
  const titles = new Map<string, string>();
  const groups = new Map<string, string>();
  const questions = new Map<string, Open>();
  let last: Open | undefined;
  let group = '';
  for (const line of lines) {
    const at = (name: string) => line[header.indexOf(name)] ?? '';
    const part = (parts: Open['subquestions']) => {
      const known = parts.find(({ code }) => code === at('name'));
      if (known !== undefined) known.text.set(at('language'), at('text'));
      else parts.push({ code: at('name'), relevance: at('relevance'), text: new Map([[at('language'), at('text')]]) });
    };
    if (at('class') === 'S') settings.set(at('name'), at('text'));
    if (at('class') === 'SL') titles.set(at('language'), at('text'));
    if (at('class') === 'G') {
      group = at('type/scale');
      if (!groups.has(group)) groups.set(group, at('name'));
    }
    if (at('class') === 'Q') {
      last = questions.get(at('name')) ?? {
        type: at('type/scale'),
        code: at('name'),
        group,
        relevance: at('relevance'),
        mandatory: at('mandatory') === 'Y',
        other: at('other') === 'Y',
        text: new Map(),
        validation: at('em_validation_q'),
        subquestions: [],
        answers: [],
      };
      last.text.set(at('language'), at('text'));
      questions.set(at('name'), last);
    }
    if (at('class') === 'SQ') part(last!.subquestions);
    if (at('class') === 'A') part(last!.answers);
  }
  return { settings, titles, groups: [...groups.values()], questions: [...questions.values()] };
}

/** The columns of an export of this survey with code headings, and a row in which every question has an answer. */
export function filledIn({ questions }: Survey): {
  readonly headers: readonly string[];
  readonly cells: readonly string[];
} {
  const columns = questions.flatMap(
    ({ type, code, answers, subquestions, other }): readonly (readonly [string, string])[] => {
      const first = answers[0]?.code ?? '';
      switch (type) {
        case 'X':
        case '*':
          return [];
        case 'M':
          return [
            ...subquestions.map((sub, nr) => [`${code}[${sub.code}]`, nr === 0 ? 'Y' : ''] as const),
            ...(other ? [[`${code}[other]`, 'Wat anders'] as const] : []),
          ];
        case 'F':
          return subquestions.map((sub) => [`${code}[${sub.code}]`, first] as const);
        case 'R':
          return answers.map((answer, nr) => [`${code}[${nr + 1}]`, answer.code] as const);
        case 'L':
          return [[code, other ? '-oth-' : first], ...(other ? [[`${code}[other]`, 'Wat anders'] as const] : [])];
        case '5':
          return [[code, '4']];
        case 'N':
          return [[code, '5.0000000000']];
        case 'D':
          return [[code, '2026-01-02 00:00:00']];
        default:
          return [[code, 'Een antwoord']];
      }
    },
  );
  return { headers: columns.map(([header]) => header), cells: columns.map(([, cell]) => cell) };
}
