/** The files of a delivery: each with its stratum, and its place in the order in which duplicates are judged. */
import { useRef } from 'react';
import type { Group } from '../../../shared/study/group.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { type ChosenFile, moved, strataInNames } from './delivery.ts';

export function FileList({
  files,
  group,
  isOff,
  onChange,
  onOrder,
}: {
  readonly files: readonly ChosenFile[];
  readonly group: Group;
  readonly isOff: boolean;
  /** Something was typed. */
  readonly onChange: (files: readonly ChosenFile[]) => void;
  /** Files were moved or taken off. */
  readonly onOrder: (files: readonly ChosenFile[]) => void;
}) {
  const say = useWords(intakeWords);
  const list = useRef<HTMLOListElement>(null);
  const strata = Object.keys(group.consentBasisByStratum);
  const move = (index: number, by: 1 | -1) => {
    onOrder(moved(files, index, by));
    // The focus goes along with the file, so that it can be moved on.
    list.current?.children[index + by]?.querySelector('input')?.focus();
  };
  return (
    <>
      {files.length > 1 ? (
        <>
          <p className="soft">{say.order}</p>
          <div className="row">
            <Button isOff={isOff} onPress={() => onOrder(strataInNames(files))}>
              {say.stratumFromNames}
            </Button>
          </div>
        </>
      ) : null}
      <ol className="delivered" ref={list}>
        {files.map((file, index) => (
          <li key={file.file}>
            <div>
              <strong>{say.fileTitle(index + 1, file.name)}</strong>
              <div className="row">
                {files.length === 1 ? null : (
                  <>
                    <Button kind="plain" isOff={isOff || index === 0} onPress={() => move(index, -1)}>
                      <span aria-hidden="true">↑</span> {say.up}
                      <span className="unseen">{say.ofFile(file.name)}</span>
                    </Button>
                    <Button kind="plain" isOff={isOff || index === files.length - 1} onPress={() => move(index, 1)}>
                      <span aria-hidden="true">↓</span> {say.down}
                      <span className="unseen">{say.ofFile(file.name)}</span>
                    </Button>
                  </>
                )}
                <Button kind="plain" isOff={isOff} onPress={() => onOrder(files.filter((_, at) => at !== index))}>
                  {say.remove}
                  <span className="unseen">{say.ofFile(file.name)}</span>
                </Button>
              </div>
            </div>
            <TextField
              label={files.length === 1 ? say.stratum : say.stratumOf(index + 1)}
              hint={
                index === 0
                  ? `${say.stratumHint}${strata.length === 0 ? '' : ` ${say.stratumKnown(strata.join(', '))}`}`
                  : undefined
              }
              value={file.stratum}
              isOff={isOff}
              onChange={(stratum) => onChange(files.map((one, at) => (at === index ? { ...one, stratum } : one)))}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
