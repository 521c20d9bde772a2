import type { LogonOutcome } from './send-logon.ts';

type Refused = Extract<LogonOutcome, { kind: 'REFUSED' }>;

/** The API's problems beside the form's fields of the same name; the others are said in general. */
export function sortProblems<Name extends string>(
  refused: Refused,
  names: readonly Name[],
): { readonly problems: Partial<Record<Name, string>>; readonly general: readonly string[] } {
  const problems: Partial<Record<Name, string>> = {};
  const general = [...refused.general];
  for (const { field, text } of refused.fields) {
    const name = names.find((each) => each === field);
    if (name === undefined) general.push(text);
    else problems[name] = [problems[name], text].filter((part) => part !== undefined).join(' ');
  }
  return { problems, general };
}
