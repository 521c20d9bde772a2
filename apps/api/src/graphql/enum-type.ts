import { registerEnumType } from 'type-graphql';

/** An enum whose keys and values are the same, so that both sides of the wire say the same word. */
function same<Value extends string>(values: readonly Value[]): { readonly [Key in Value]: Key } {
  // Each key is its own value.
  return Object.fromEntries(values.map((value) => [value, value])) as {
    readonly [Key in Value]: Key;
  };
}

/** An enum of the schema, each value with its description. */
export function enumType<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
) {
  const keys = Object.keys(values) as Value[];
  const members = same(keys);
  const valuesConfig = Object.fromEntries(keys.map((key) => [key, { description: values[key] }]));
  registerEnumType(members, {
    name,
    description,
    valuesConfig: valuesConfig as Record<Value, { description: string }>,
  });
  return members;
}
