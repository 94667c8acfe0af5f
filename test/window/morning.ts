/**
 * At a window it is morning when a test begins, wherever and whenever it runs: a shift until the evening can be opened at any hour, and no
 * day ends in the middle of a story. Both the office and the browser begin with this zone.
 */
const hour = new Date().getUTCHours();
// The day stays that of UTC; the farthest zone is twelve hours away.
const behind = Math.min(hour - 9, 12);
// In these names the sign is turned: `Etc/GMT+3` is three hours behind.
process.env.TZ = `Etc/GMT${behind < 0 ? '-' : '+'}${Math.abs(behind)}`;
