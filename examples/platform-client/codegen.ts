/** Types and documents for operations.graphql: `graphql-codegen --config examples/platform-client/codegen.ts`. */
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config: CodegenConfig = {
  schema: here('../../schema/*.graphql'),
  documents: here('operations.graphql'),
  generates: {
    [here('generated/')]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        importExtension: '.js',
        scalars: { DateTime: 'string', ID: 'string', Timestamp: 'string' },
        strictScalars: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
