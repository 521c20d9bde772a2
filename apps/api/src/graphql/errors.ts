import { GraphQLError, type GraphQLFormattedError, type SourceLocation } from 'graphql';
import { errorFields, type Log } from '../log.ts';
import { expectationOf } from './expectations.ts';
import { type FaultCode, PublicFault, UnfitInput } from './faults.ts';

/** Apollo Server's codes for what is the request's own fault. */
const requestFaults: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const internalText =
  'Something went wrong on our side. The log has the details under the ID that stands beside.';

/** Turns errors into what a client may read of them. */
export interface Errors {
  /** Logs those that are our own fault, under the request that met them. */
  note(errors: readonly GraphQLError[], requestId: string): void;
  /** For Apollo Server's `formatError`. */
  format(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
}

/** @param drawId an ID for a fault that no request is known of */
export function createErrors(log: Log, drawId: () => string): Errors {
  const ids = new WeakMap<object, string>();

  function noteInternal(error: unknown, requestId: string): void {
    log.error('Fault', { requestId, ...errorFields(innermost(error)) });
  }

  return {
    note(errors, requestId) {
      for (const error of errors) {
        ids.set(error, requestId);
        if (kindOf(error) === 'INTERNAL') noteInternal(error, requestId);
      }
    },

    format(formatted, error) {
      const inner = innermost(error);
      if (inner instanceof PublicFault) return answer(inner.code, inner.message, inner.locations);
      if (kindOf(error) === 'REQUEST') {
        const locations = formatted.locations ?? [];
        return answer(requestCode(inner), requestText(error, locations[0]), locations);
      }
      const known = error instanceof GraphQLError ? ids.get(error) : undefined;
      const id = known ?? drawId();
      if (known === undefined) noteInternal(error, id);
      return {
        message: internalText,
        ...(formatted.path && { path: formatted.path }),
        extensions: { code: 'INTERNAL_SERVER_ERROR', id },
      };
    },
  };
}

function answer(
  code: FaultCode,
  message: string,
  locations: readonly SourceLocation[] | undefined,
): GraphQLFormattedError {
  return { message, ...(locations?.length && { locations }), extensions: { code } };
}

function kindOf(error: unknown): 'PUBLIC' | 'REQUEST' | 'INTERNAL' {
  const inner = innermost(error);
  if (inner instanceof PublicFault) return 'PUBLIC';
  if (inner instanceof UnfitInput) return 'REQUEST';
  if (!(error instanceof GraphQLError)) return 'INTERNAL';
  if (requestFaults.has(error.extensions['code'])) return 'REQUEST';
  // Arguments and variables are coerced while the operation runs, and these have no code.
  const coercion =
    inner instanceof GraphQLError &&
    /^(Argument|Variable) "|^Too many errors processing variables/.test(inner.message);
  const variable = error.path === undefined && error.message.startsWith('Variable "');
  return coercion || variable ? 'REQUEST' : 'INTERNAL';
}

/** Checking whether fields of one name can be merged is ended when it becomes too much work (A19). */
function requestCode(inner: unknown): FaultCode {
  const aborted = inner instanceof Error && inner.message.startsWith('Validation aborted');
  return aborted ? 'OPERATION_TOO_LARGE' : 'BAD_USER_INPUT';
}

/** Line, column, and what is expected there. */
function requestText(error: unknown, at: SourceLocation | undefined): string {
  const expected = expectedBy(error);
  return at === undefined
    ? `Expected ${expected}.`
    : `Line ${at.line}, column ${at.column}: expected ${expected}.`;
}

function expectedBy(error: unknown): string {
  const inner = innermost(error);
  if (inner instanceof UnfitInput) return inner.expected;
  return expectationOf(inner instanceof Error ? inner.message : '');
}

/** What was thrown first, below whatever it was wrapped in on the way. */
function innermost(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}
