/** How long an answer is waited for: longer than PostgreSQL lets a statement run (`statement_timeout`). */
export const answerSeconds = 12;

/** The driver lost a query: that happens when a connection is cut while queries are being written to it. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * An answer of the database, or the fault that there is none: nobody waits for ever (A25).
 * @param lost is told where there is none
 */
export function inTime<T>(answer: PromiseLike<T>, lost: () => void = () => undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      lost();
      reject(new NoAnswer('the database did not answer'));
    }, answerSeconds * 1000);
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (fault: unknown) => {
        clearTimeout(timer);
        reject(fault instanceof Error ? fault : new Error(String(fault)));
      },
    );
  });
}

/** Whether that is what a fault came from; drizzle wraps what it is thrown. */
export function lostAQuery(fault: unknown): boolean {
  return fault instanceof NoAnswer || (fault instanceof Error && fault.cause instanceof NoAnswer);
}
