/** What of a fault may be told where its text may not: the system's or the database's code for it, or else its class. */
export function faultCode(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  // drizzle wraps what it is thrown.
  const deepest = fault.cause instanceof Error ? fault.cause : fault;
  return 'code' in deepest && typeof deepest.code === 'string' ? deepest.code : deepest.name;
}
