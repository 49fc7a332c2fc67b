/** More than a hundred documents that ask for too much, each in its own way. None of them is answered with data. */
import { bombs, repeated } from './repetition.js';
import { deep, wide } from './shapes.js';
import type { Row } from './text.js';
import { bodies, literals, operations, variables } from './values.js';

const FAMILIES: Readonly<Record<string, readonly Row[]>> = {
  deep,
  wide,
  'by aliases or directives': repeated,
  'fragments that spread': bombs,
  'a large literal': literals,
  variables,
  'in its body': bodies,
  operations,
};

/** Each with a name, how its refusal reads, and the body of the request. */
export const HOSTILE = Object.entries(FAMILIES).flatMap(([family, rows]) =>
  rows.map(([name, refusal, query, more]) => ({
    name: `${family}: ${name}`,
    refusal,
    status: more?.status ?? 200,
    body: `{"query":${JSON.stringify(query)},"operationName":${JSON.stringify(more?.operationName ?? null)},"variables":${more?.variables ?? '{}'}}`,
  })),
);
