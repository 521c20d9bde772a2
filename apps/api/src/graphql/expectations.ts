/**
 * What was expected where graphql-js found something else. Its own texts repeat values, names and
 * literals of the client's, so none of them gets out: a text is recognised, and answered with one of
 * these.
 */
const expectations: readonly (readonly [RegExp, string])[] = [
  // The document's grammar.
  [/^Syntax Error: Expected Name,/, 'a name'],
  [/^Syntax Error: Expected "([!$&()[\]{}:=@|]|\.\.\.)",/, 'a punctuation mark of the grammar'],
  [/^Syntax Error: Expected "on",/, 'the keyword on'],
  [/^Syntax Error: Expected <EOF>,/, 'the end of the document'],
  [/^Syntax Error: Unexpected <EOF>/, 'more: the document ends too early'],
  [/^Syntax Error: Unexpected single quote/, 'double quotes around a text'],
  [/^Syntax Error: Unexpected variable/, 'a constant value'],
  [/^Syntax Error: Unterminated string/, 'a closing quote'],
  [/^Syntax Error: Invalid number/, 'a number as JSON writes it'],
  [
    /^Syntax Error: Invalid (Unicode|character) escape/,
    'an escape sequence that the grammar knows',
  ],
  [/^Syntax Error: Invalid character/, 'a character that the grammar allows'],
  [/^Syntax Error: /, 'a GraphQL document that follows the grammar'],
  // The document against the schema.
  [/^Cannot query field /, 'a field that the type selected from has'],
  [/^Unknown argument .* on directive /s, 'an argument that the directive has'],
  [/^Unknown argument /, 'an argument that the field has'],
  [/^(Field|Directive) .* argument .* is required/s, 'all required arguments'],
  [/^There can be only one argument /, 'each argument once'],
  [/^Unknown type /, 'a type of the schema'],
  [/^Unknown directive /, 'a directive of the schema'],
  [/^Directive .* may not be used on /s, 'a directive that may stand there'],
  [/^The directive .* can only be used once/s, 'each directive once'],
  [/^Field .* must not have a selection /s, 'no selection: the field holds a plain value'],
  [/^Field .* must have (a selection|at least one)/s, 'a selection of fields in braces'],
  [/^Fields .* conflict because /s, 'aliases for fields that differ'],
  [/^Fragment .*cannot be spread here/s, 'a fragment on a type that can occur there'],
  [/^Fragment .*cannot condition on /s, 'a fragment on an object type, interface or union'],
  [/^Unknown fragment /, 'a fragment of this document'],
  [/^Fragment .* is never used/s, 'only fragments that are used'],
  [/^Cannot spread fragment .* within itself/s, 'fragments that do not contain themselves'],
  [/^There can be only one fragment /, 'each fragment once'],
  [/^There can be only one operation /, 'each operation under a name of its own'],
  [/^This anonymous operation must be /, 'names for operations that are several'],
  [/^The .* definition is not executable/s, 'operations and fragments only'],
  [/^Maximum introspection depth /, 'introspection of less depth'],
  [/^GraphQL introspection is not allowed/, 'no introspection: it is switched off here'],
  [/^Validation aborted/, 'fewer fields of the same name'],
  [/^Too many validation errors/, 'fewer mistakes'],
  // Variables and values.
  [/^Variable .* is not defined/s, 'a variable that the operation declares'],
  [/^Variable .* is never used/s, 'only variables that are used'],
  [/^There can be only one variable /, 'each variable once'],
  [/^Variable .* of type .* used in position expecting /s, 'a variable of the type of that place'],
  [/^Variable .* (cannot be non-input type|which cannot be used as an input)/s, 'an input type'],
  [/^Variable .* (of required type|of non-null type) /s, 'a value for this variable'],
  [/^Argument .* (of required type|of non-null type) /s, 'a value for this argument'],
  [/^There can be only one input field /, 'each input field once'],
  [/^Field .* of required type .* was not provided/s, 'all required input fields'],
  [/^Field .* is not defined by type /s, 'only input fields that the input type has'],
  [/^Int cannot represent /, 'a whole number of 32 bits'],
  [/^Float cannot represent /, 'a number'],
  [/^String cannot represent /, 'a text'],
  [/^Boolean cannot represent /, 'true or false'],
  [/^ID cannot represent /, 'an ID as text'],
  [/^(Enum|Value) .* enum\b/s, 'one of the values of the enumeration'],
  [/^Enum .* cannot represent /s, 'one of the values of the enumeration'],
  [/^Expected type .* to be an object/s, 'an object with input fields'],
  [/^Expected non-nullable type /, 'a value'],
  [/^Expected value of type /, 'a value of the type of that place'],
  [/^Too many errors processing variables/, 'variables that fit'],
  // The request.
  [/^Must provide (an operation|operation name)/, 'operationName to pick one of the operations'],
  [/^Unknown operation named /, 'operationName to name an operation of the document'],
  [/^Operation batching disabled/, 'one operation: lists of them are refused'],
  [/^GraphQL operations must contain a non-empty /, 'a GraphQL document as "query"'],
  [/^GraphQL queries must be strings/, 'a GraphQL document as "query", in text'],
  [/^POST body missing/, 'a JSON object with "query"'],
  [
    /^`(variables|extensions|operationName)`/,
    '"variables" and "extensions" as objects, "operationName" as text',
  ],
  [/^PersistedQuery/, 'the document itself: persisted ones are not kept here'],
  [
    /^An 'accept' header was provided/,
    'that application/graphql-response+json or application/json is accepted',
  ],
];

/** What was expected, in words of ours alone, for a text of graphql-js or Apollo Server. */
export function expectationOf(message: string): string {
  return (
    expectations.find(([known]) => known.test(message))?.[1] ?? 'a request that fits the schema'
  );
}
