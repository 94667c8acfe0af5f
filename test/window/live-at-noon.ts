/** A shift is of one day: whoever opens one until 23:59 a minute before midnight finds it over. So it is about noon where its tests are run. */

/** Puts what this test starts from now on, offices and browsers, in the time zone where it is between twelve and one. */
export function liveAtNoon(): void {
  const ahead = 12 - new Date().getUTCHours();
  // In these names a zone that is ahead of UTC has a minus.
  process.env.TZ = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
