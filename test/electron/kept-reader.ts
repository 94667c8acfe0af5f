/** One reader process for many files, where reading them is not the subject: starting one takes longer than what is asked of the office. */
import { vi } from 'vitest';
import * as children from '../../electron/child.ts';

/** From now on whoever starts a reader gets this one; `end` ends it. Files must be read one after another. */
export function keepReader(): { end(): void } {
  const reader = children.startChild('reader');
  let answer: (message: unknown) => void = () => undefined;
  reader.onMessage((message) => answer(message));
  const spy = vi.spyOn(children, 'startChild').mockReturnValue({
    post: (question) => reader.post(question),
    onMessage(listener) {
      answer = listener;
    },
    onEnd: (listener) => reader.onEnd(listener),
    end: () => undefined,
  });
  return {
    end() {
      spy.mockRestore();
      reader.end();
    },
  };
}
