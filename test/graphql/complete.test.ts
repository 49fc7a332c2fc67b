import { expect, it } from 'vitest';
import { complete } from '../../src/graphql/complete.js';

it('a field without a resolver or a property does not compile', () => {
  // @ts-expect-error -- "Query.me has no resolver", among others
  expect(complete({ identity: {} })).toEqual({ identity: {} });
});
