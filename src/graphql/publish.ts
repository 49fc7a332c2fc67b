/** Writes the SDL beside the compiled files, as part of the build: `npm run schema`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { subgraphSdl, subgraphSdlWithAuth } from './subgraph.js';

const dist = new URL('../../dist/', import.meta.url);
mkdirSync(dist, { recursive: true });
writeFileSync(new URL('latchkey.graphql', dist), subgraphSdl());
writeFileSync(new URL('latchkey.auth.graphql', dist), subgraphSdlWithAuth());
