/** What a protocol asks of the bureau: contacts per day and channel, and the hours of interviewers per week with what they are reckoned with. */

import type { Day } from '../../../shared/calendar.ts';
import { channels } from '../../../shared/study/contact-data.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';

export function WhatItAsks({ view, isEmptyGroup }: { readonly view: ProtocolView; readonly isEmptyGroup: boolean }) {
  const say = useWords(scheduleWords);
  return (
    <Room title={say.load}>
      {isEmptyGroup ? <Notice>{say.nobody}</Notice> : null}
      <DayTable days={view.days} />
      <HoursTable view={view} />
    </Room>
  );
}

function DayTable({ days }: { readonly days: ProtocolView['days'] }) {
  const say = useWords(scheduleWords);
  const { number, shortDay } = useGrammar();
  const used = channels.filter((channel) => days.some((load) => load.channel === channel));
  const count = (channel: string, on?: Day) =>
    days
      .filter((load) => load.channel === channel && (on === undefined || load.on === on))
      .reduce((sum, { cases }) => sum + cases, 0);
  const dates = [...new Set(days.map(({ on }) => on))];
  return (
    <TableFrame label={say.loadCaption}>
      <table>
        <caption>{say.loadCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.day}</th>
            {used.map((channel) => (
              <th scope="col" className="figure" key={channel}>
                {say.channels[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dates.map((on) => (
            <tr key={on}>
              <th scope="row">{shortDay(on)}</th>
              {used.map((channel) => {
                const isAsked = days.some((load) => load.on === on && load.channel === channel);
                return (
                  <td className="figure" key={channel}>
                    {isAsked ? number(count(channel, on)) : '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            {used.map((channel) => (
              <td className="figure" key={channel}>
                {number(count(channel))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

function HoursTable({ view: { hours, assumed } }: { readonly view: ProtocolView }) {
  const say = useWords(scheduleWords);
  const { number, shortDay } = useGrammar();
  if (hours.length === 0) return <p className="soft">{say.noHours}</p>;
  const total = (of: 'calls' | 'hours') => number(Math.round(hours.reduce((sum, week) => sum + week[of], 0) * 10) / 10);
  return (
    <>
      <TableFrame label={say.hoursCaption}>
        <table>
          <caption>{say.hoursCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.weekOf}</th>
              <th scope="col" className="figure">
                {say.calls}
              </th>
              <th scope="col" className="figure">
                {say.hours}
              </th>
            </tr>
          </thead>
          <tbody>
            {hours.map((week) => (
              <tr key={week.week}>
                <th scope="row">{shortDay(week.week)}</th>
                <td className="figure">{number(week.calls)}</td>
                <td className="figure">{number(week.hours)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say.total}</th>
              <td className="figure">{total('calls')}</td>
              <td className="figure">{total('hours')}</td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <p className="soft">
        {say.assumed(
          number(assumed.minutesPerCall),
          number(assumed.minutesPerInterview),
          number(assumed.callsPerCase),
          number(Math.round(assumed.share * 100)),
        )}
      </p>
    </>
  );
}
