/** Where every request passes, so that one which changes the keys under all others can be alone. */
import { refuse } from '../shared/problem.ts';

export class Gate {
  #inside = 0;
  #isAlone = false;
  #atTheDoor: (() => void)[] = [];
  #onLeave: (() => void) | undefined;

  /** Whether someone is alone, or waits to be. */
  get isTaken(): boolean {
    return this.#isAlone;
  }

  /** Does `work`; waits outside as long as another is alone. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    while (this.#isAlone) await new Promise<void>((enter) => this.#atTheDoor.push(enter));
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
      this.#onLeave?.();
    }
  }

  /** From inside a `pass`: waits until the others have left and lets nobody in meanwhile. Refuses `study.work-going-on` when another is alone or waits to be. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isAlone) refuse('study.work-going-on', {});
    this.#isAlone = true;
    try {
      while (this.#inside > 1)
        await new Promise<void>((left) => {
          this.#onLeave = left;
        });
      return await work();
    } finally {
      this.#onLeave = undefined;
      this.#isAlone = false;
      for (const enter of this.#atTheDoor.splice(0)) enter();
    }
  }
}
