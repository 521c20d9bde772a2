import { everyPinProblem, everyProblem, everyRefusal } from '@monban/domain/example/refusals';
import type { Refusal, RefusalCode } from '@monban/domain/refusal';
import { words } from '@monban/domain/wording/words';
import { type GraphQLSchema, isEnumType, isUnionType } from 'graphql';
import type { FaultCode } from './faults.ts';

/** What a program does, where the texts say what a person does. */
const programs: Readonly<Record<RefusalCode, string>> = {
  LOGON_REFUSED:
    'Show the text as it stands. Which of the reasons it was stands in the history alone; mail tells the third wrong entry in a row, and a lock. Don’t repeat it: entries are counted. Under `CERTIFICATE` it may be the certificate that is missing, see “Certificates”.',
  WRONG_PIN:
    'Show the text with `attemptsLeft` and whom the last one `locks`. Ask the person again; never send the same PIN twice by yourself.',
  PIN_POLICY: 'Show each of `problems` beside its field (`pin`). Nothing was counted.',
  INVALID_INPUT:
    'Show each of `problems` beside its field (`path`). From a program’s own value it is a mistake in the program. Nothing was counted.',
  NOT_PERMITTED:
    'Show the text. Another request gives the same answer until the administrator acts.',
  LIMIT_EXCEEDED:
    'Show the text: `layer` and `period` say which limit, `left` what would fit (null: the contract’s).',
  CONFLICT:
    'A stale version: read again, show what changed, let the person decide. An idempotency key with another input: a mistake in the program.',
  NOT_FOUND: 'Show the text. What belongs to another contract answers the same.',
  NOT_ALLOWED_NOW: 'Show the text: it says what has to happen first.',
  TRY_AGAIN:
    'Nothing was compared, counted or changed. Wait `retryAfterSeconds`, then send the same request again, under the same idempotency key; after `CHALLENGE_PASSED` ask for the challenge anew, and the person for its cells.',
};

interface FaultNote {
  readonly status: string;
  readonly cause: string;
  readonly remedy: string;
}

const faults: Readonly<Record<FaultCode, FaultNote>> = {
  UNAUTHENTICATED: {
    status: '401',
    cause:
      'No live session; a bank token that is no good (expired, another issuer, audience, key or type, bound to a certificate that isn’t there); a cookie beside a token; a page of an older session.',
    remedy:
      'Get a new token, or log the user on again. Our log says under `Monban-Request-Id` why a token was refused.',
  },
  FORBIDDEN: {
    status: '403',
    cause: 'The scope is missing, or this is not for users, or administrators, or banks.',
    remedy:
      'Ask for the scope at the identity provider. Line and column say which field it was; `access-matrix.txt` who may.',
  },
  BAD_USER_INPUT: {
    status: '400, 405, 415',
    cause:
      'Document or variables don’t fit the schema, or this is no GraphQL request by POST; or `Monban-Client-Address`, `Client-Cert` or a proxy’s `X-Forwarded-For` can’t be read.',
    remedy:
      'The text says line, column and what is expected there. Compare with `/schema.graphql`; amounts are JSON numbers.',
  },
  OPERATION_TOO_LARGE: {
    status: '400, 413',
    cause: 'The document asks for too much at once, or takes PINs in more than one field.',
    remedy: 'Split it. The text names the bound.',
  },
  INTERNAL_SERVER_ERROR: {
    status: '500; 200 once the operation runs',
    cause: 'Something went wrong on our side: the database is away, for instance.',
    remedy:
      'Ask what became of it (`authorizationByKey`), or send the same request with the same key. The operator finds `extensions.id` in the log.',
  },
};

/** Every refusal and every GraphQL error with cause and remedy, as Markdown: a part of docs/integrating.md. */
export function refusalList(schema: GraphQLSchema): string {
  return [
    '### Refusals',
    table(['code', 'means', 'what a program does'], codesOf(schema)),
    '### Their causes, as people read them',
    table(['code', 'text'], everyRefusal.filter(hasOneCause).map(causeOf)),
    'Numbers in these texts are examples: each field has its own bounds.',
    '#### `problems` of INVALID_INPUT',
    table(['code', 'text, behind the name of the field'], everyProblem.map(problemOf)),
    '#### `problems` of PIN_POLICY',
    table(
      ['code', 'text'],
      everyPinProblem.map((code) => [code, say.pinProblem(code, 'modern')]),
    ),
    '### GraphQL errors',
    'In `errors[].extensions.code`. Nothing that was sent is repeated in any of them.',
    table(
      ['code', 'HTTP', 'cause', 'remedy'],
      Object.entries(faults).map(([code, { status, cause, remedy }]) => [
        code,
        status,
        cause,
        remedy,
      ]),
    ),
    '### What each mutation can answer',
    table(['mutation', 'success', 'refusals'], answersOf(schema)),
  ].join('\n\n');
}

type Row = readonly string[];
const say = words('en');

/** Those that only collect what other tables list. */
function hasOneCause({ code }: Refusal): boolean {
  return code !== 'INVALID_INPUT' && code !== 'PIN_POLICY';
}

function causeOf(refusal: Refusal): Row {
  return [refusal.code, say.refusal(refusal)];
}

function problemOf(code: (typeof everyProblem)[number]): Row {
  const text = say.inputProblem({ path: '', code, bounds: { min: 1, max: 60 } }, '…');
  return [code, text.replace(/^…: /, '')];
}

function codesOf(schema: GraphQLSchema): readonly Row[] {
  const type = schema.getType('RefusalCode');
  const values = isEnumType(type) ? type.getValues() : [];
  return Object.entries(programs).map(([code, program]) => [
    code,
    values.find(({ name }) => name === code)?.description ?? '',
    program,
  ]);
}

function answersOf(schema: GraphQLSchema): readonly Row[] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ name }) => {
      const result = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
      const types = isUnionType(result) ? result.getTypes() : [];
      const isRefusal = (type: (typeof types)[number]): boolean =>
        type.getInterfaces().some((face) => face.name === 'Refusal');
      const names = (refusals: boolean): string =>
        types
          .filter((type) => isRefusal(type) === refusals)
          .map((type) => `\`${type.name}\``)
          .toSorted()
          .join(', ');
      return [`\`${name}\``, names(false), names(true) || '–'];
    });
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
