import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  ID: 'string',
  ContractId: 'string',
  UserId: 'string',
  Pin: 'string',
  OneTimePassword: 'string',
  Yen: 'number',
  DateTime: 'string',
  EmailAddress: 'string',
  CsvText: 'string',
  PemText: 'string',
  Sha256: 'string',
};

const shared = {
  scalars,
  defaultScalarType: 'unknown',
  enumsAsTypes: true,
  useTypeImports: true,
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  avoidOptionals: { field: true, inputValue: false },
};

/**
 * Documents are typed from the committed schema, twice: as strings for what runs before the
 * application is loaded (the strangers' pages, "who am I"), as parsed documents for Apollo Client.
 */
const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  generates: {
    'src/graphql/generated/plain/': {
      preset: 'client',
      documents: [
        'src/session/*.graphql.ts',
        'src/features/{logon,fetch-certificate}/*.graphql.ts',
      ],
      presetConfig: { fragmentMasking: false },
      // Apollo Client adds `__typename` everywhere; a string asks for what it says, and no more.
      config: { ...shared, documentMode: 'string', nonOptionalTypename: false },
    },
    'src/graphql/generated/': {
      preset: 'client',
      documents: [
        'src/graphql/*.graphql.ts',
        'src/{address,certificate}/*.graphql.ts',
        'src/features/!(logon|fetch-certificate)/**/*.graphql.ts',
      ],
      presetConfig: { fragmentMasking: false },
      config: shared,
    },
  },
};

export default config;
