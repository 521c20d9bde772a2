import type { InputProblem } from '@monban/domain/problem';
import type { Refusal } from '@monban/domain/refusal';
import { err, ok, type Result } from '@monban/domain/result';

type Read = Readonly<Record<string, Result<unknown, InputProblem>>>;
type Values<Fields extends Read> = {
  readonly [Key in keyof Fields]: Fields[Key] extends Result<infer Value, InputProblem>
    ? Value
    : never;
};

/** All fields read, or all that is wrong with them: nobody corrects one field to be told of the next. */
export function gather<Fields extends Read>(
  fields: Fields,
  more: readonly InputProblem[] = [],
): Result<Values<Fields>, Refusal> {
  const problems = [
    ...Object.values(fields).flatMap((read) => (read.ok ? [] : [read.error])),
    ...more,
  ];
  if (problems.length > 0) return err({ code: 'INVALID_INPUT', problems });
  const values = Object.entries(fields).map(([key, read]) => [
    key,
    read.ok ? read.value : undefined,
  ]);
  // Every field was read.
  return ok(Object.fromEntries(values) as Values<Fields>);
}

/** A field that may be left out. */
export function optional<In, Out>(
  value: In | null | undefined,
  read: (value: In) => Result<Out, InputProblem>,
): Result<Out | null, InputProblem> {
  return value === null || value === undefined ? ok(null) : read(value);
}
