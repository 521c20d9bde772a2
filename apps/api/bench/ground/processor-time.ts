import { readdirSync, readFileSync } from 'node:fs';

/** Seconds of processor time since its start, of one process or of several. */
export type ProcessorTime = () => number;

/** Linux counts in hundredths of a second, on every machine. */
const ticksPerSecond = 100;

interface Stat {
  readonly name: string;
  readonly parent: number;
  /** Its own, all its threads'. */
  readonly ticks: number;
  /** Of children that have ended. */
  readonly endedTicks: number;
}

/** What a process used, user and system time together. */
export function processorTimeOf(pid: number): ProcessorTime {
  return () => {
    const stat = readStat(pid);
    if (stat === null) throw new Error('The process has ended.');
    return stat.ticks / ticksPerSecond;
  };
}

/** What the PostgreSQL that this process started used, all its processes together. */
export function processorTimeOfPostgres(): ProcessorTime {
  const postmaster = processes().find(
    ({ pid, name, parent }) => name === 'postgres' && parent === process.pid && pid !== process.pid,
  );
  if (postmaster === undefined) throw new Error('This process has started no PostgreSQL.');
  return () => {
    const all = processes();
    const own = all.filter(({ pid }) => pid === postmaster.pid);
    const children = all.filter(({ parent }) => parent === postmaster.pid);
    const ticks = [...own, ...children].reduce((sum, one) => sum + one.ticks, 0);
    return own.reduce((sum, one) => sum + one.endedTicks, ticks) / ticksPerSecond;
  };
}

function processes(): readonly (Stat & { readonly pid: number })[] {
  return readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry);
    const stat = Number.isInteger(pid) ? readStat(pid) : null;
    return stat === null ? [] : [{ pid, ...stat }];
  });
}

/** Null: it has ended, or there is no /proc here. */
function readStat(pid: number): Stat | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold anything; the fields behind it are numbered in proc(5) from 3.
    const open = line.indexOf('(');
    const close = line.lastIndexOf(')');
    const fields = line.slice(close + 2).split(' ');
    const field = (number: number): number => Number(fields[number - 3]);
    return {
      name: line.slice(open + 1, close),
      parent: field(4),
      ticks: field(14) + field(15),
      endedTicks: field(16) + field(17),
    };
  } catch {
    return null;
  }
}
