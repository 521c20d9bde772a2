/** Whose work a permit is for. Whoever is logged on never waits behind a flood of strangers (A18). */
export type PermitQueue = 'STRANGER' | 'LOGGED_ON';

/** Leave to run one argon2 computation. */
export interface Permit {
  /** Gives it back; once is enough, more do nothing. */
  release(): void;
}

export interface Permits {
  /**
   * Waits for a permit, in the order of arrival within its queue. `null` when the queue is full, the
   * deadline has passed or `signal` was raised: then nothing is compared, and the answer is TRY_AGAIN.
   */
  acquire(queue: PermitQueue, signal?: AbortSignal): Promise<Permit | null>;
}

export interface PermitsOptions {
  /** How many run at once: as many as libuv has threads, which is as many as there are cores. */
  readonly count: number;
  /** How many may wait in each queue. */
  readonly waiting?: number;
  /** How long one waits at most. */
  readonly deadlineSeconds?: number;
  /** Calls back later; answers how to call that off. Tests bring a clock of their own. */
  readonly startTimer?: (ring: () => void, milliseconds: number) => () => void;
}

/**
 * Permits in front of argon2. No permit lies idle while somebody waits. While both queues wait they
 * take turns, so that people who are logged on keep half of the permits whatever strangers do.
 */
export function createPermits(options: PermitsOptions): Permits {
  const { count, waiting = 256, deadlineSeconds = 15, startTimer = systemTimer } = options;
  const queues: Record<PermitQueue, Set<() => void>> = {
    STRANGER: new Set(),
    LOGGED_ON: new Set(),
  };
  let free = count;
  let lastServed: PermitQueue = 'STRANGER';

  function grant(): Permit {
    let held = true;
    return {
      release() {
        if (!held) return;
        held = false;
        free += 1;
        serveNext();
      },
    };
  }

  function serveNext(): void {
    const queue = nextQueue(queues, lastServed);
    const first = queue === null ? undefined : queues[queue].values().next().value;
    if (queue === null || first === undefined || free === 0) return;
    lastServed = queue;
    free -= 1;
    first();
  }

  return {
    acquire(queue, signal) {
      if (signal?.aborted === true) return Promise.resolve(null);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(grant());
      }
      const line = queues[queue];
      if (line.size >= waiting) return Promise.resolve(null);
      return new Promise((resolve) => {
        const served = (): void => leave(grant());
        const gone = (): void => leave(null);
        const callOff = startTimer(gone, deadlineSeconds * 1000);
        function leave(permit: Permit | null): void {
          line.delete(served);
          callOff();
          signal?.removeEventListener('abort', gone);
          resolve(permit);
        }
        line.add(served);
        signal?.addEventListener('abort', gone);
      });
    },
  };
}

/** The queue whose turn it is: the only one that waits, or of two the one not served last. */
function nextQueue(
  queues: Readonly<Record<PermitQueue, ReadonlySet<unknown>>>,
  lastServed: PermitQueue,
): PermitQueue | null {
  const other = lastServed === 'STRANGER' ? 'LOGGED_ON' : 'STRANGER';
  if (queues[other].size > 0) return other;
  return queues[lastServed].size > 0 ? lastServed : null;
}

function systemTimer(ring: () => void, milliseconds: number): () => void {
  const timer = setTimeout(ring, milliseconds);
  return () => clearTimeout(timer);
}
