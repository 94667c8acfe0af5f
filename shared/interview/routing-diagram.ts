/**
 * The routing of a questionnaire as a diagram: nodes in rows from the first question to the last, always asked ones in the first column,
 * and each condition one column further than what it depends on. Only items that decide something or are asked under a condition stand by
 * themselves; a run of others is one node with their number, so that a long questionnaire stays readable.
 */
import { type Expression, itemsIn, printExpression } from '../study/expression.ts';
import { type Item, type ItemName, isAsked, type Language, type Questionnaire } from '../study/questionnaire.ts';
import { conditionsOf, questionNumbers, textWithoutAnswers } from './condition-words.ts';

export interface DiagramNode {
  readonly id: string;
  /** 'deciding': a later condition asks for its answer. 'run': items one after the other that all come up, or all do not. */
  readonly kind: 'item' | 'deciding' | 'run' | 'end';
  readonly items: readonly ItemName[];
  /** Of the questions in it, as on paper; absent when it holds notes only. */
  readonly numbers?: readonly [first: number, last: number];
  /** The question, in the language of the questionnaire; of a run that of its section, or empty. */
  readonly text: string;
  /** Name of the outermost section. */
  readonly section?: string;
  /** In plain words; absent when it is always asked. */
  readonly condition?: string;
  readonly row: number;
  readonly column: number;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  /** 'next': what comes after it in any case; 'condition': only when it holds. */
  readonly kind: 'next' | 'condition';
  /** The condition in plain words. */
  readonly text?: string;
}

export interface RoutingDiagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  readonly rows: number;
  readonly columns: number;
}

/** A chain of conditions that goes on further stays in this one: rows are many, but a window is only so wide. */
const lastColumn = 5;

/** Texts of items in `textsIn`, conditions in words of `wordsIn`. */
export function routingDiagram(questionnaire: Questionnaire, textsIn: Language, wordsIn: Language): RoutingDiagram {
  const shown = questionnaire.items.filter(({ kind }) => kind !== 'calculate');
  const decidedBy = deciders(questionnaire);
  const deciding = new Set([...decidedBy.values()].flatMap((names) => [...names]));
  const runs = runsOf(shown, deciding);
  const numbers = questionNumbers(questionnaire);
  const say = conditionsOf(questionnaire, wordsIn, textsIn);
  const textOf = (text: Readonly<Record<string, string>>) =>
    textWithoutAnswers(text[textsIn] || text[questionnaire.defaultLanguage] || '', questionnaire, wordsIn);
  const nodeOf = new Map<ItemName, DiagramNode>();
  const nodes: DiagramNode[] = [];
  for (const [row, run] of runs.entries()) {
    const [first] = run;
    const { relevant, sections } = first!;
    const asked = run.filter(isAsked).map(({ name }) => numbers.get(name)!);
    const section = questionnaire.sections.find(({ name }) => name === sections[0]);
    const columns = [...(decidedBy.get(first!.name) ?? [])].map((name) => nodeOf.get(name)?.column ?? 0);
    const node: DiagramNode = {
      id: first!.name,
      kind: run.length > 1 ? 'run' : deciding.has(first!.name) ? 'deciding' : 'item',
      items: run.map(({ name }) => name),
      ...(asked.length === 0 ? {} : { numbers: [asked[0]!, asked.at(-1)!] as const }),
      text: run.length > 1 ? (section === undefined ? '' : textOf(section.label)) : textOf(first!.label),
      ...(sections[0] === undefined ? {} : { section: sections[0] }),
      ...(relevant === undefined ? {} : { condition: say(relevant) }),
      row,
      column: relevant === undefined ? 0 : Math.min(lastColumn, 1 + Math.max(0, ...columns)),
    };
    nodes.push(node);
    for (const { name } of run) nodeOf.set(name, node);
  }
  const end: DiagramNode = { id: ' end', kind: 'end', items: [], text: '', row: runs.length, column: 0 };
  const all = [...nodes, end];
  return {
    nodes: all,
    edges: edgesOf(all, decidedBy, nodeOf),
    rows: all.length,
    columns: 1 + Math.max(...all.map(({ column }) => column)),
  };
}

/** Per item the questions that its condition depends on, through calculations too. */
function deciders({ items }: Questionnaire): ReadonlyMap<ItemName, ReadonlySet<ItemName>> {
  const behind = new Map<ItemName, ReadonlySet<ItemName>>();
  const questionsIn = (expression: Expression | undefined) =>
    new Set(
      expression === undefined ? [] : [...itemsIn(expression)].flatMap((name) => [...(behind.get(name) ?? [name])]),
    );
  const found = new Map<ItemName, ReadonlySet<ItemName>>();
  for (const item of items) {
    const names = questionsIn(item.relevant);
    found.set(item.name, names);
    if (item.kind === 'calculate') behind.set(item.name, new Set([...questionsIn(item.calculation), ...names]));
  }
  for (const { name, kind } of items) if (kind === 'calculate') found.delete(name);
  return found;
}

/** Items one after the other, in one outermost section and under one condition, of which none decides anything. */
function runsOf(items: readonly Item[], deciding: ReadonlySet<ItemName>): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let before = '';
  for (const item of items) {
    const condition = item.relevant === undefined ? '' : printExpression(item.relevant);
    const alone = deciding.has(item.name);
    const key = alone ? '' : JSON.stringify([item.sections[0] ?? '', condition]);
    if (key !== '' && key === before) runs.at(-1)!.push(item);
    else runs.push([item]);
    before = key;
  }
  return runs;
}

function edgesOf(
  nodes: readonly DiagramNode[],
  decidedBy: ReadonlyMap<ItemName, ReadonlySet<ItemName>>,
  nodeOf: ReadonlyMap<ItemName, DiagramNode>,
): readonly DiagramEdge[] {
  const edges: DiagramEdge[] = [];
  const spine = nodes.filter(({ column }) => column === 0);
  for (const [index, node] of spine.entries())
    if (spine[index + 1] !== undefined) edges.push({ from: node.id, to: spine[index + 1]!.id, kind: 'next' });
  for (const node of nodes) {
    if (node.condition === undefined) continue;
    const from = new Set([...(decidedBy.get(node.items[0]!) ?? [])].flatMap((name) => nodeOf.get(name) ?? []));
    for (const decider of from) edges.push({ from: decider.id, to: node.id, kind: 'condition', text: node.condition });
    // From there it goes on with what comes next in any case.
    const next = spine.find(({ row }) => row > node.row);
    if (next !== undefined) edges.push({ from: node.id, to: next.id, kind: 'next' });
  }
  return edges;
}
