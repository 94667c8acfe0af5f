/** What is read aloud may be longer than the window: the arrows move it, wherever the focus is. */

const stepPx = 96;

export function scrollAloud({ key }: KeyboardEvent): void {
  const place = document.querySelector('.moment:not([hidden]) .aloud-and-answers');
  place?.scrollBy({ top: key === 'ArrowDown' ? stepPx : -stepPx });
}
