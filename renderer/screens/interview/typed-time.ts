/** A time as someone types it while they talk. */

/** 'HH:MM' from 19:30, 19.30, 19u30, 1930 or 19; undefined when it is none. */
export function timeTyped(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s*[:.,uUhH]?\s*(\d{2}))?\s*(?:uur|[uUhH])?$/.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
