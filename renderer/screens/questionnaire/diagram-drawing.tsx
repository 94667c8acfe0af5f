/** The drawing of the routes. One box a row, so that a line to the right or back to the left never crosses another box. */
import type { DiagramEdge, DiagramNode, RoutingDiagram } from '../../../shared/interview/routing-diagram.ts';
import { useWords } from '../../bearings.tsx';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';

/** In pixels of the drawing. */
const box = { width: 300, height: 72 } as const;
const gap = { row: 22, column: 64 } as const;
const margin = 8;
/** Room at the right, for a line within the last column. */
const beside = 24;
/** Between two columns runs first what comes back, then what goes out. */
const channel = { back: 18, out: 40 } as const;
const longest = { text: 40, condition: 44 } as const;

const left = (column: number) => margin + column * (box.width + gap.column);
const top = (row: number) => margin + row * (box.height + gap.row);
const middle = (row: number) => top(row) + box.height / 2;

export interface DiagramDrawingProps {
  readonly diagram: RoutingDiagram;
  /** Of the texts of items. */
  readonly language: string;
}

export function DiagramDrawing({ diagram, language }: DiagramDrawingProps) {
  const { diagram: say } = useWords(questionnaireTryingWords);
  const nodes = new Map(diagram.nodes.map((node) => [node.id, node]));
  const width = left(diagram.columns - 1) + box.width + beside + margin;
  const height = top(diagram.rows - 1) + box.height + margin;
  return (
    <svg className="diagram" role="img" aria-label={say.label} width={width} height={height}>
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 L8 4 L0 8 Z" />
        </marker>
      </defs>
      {diagram.edges.map((edge) => {
        const from = nodes.get(edge.from);
        const to = nodes.get(edge.to);
        if (from === undefined || to === undefined) return null;
        return (
          <path
            key={`${edge.from} ${edge.to} ${edge.kind}`}
            className={edge.kind === 'condition' ? 'edge condition' : from.column > 0 ? 'edge back' : 'edge'}
            d={lineOf(edge, from, to)}
            markerEnd="url(#arrow)"
          />
        );
      })}
      {diagram.nodes.map((node) => (
        <Box key={node.id} node={node} language={language} />
      ))}
    </svg>
  );
}

function lineOf({ kind }: DiagramEdge, from: DiagramNode, to: DiagramNode): string {
  // A long chain of conditions stays in the last column.
  if (kind === 'condition' && from.column >= to.column) {
    const side = left(from.column) + box.width;
    return `M${side} ${middle(from.row)} H${side + beside} V${middle(to.row)} H${side}`;
  }
  if (kind === 'condition') {
    const out = left(to.column) - gap.column + channel.out;
    // In the last column a chain goes on below itself.
    const start = from.column < to.column ? left(from.column) + box.width : left(from.column);
    return `M${start} ${middle(from.row)} H${out} V${middle(to.row)} H${left(to.column)}`;
  }
  if (from.column === 0) return `M${left(0) + box.width / 2} ${top(from.row) + box.height} V${top(to.row)}`;
  // Below its box, so that it does not run through what goes out.
  const under = top(from.row) + box.height + gap.row / 2;
  const back = left(0) + box.width + channel.back;
  return `M${left(from.column) + 24} ${top(from.row) + box.height} V${under} H${back} V${middle(to.row)} H${left(0) + box.width}`;
}

function Box({ node, language }: { readonly node: DiagramNode; readonly language: string }) {
  const { diagram: say } = useWords(questionnaireTryingWords);
  const { kind, numbers, text, condition, row, column } = node;
  const x = left(column);
  const y = top(row);
  const name = kind === 'end' ? say.end : numbers === undefined ? say.note : say.question(numbers[0], numbers[1]);
  const aside = kind === 'deciding' ? say.deciding : kind === 'run' ? countOf(node, say) : '';
  return (
    <g className={`box ${kind}`}>
      <title>{[name, text, condition === undefined ? '' : say.when(condition)].filter(Boolean).join(' · ')}</title>
      <rect x={x} y={y} width={box.width} height={box.height} rx={6} />
      <text x={x + 12} y={y + 21} className="name">
        {name}
        {aside === '' ? null : <tspan className="aside"> · {aside}</tspan>}
      </text>
      <text x={x + 12} y={y + 42} lang={language}>
        {cut(text, longest.text)}
      </text>
      {condition === undefined ? null : (
        <text x={x + 12} y={y + 62} className="when">
          {cut(say.when(condition), longest.condition)}
        </text>
      )}
    </g>
  );
}

/** What a box with several items holds. */
export function countOf(
  { numbers, items }: DiagramNode,
  say: (typeof questionnaireTryingWords)['nl']['diagram'],
): string {
  if (numbers === undefined) return say.texts(items.length);
  const asked = numbers[1] - numbers[0] + 1;
  return say.run(asked, items.length > asked);
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
