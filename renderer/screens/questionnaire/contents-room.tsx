/** What is in a questionnaire: figures, sections, what is not asked; and of a workbook that is looked at, what it changes. */
import { isAsked, type Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Mark } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useView } from '../../request.ts';
import { useHasRole } from '../../study-at-hand.tsx';
import { questionnaireWords } from '../../wording/screens/questionnaire.ts';
import { words } from '../../wording/wording.ts';
import { languageName } from '../interview/language-name.ts';
import { Differences, OutOfForm } from './differences.tsx';
import type { RoomProps } from './group-questionnaire.tsx';
import { Remarks } from './remarks.tsx';
import { languageToRead, textIn, textOfItem } from './texts.ts';

export function ContentsRoom({ view, look }: RoomProps) {
  const isResearcher = useHasRole()('researcher');
  return (
    <>
      <Facts view={view} />
      {look === undefined ? null : <Differences look={look} />}
      {view.notAsked.length === 0 ? null : <NotAsked view={view} />}
      {look === undefined && isResearcher ? <AnswersOutOfForm view={view} /> : null}
      {look === undefined && isResearcher ? <Remarks view={view} /> : null}
      <Sections questionnaire={view.questionnaire} />
    </>
  );
}

function Facts({ view: { questionnaire, minutes } }: RoomProps) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const { number, all } = useGrammar();
  const { title, version, items, sections, languages, defaultLanguage } = questionnaire;
  const asked = items.filter(isAsked);
  const named = languages.map((one) =>
    one === defaultLanguage && languages.length > 1
      ? say.defaultLanguage(languageName(one, language))
      : languageName(one, language),
  );
  const of = (kind: 'note' | 'calculate') => items.filter((item) => item.kind === kind).length;
  const facts: readonly (readonly [string, string] | undefined)[] = [
    [say.facts.title, title],
    [say.facts.version, version === '' ? say.noVersion : version],
    [say.facts.items, number(asked.length)],
    [say.facts.required, number(asked.filter(({ required, requiredWhen }) => required || requiredWhen).length)],
    of('note') === 0 ? undefined : [say.facts.notes, number(of('note'))],
    of('calculate') === 0 ? undefined : [say.facts.calculations, number(of('calculate'))],
    [say.facts.sections, number(sections.length)],
    [say.facts.languages, all(named)],
    minutes === undefined ? undefined : [say.facts.minutes, say.minutes(number(Math.round(minutes)))],
  ];
  return (
    <dl className="facts-of-questionnaire">
      {facts.map((fact) =>
        fact === undefined ? null : (
          <div key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function NotAsked({ view: { notAsked, questionnaire } }: RoomProps) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const { item: itemWord, category: categoryWord } = say.notAskedColumns;
  return (
    <Room title={say.notAskedTitle}>
      <p>{say.notAskedText}</p>
      <TableFrame label={say.notAskedTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{itemWord}</th>
              <th scope="col">{categoryWord}</th>
            </tr>
          </thead>
          <tbody>
            {notAsked.map(({ item, category }) => (
              <tr key={item}>
                <th scope="row">
                  <span className="mono">{item}</span> {textOfItem(item, questionnaire, language)}
                </th>
                <td>
                  <Mark kind="attention">{words[language].specialCategories[category]}</Mark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Room>
  );
}

/** Of answers given to an earlier version; only those who may read answers can be told. */
function AnswersOutOfForm({ view }: RoomProps) {
  const say = useWords(questionnaireWords);
  const seen = useView('study.answersOutOfForm', { group: view.group });
  return (
    <Room title={say.outOfFormNow}>
      <Shown seen={seen}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say.outOfFormNone}</p>
          ) : (
            <>
              <p>{say.outOfFormNowText}</p>
              <OutOfForm title={say.outOfFormNow} items={items} questionnaire={view.questionnaire} />
            </>
          )
        }
      </Shown>
    </Room>
  );
}

/** The outermost sections, with what is inside them counted. */
function Sections({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const { number } = useGrammar();
  const read = languageToRead(questionnaire, language);
  const rows: { readonly name: string; items: number }[] = [];
  for (const item of questionnaire.items.filter(isAsked)) {
    const name = item.sections[0] ?? '';
    const last = rows.at(-1);
    if (last?.name === name) last.items += 1;
    else rows.push({ name, items: 1 });
  }
  const sectionOf = (name: string) => questionnaire.sections.find((one) => one.name === name);
  if (rows.length === 0) return null;
  const hasGrids = questionnaire.sections.some(({ isGrid }) => isGrid === true);
  return (
    <Room title={say.sectionsTitle}>
      <TableFrame label={say.sectionsCaption}>
        <table className="sections-of-questionnaire">
          <thead>
            <tr>
              <th scope="col">{say.section}</th>
              {hasGrids ? <th scope="col">{say.kindOfSection}</th> : null}
              <th scope="col" className="figure">
                {say.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, items }, nr) => {
              const section = sectionOf(name);
              const label = section === undefined ? '' : textIn(section.label, read, questionnaire);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same section may come back
                <tr key={nr}>
                  <th scope="row">{label || name || <span className="soft">{say.noSection}</span>}</th>
                  {hasGrids ? <td>{section?.isGrid === true ? say.grid : ''}</td> : null}
                  <td className="figure">{number(items)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
    </Room>
  );
}
