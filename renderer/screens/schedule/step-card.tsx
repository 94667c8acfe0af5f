/** A step on the time line: its name and code, how many people get it, when and for whom. It moves by the arrows, or by dragging. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { addDays, type Day, findDutchHoliday, weekday } from '../../../shared/calendar.ts';
import type { StepFor } from '../../../shared/study/protocol.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { holidayNames } from '../../wording/holidays.ts';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { scheduleStepWords } from '../../wording/screens/schedule-step.ts';
import type { DraftStep } from './draft.ts';
import type { Placed } from './placing.ts';
import type { TimeLineProps } from './time-line.tsx';

export function StepCard({
  placed: { step, column, row, span },
  on,
  days,
  draft,
  names,
  strata,
  loads,
  remarks,
  selected,
  onSelect,
  onMove,
  onPut,
}: TimeLineProps & { readonly placed: Placed; readonly on: Day; readonly days: number }) {
  const say = useWords(scheduleWords);
  const { language } = useBearing();
  const { number, shortDay } = useGrammar();
  const counting = useCounting(names);
  const conditions = useConditions(strata);
  const drag = useRef<{ at: number; on: Day; dayWidth: number; moved: number }>(undefined);
  const load = loads.find((one) => one.step === step.id);
  const people = load === undefined ? '' : say.people(load.cases, number(load.cases));
  const isSoft = draft.softLaunch.isOn;
  const remark = remarks.get(step.key);
  const holiday = findDutchHoliday(on);
  const notWorking =
    holiday === undefined ? (weekday(on) > 5 ? say.weekend : undefined) : holidayNames[language][holiday];
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onSelect(step.key);
    const isWeek = event.shiftKey;
    onMove(step.key, (event.key === 'ArrowLeft' ? -1 : 1) * (isWeek ? (step.workingDays ? 5 : 7) : 1));
  };
  const onDown = (event: PointerEvent<HTMLButtonElement>) => {
    const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
    drag.current = { at: event.clientX, on, dayWidth: width / days, moved: 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onDrag = (event: PointerEvent) => {
    const from = drag.current;
    if (from === undefined || from.dayWidth === 0) return;
    const byDays = Math.round((event.clientX - from.at) / from.dayWidth);
    if (byDays === from.moved) return;
    from.moved = byDays;
    onPut(step.key, addDays(from.on, byDays));
  };
  const onUp = () => {
    drag.current = undefined;
  };
  return (
    <button
      type="button"
      className={remark === undefined ? 'card' : 'card faulty'}
      aria-pressed={selected === step.key}
      style={{ gridColumn: `${column} / span ${span}`, gridRow: row }}
      onClick={() => onSelect(step.key)}
      onKeyDown={onKey}
      onPointerDown={onDown}
      onPointerMove={onDrag}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    >
      <span className="spread">
        <strong>{names.get(step.key)}</strong> <code>{step.id}</code>
      </span>
      <span>{load === undefined ? say.countUnknown : isSoft ? say.first(people) : people}</span>
      <span>
        {step.kind === 'phone' ? say.from(shortDay(on)) : shortDay(on)}
        {notWorking === undefined ? null : ` (${notWorking})`}
      </span>
      {step.when === 'step' ? <span className="soft">{counting(step)}</span> : null}
      <span className="soft">{conditions(step.for)}</span>
      {remark === undefined ? null : <span className="fault">▲ {remark}</span>}
    </button>
  );
}

/** '14 dagen na Brief' */
function useCounting(names: ReadonlyMap<number, string>): (step: DraftStep) => string {
  const say = useWords(scheduleStepWords);
  const { number } = useGrammar();
  return ({ after, afterDays = 0, workingDays }) => {
    const base = names.get(after ?? -1) ?? '…';
    if (afterDays === 0) return say.onSameDay(base);
    return say.daysAfter(say.shortDays(number(afterDays), workingDays, afterDays === 1), base);
  };
}

function useConditions(strata: ProtocolView['strata']): (given: StepFor) => string {
  const say = useWords(scheduleStepWords);
  const { number } = useGrammar();
  return ({ has = [], lacks = [], strata: codes = [], progress }) => {
    const first = strata.find(({ code }) => code === codes[0])?.name ?? say.strataGone;
    const parts = [
      ...has.map((channel) => say.has[channel]),
      ...lacks.map((channel) => say.lacks[channel]),
      ...(progress === undefined ? [] : [say.progressShort[progress]]),
      ...(codes.length === 0 ? [] : [say.strataShort(codes.length, first, number(codes.length))]),
    ];
    return parts.length === 0 ? say.everyone : parts.join(' · ');
  };
}
