/** What was done meanwhile, told below what is asked: nothing above it moves. */
export function Told({ text }: { readonly text: string }) {
  return (
    <p className="fallen done" role="status">
      ✓ {text}
    </p>
  );
}
