/** How long and how often is measured. */
export interface Pace {
  readonly turns: number;
  /** Of one side of a turn. */
  readonly seconds: number;
}

export const fullPace: Pace = { turns: 5, seconds: 5 };
export const quickPace: Pace = { turns: 3, seconds: 1 };

/** What was measured in one turn: the limit, and right after it the figure. */
export interface Turn<Limit, Figure> {
  readonly limit: Limit;
  readonly figure: Figure;
}

/**
 * Limit, figure, limit, figure …: a machine that others use as well drifts within minutes, so each figure is held
 * against the limit that was measured just before it. The first turn warms both up and doesn't count.
 */
export async function takeTurns<Limit, Figure>(
  { turns, seconds }: Pace,
  measureLimit: (seconds: number) => Promise<Limit>,
  measureFigure: (seconds: number) => Promise<Figure>,
): Promise<readonly Turn<Limit, Figure>[]> {
  const warmUpSeconds = Math.min(seconds, 2);
  await measureLimit(warmUpSeconds);
  await measureFigure(warmUpSeconds);
  const taken: Turn<Limit, Figure>[] = [];
  while (taken.length < turns) {
    const limit = await measureLimit(seconds);
    taken.push({ limit, figure: await measureFigure(seconds) });
  }
  return taken;
}
