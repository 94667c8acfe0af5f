/** Being built. */
export function DestructionScreen() {
  return null;
}
