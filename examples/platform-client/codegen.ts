/** Types and documents for operations.graphql: `graphql-codegen --config examples/platform-client/codegen.ts`. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config: CodegenConfig = {
  // What the service itself answers as its SDL.
  schema: createRequire(import.meta.url).resolve('latchkey/schema.graphql'),
  documents: here('operations.graphql'),
  generates: {
    [here('generated/')]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        // Federation's own, which no document uses.
        defaultScalarType: 'unknown',
        enumsAsTypes: true,
        importExtension: '.js',
        scalars: { DateTime: 'string', ID: 'string', Timestamp: 'string' },
        useTypeImports: true,
      },
    },
  },
};

export default config;
