/** On which of the client's instructions something irreversible is done; without one, what to do about it. */
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Empty, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { studyWords } from '../../wording/screens/study.ts';

export interface InstructionChoiceProps {
  /** The number as text; '' as long as none was chosen. */
  readonly instruction: string;
  readonly onChange: (instruction: string) => void;
}

export function InstructionChoice({ instruction, onChange }: InstructionChoiceProps) {
  const say = useWords(studyWords);
  const { day } = useGrammar();
  const { go } = useStudy();
  const isManager = useHasRole()('manager');
  const seen = useView('study.instructions', {});
  return (
    <Shown seen={seen}>
      {({ instructions }) =>
        instructions.length === 0 ? (
          <Empty title={say.noInstructions}>
            <p>{isManager ? say.noInstructionsTodo : say.noInstructionsAsk}</p>
            {isManager ? <Button onPress={() => go('study')}>{say.goTo(say.rooms.instructions)}</Button> : null}
          </Empty>
        ) : (
          <SelectField
            label={say.onInstruction}
            value={instruction}
            onChange={onChange}
            options={[
              { value: '', label: say.chooseInstruction },
              ...instructions.map(({ nr, on, by }) => ({
                value: String(nr),
                label: say.instructionLine(nr, day(on), by),
              })),
            ]}
          />
        )
      }
    </Shown>
  );
}
