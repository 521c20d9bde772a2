import { HeaderMap } from '@apollo/server';
import { type ASTNode, GraphQLError } from 'graphql';

/** The codes of faults: what goes wrong beside the refusals that the schema names. */
export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'OPERATION_TOO_LARGE'
  | 'INTERNAL_SERVER_ERROR';

/**
 * A fault whose text the client may read as it stands. Every other error is masked. The text is
 * written by us and repeats nothing that was sent.
 */
export class PublicFault extends GraphQLError {
  override readonly name = 'PublicFault';
  readonly code: FaultCode;
  /** HTTP status of the whole answer. */
  readonly status: number;

  constructor(
    code: FaultCode,
    status: number,
    message: string,
    { at, headers }: { readonly at?: ASTNode | undefined; readonly headers?: HeaderMap } = {},
  ) {
    const http = { status, ...(headers && { headers }) };
    super(message, { ...(at && { nodes: at }), extensions: { code, http } });
    this.code = code;
    this.status = status;
  }
}

/** Nobody known asks, and what is asked for is not for strangers; or a token is no good. */
export function unauthenticated(message = 'Log on first.', at?: ASTNode): PublicFault {
  return new PublicFault('UNAUTHENTICATED', 401, message, { at });
}

/**
 * The bank token is no good: which of the reasons stands in our log alone. RFC 6750 wants the answer to
 * name the scheme.
 */
export function badToken(): PublicFault {
  const headers = new HeaderMap([['www-authenticate', 'Bearer error="invalid_token"']]);
  return new PublicFault('UNAUTHENTICATED', 401, 'The bank token is not valid.', { headers });
}

/** Somebody known asks for what isn't theirs to ask. */
export function forbidden(message = 'This is not open to you.', at?: ASTNode): PublicFault {
  return new PublicFault('FORBIDDEN', 403, message, { at });
}

/** The document asks for too much at once (A5, A19). */
export function operationTooLarge(message: string, status = 400): PublicFault {
  return new PublicFault('OPERATION_TOO_LARGE', status, message);
}

/** The request, its document or its variables don't fit. */
export function badUserInput(message: string, status = 400): PublicFault {
  return new PublicFault('BAD_USER_INPUT', status, message);
}

/** Thrown by scalars: says what would have fitted, and nothing of what was given. */
export class UnfitInput extends GraphQLError {
  override readonly name = 'UnfitInput';

  /** @param expected what fits, as the object of a sentence: `a text of at most 64 characters` */
  constructor(
    readonly expected: string,
    at?: ASTNode,
  ) {
    super(`Expected ${expected}.`, at && { nodes: at });
  }
}
