/** Days on which nobody is rung: the public holidays, which are always so, and those that someone adds. */
import { useState } from 'react';
import { type Day, daysBetween, dutchHolidays } from '../../../shared/calendar.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/field.tsx';
import { holidayNames } from '../../wording/holidays.ts';
import { scheduleCallingWords } from '../../wording/screens/schedule-calling.ts';
import type { Draft } from './draft.ts';

export function ClosedDays({
  draft: { startsOn, closesOn, calling },
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (closedOn: readonly Day[]) => void;
}) {
  const say = useWords(scheduleCallingWords);
  const { language } = useBearing();
  const { shortDay, day, all } = useGrammar();
  const [next, setNext] = useState<Day | ''>('');
  const { closedOn } = calling;
  const holidays =
    startsOn === '' || closesOn === ''
      ? []
      : yearsFrom(startsOn, closesOn).flatMap((year) =>
          [...dutchHolidays(year)].filter(([on]) => on >= startsOn && on <= closesOn),
        );
  return (
    <>
      <p className="soft">
        {holidays.length === 0
          ? say.noHolidays
          : `${say.holidays}: ${all(
              holidays
                .toSorted(([a], [b]) => daysBetween(b, a))
                .map(([on, holiday]) => `${shortDay(on)} (${holidayNames[language][holiday]})`),
            )}.`}
      </p>
      {closedOn.length === 0 ? null : (
        <ul className="closed">
          {closedOn.toSorted().map((on) => (
            <li key={on}>
              {day(on)}
              <Button kind="plain" onPress={() => onChange(closedOn.filter((one) => one !== on))}>
                {say.removeClosed}
                <span className="unseen">: {day(on)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row closing">
        <DayField label={say.closedDay} value={next} onChange={setNext} />
        <Button
          isOff={next === '' || closedOn.includes(next)}
          onPress={() => {
            if (next === '') return;
            onChange([...closedOn, next].toSorted());
            setNext('');
          }}
        >
          {say.addClosed}
        </Button>
      </div>
    </>
  );
}

function yearsFrom(from: Day, until: Day): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: Math.max(0, Math.min(20, last - first + 1)) }, (_, nr) => first + nr);
}
