import { type Connection, openConnection } from './connection.ts';
import { type LoadResult, resultOf } from './jobs.ts';

/** Closed loops: each connection asks again as soon as it was answered, until the time is over. */
export async function loop(
  url: string,
  connections: number,
  seconds: number,
  once: (connection: Connection, index: number) => Promise<void>,
): Promise<LoadResult> {
  const opened = await openAll(url, connections);
  const milliseconds: number[] = [];
  let done = 0;
  const end = performance.now() + seconds * 1000;
  try {
    await Promise.all(
      opened.map(async (connection, index) => {
        for (let from = performance.now(); from < end;) {
          await once(connection, index);
          const to = performance.now();
          milliseconds.push(to - from);
          if (to <= end) done += 1;
          from = to;
        }
      }),
    );
  } finally {
    for (const connection of opened) connection.close();
  }
  return resultOf(milliseconds, done, seconds);
}

/** All at once, each over its own connection, opened before. */
export async function atOnce(
  url: string,
  count: number,
  once: (connection: Connection, index: number) => Promise<void>,
): Promise<LoadResult> {
  const opened = await openAll(url, count);
  const from = performance.now();
  try {
    const milliseconds = await Promise.all(
      opened.map(async (connection, index) => {
        await once(connection, index);
        return performance.now() - from;
      }),
    );
    return resultOf(milliseconds, count, (performance.now() - from) / 1000);
  } finally {
    for (const connection of opened) connection.close();
  }
}

function openAll(url: string, count: number): Promise<readonly Connection[]> {
  return Promise.all(Array.from({ length: count }, () => openConnection(url)));
}
