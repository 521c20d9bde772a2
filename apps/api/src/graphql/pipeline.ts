import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../caller.ts';
import type { ReplySeen, RequestSeen } from '../context.ts';
import type { Errors } from './errors.ts';
import { forbidden, unauthenticated } from './faults.ts';
import { checkFieldRules } from './field-rules.ts';
import { isPassive, rootFields } from './passive.ts';
import { partiesOf } from './party.ts';

/** What the log says of a request at its end. */
export interface Trace {
  operation?: string;
  caller?: Caller['kind'];
  code?: string;
}

/** A request on its way to its operation; the operation's own context is added once it may run. */
export interface Incoming {
  readonly request: RequestSeen;
  readonly reply: ReplySeen;
  /** The request says of itself that it is passive (`Monban-Passive: 1`). */
  readonly saysPassive: boolean;
  readonly trace: Trace;
}

export interface PipelineParts {
  readonly schema: GraphQLSchema;
  readonly errors: Errors;
  resolveCaller(request: RequestSeen, passive: boolean): Promise<Caller>;
  contextOf(caller: Caller, request: RequestSeen, reply: ReplySeen): object;
}

/**
 * What happens between a valid document and its execution: who asks, and may they. The caller is
 * looked up only here, because whether the request prolongs a session is known from the document.
 */
export function pipeline(parts: PipelineParts): ApolloServerPlugin<Incoming> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: (context) => admit(parts, context),
        didEncounterErrors: ({ errors, contextValue }) => {
          parts.errors.note(errors, contextValue.request.requestId);
          return Promise.resolve();
        },
      }),
  };
}

async function admit(
  parts: PipelineParts,
  context: GraphQLRequestContextDidResolveOperation<Incoming>,
): Promise<void> {
  const { operation, document, contextValue } = context;
  // Apollo Server comes here without an operation too, when the request picks none; nothing runs then.
  if (!operation) return;
  const { request, reply, saysPassive, trace } = contextValue;
  trace.operation = operationLabel(rootFields(operation.selectionSet, document));
  const caller = await parts.resolveCaller(request, saysPassive || isPassive(operation, document));
  trace.caller = caller.kind;
  const verdict = checkFieldRules(
    parts.schema,
    document,
    context.request.operationName,
    partiesOf(caller),
  );
  if (verdict === 'UNAUTHENTICATED') throw unauthenticated();
  if (verdict !== 'OK') {
    const { line, column } = verdict.forbidden;
    throw forbidden(`Line ${line}, column ${column}: this is not open to you.`);
  }
  Object.assign(contextValue, parts.contextOf(caller, request, reply));
}

/** Valid documents name only fields of the schema, so that nothing of the client's gets into the log. */
function operationLabel(fields: readonly string[]): string {
  return [...new Set(fields)].toSorted().join(' ');
}
