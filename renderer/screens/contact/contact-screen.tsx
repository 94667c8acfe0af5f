/** Being built. */
export function ContactScreen() {
  return null;
}
