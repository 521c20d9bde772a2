import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the documents in `src/operations.ts`, from the committed schema. Types alone: nothing that is generated runs. */
const config: CodegenConfig = {
  schema: '../../apps/api/schema.graphql',
  documents: 'src/operations.ts',
  generates: {
    'src/generated.ts': {
      plugins: ['typescript-operations'],
      config: {
        scalars: {
          ID: 'string',
          ContractId: 'string',
          UserId: 'string',
          Pin: 'string',
          Sha256: 'string',
          Yen: 'number',
          DateTime: 'string',
        },
        defaultScalarType: 'unknown',
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypeNameForRoot: true,
        avoidOptionals: { field: true, inputValue: false },
      },
    },
  },
};

export default config;
