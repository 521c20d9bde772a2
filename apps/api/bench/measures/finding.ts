/** One goal of the project, and what was found. */
export interface Finding {
  /** As the goals are numbered: S1 … */
  readonly id: string;
  readonly what: string;
  readonly goal: Goal;
  /** One a turn. */
  readonly values: readonly number[];
  /** Absolute numbers of this machine at this hour; they mean nothing elsewhere. */
  readonly context: string;
}

type Goal =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  /** In every turn, not only in the middle one. */
  | { readonly exactly: number };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ];
  return (low + high) / 2;
}

function isMet({ goal, values }: Finding): boolean {
  if ('exactly' in goal) return values.every((value) => value === goal.exactly);
  return 'atLeast' in goal ? median(values) >= goal.atLeast : median(values) <= goal.atMost;
}

/** For machines: the same, with what follows from it. */
export function findingJson(finding: Finding): object {
  const { values } = finding;
  return {
    ...finding,
    median: median(values),
    least: Math.min(...values),
    most: Math.max(...values),
    met: isMet(finding),
  };
}

/** For people: one line a goal, absolute numbers below it. */
export function findingText(finding: Finding): string {
  const { id, what, goal, values, context } = finding;
  const [sign, bound] =
    'exactly' in goal
      ? ['=', goal.exactly]
      : 'atLeast' in goal
        ? ['≥', goal.atLeast]
        : ['≤', goal.atMost];
  const spread = `${shown(Math.min(...values))} – ${shown(Math.max(...values))}`;
  const found = `${shown(median(values))} (${spread})`;
  const verdict = isMet(finding) ? 'met' : 'MISSED';
  return `${id}  ${what}\n    ${found}, goal ${sign} ${bound}: ${verdict}\n    ${context}`;
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
