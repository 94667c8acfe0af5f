/** The day on this machine, where no study is open to say what day it is. What may be done on it is for the office to decide. */
import type { Day } from '../../../shared/calendar.ts';

export function thisDay(now = new Date()): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Day;
}
