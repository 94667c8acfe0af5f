/** How long this thread worked: a limit in what the clock says would be passed by whatever else the machine does meanwhile. */

/** Milliseconds of work in `deed`. */
export function workedMs(deed: () => void): number {
  const before = process.threadCpuUsage();
  deed();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
