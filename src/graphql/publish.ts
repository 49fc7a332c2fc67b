/** Writes the SDL as an artefact beside the compiled files: `npm run schema`, and part of the build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { withAuthDirectives } from './auth-directives.js';
import { subgraphSdl } from './subgraph.js';

const dist = new URL('../../dist/', import.meta.url);
mkdirSync(dist, { recursive: true });
const sdl = subgraphSdl();
writeFileSync(new URL('latchkey.graphql', dist), sdl);
writeFileSync(new URL('latchkey.auth.graphql', dist), withAuthDirectives(sdl));
