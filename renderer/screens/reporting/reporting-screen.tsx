/** Being built. */
export function ReportingScreen() {
  return null;
}
