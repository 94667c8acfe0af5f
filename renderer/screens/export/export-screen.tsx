/** Being built. */
export function ExportScreen() {
  return null;
}
