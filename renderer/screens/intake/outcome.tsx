/** What a delivery would come to: the sum of each list and of all, its columns to be changed, and what it brings about beside new people. */
import type { Asked } from '../../../shared/contract.ts';
import type { ContactField } from '../../../shared/study/contact-data.ts';
import type { IntakeView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Room } from '../../parts/screen.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { intakePeopleWords } from '../../wording/screens/intake-people.ts';
import { bringsPeople, type ChosenList, withColumn } from './delivery.ts';
import { FileReport } from './file-report.tsx';
import { SaveRefused } from './save-refused.tsx';
import { Consequences, SumTogether } from './taken.tsx';

export interface OutcomeProps {
  readonly view: IntakeView;
  readonly names: readonly string[];
  readonly asked: Asked<'intake.preview'>;
  readonly lists: readonly ChosenList[];
  readonly allowed: readonly ContactField[];
  readonly isFresh: boolean;
  readonly isOff: boolean;
  readonly onList: (index: number, list: ChosenList) => void;
}

export function Outcome({ view, names, asked, lists, allowed, isFresh, isOff, onList }: OutcomeProps) {
  const say = useWords(intakeWords);
  // As long as columns are missing, the reasons say something of the columns, not of the rows.
  const isWhole = view.files.every(({ missing }) => missing.length === 0);
  const hasRefused = isWhole && view.files.some(({ refusedRows, remarks }) => refusedRows.length + remarks.length > 0);
  const isUnreadOnly = view.files.every(({ refusedRows }) => refusedRows.length === 0);
  return (
    <Room title={say.preview}>
      <p className="soft keeps-place" role="status">
        {isFresh ? say.nothingStored : say.previewOld}
      </p>
      <SumTogether view={view} />
      {view.files.map((file, index) => {
        const list = lists[index];
        return (
          <FileReport
            key={list?.key ?? file.file}
            view={file}
            name={names[index] ?? ''}
            isOpen={view.files.length === 1}
            allowed={allowed}
            isToApply={!bringsPeople(asked.kind ?? 'people')}
            choosing={{
              choices: list?.columns ?? {},
              onChoose:
                list === undefined || isOff
                  ? undefined
                  : (column, choice) => onList(index, withColumn(list, column, choice)),
            }}
          />
        );
      })}
      <Consequences view={view} isStopped={asked.gone === 'stop'} />
      <Noticed noticed={view.noticed} />
      {hasRefused ? (
        <SaveRefused group={asked.group} of={asked} isOff={isOff || !isFresh} isUnreadOnly={isUnreadOnly} />
      ) : null}
    </Room>
  );
}

/** What no rule refuses, and a manager should know. */
function Noticed({ noticed }: { readonly noticed: IntakeView['noticed'] }) {
  const say = useWords(intakePeopleWords);
  const { number } = useGrammar();
  const { sharedAddresses, inOtherGroup } = noticed;
  return (
    <>
      {sharedAddresses === 0 ? null : <p>{say.sharedAddresses(sharedAddresses, number(sharedAddresses))}</p>}
      {inOtherGroup === 0 ? null : <p>{say.inOtherGroup(inOtherGroup, number(inOtherGroup))}</p>}
    </>
  );
}
