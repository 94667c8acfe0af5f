/** Being built. */
export function ScheduleScreen() {
  return null;
}
