/** Latchkey's schema, built once for all tests of a worker: to read, not to change. */
import { createSubgraph } from '../../src/graphql/subgraph.js';

export const schema = createSubgraph();
