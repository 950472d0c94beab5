// Whether the daemon answers. While it does not, it is asked again every two seconds.
const wait = 2000;

class Connection extends EventTarget {
  #alive = true;
  #waiting = null;

  get alive() {
    return this.#alive;
  }

  isAlive() {
    if (this.#alive) return;
    this.#alive = true;
    this.dispatchEvent(new Event('change'));
  }

  isLost() {
    if (this.#alive) {
      this.#alive = false;
      this.dispatchEvent(new Event('change'));
    }
    this.#waiting ??= this.#retry().finally(() => { this.#waiting = null; });
  }

  /** Resolves once the daemon answers again; rejects if nobody waits any more. */
  async restored(signal) {
    const given = new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    await Promise.race([this.#waiting ?? Promise.resolve(), given]);
    signal?.throwIfAborted();
  }

  async #retry() {
    for (;;) {
      await new Promise((done) => { setTimeout(done, wait); });
      try {
        await fetch('catalogue/en.json', { method: 'HEAD', cache: 'no-store' });
        this.isAlive();
        return;
      } catch {
        // Still nobody there: the next round asks again.
      }
    }
  }
}

export const connection = new Connection();
