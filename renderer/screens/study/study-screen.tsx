/** Being built. */
export function StudyScreen() {
  return null;
}
