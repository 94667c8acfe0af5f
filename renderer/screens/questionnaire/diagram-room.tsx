/** The routes through a questionnaire: drawn, and the same as a list for whoever reads better or listens. */
import { type DiagramNode, routingDiagram } from '../../../shared/interview/routing-diagram.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';
import { countOf, DiagramDrawing } from './diagram-drawing.tsx';
import type { RoomProps } from './group-questionnaire.tsx';
import { directionOf, languageToRead } from './texts.ts';

export function DiagramRoom({ view }: RoomProps) {
  const { diagram: say } = useWords(questionnaireTryingWords);
  const { language: ours } = useBearing();
  const { questionnaire } = view;
  const read = languageToRead(questionnaire, ours);
  const diagram = routingDiagram(questionnaire, read, ours);
  const hasConditions = diagram.nodes.some(({ condition }) => condition !== undefined);
  return (
    <div className="stack">
      <p>{hasConditions ? `${say.text} ${say.scroll}` : say.none}</p>
      {hasConditions ? (
        <TableFrame label={say.label}>
          <DiagramDrawing diagram={diagram} language={read} />
        </TableFrame>
      ) : null}
      <Room title={say.listTitle}>
        <TableFrame label={say.listTitle}>
          <table className="routes">
            <thead>
              <tr>
                <th scope="col">{say.columns.numbers}</th>
                <th scope="col">{say.columns.text}</th>
                <th scope="col">{say.columns.condition}</th>
              </tr>
            </thead>
            <tbody>
              {diagram.nodes
                .filter(({ kind }) => kind !== 'end')
                .map((node) => (
                  <Route key={node.id} node={node} language={read} />
                ))}
            </tbody>
          </table>
        </TableFrame>
      </Room>
    </div>
  );
}

function Route({ node, language }: { readonly node: DiagramNode; readonly language: string }) {
  const { diagram: say } = useWords(questionnaireTryingWords);
  const { numbers, text, condition, kind } = node;
  return (
    <tr>
      <th scope="row">{numbers === undefined ? say.note : say.question(numbers[0], numbers[1])}</th>
      <td>
        <span lang={language} dir={directionOf(language)}>
          {text}
        </span>
        {kind === 'run' ? <span className="soft"> {countOf(node, say)}</span> : null}
        {kind === 'deciding' ? <div className="soft">{say.deciding}</div> : null}
      </td>
      <td>{condition === undefined ? say.always : say.when(condition)}</td>
    </tr>
  );
}
