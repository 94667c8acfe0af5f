/** Being built. */
export function InterviewScreen() {
  return null;
}
