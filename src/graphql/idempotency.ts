/** The HTTP header `Idempotency-Key`: a client that repeats a request with the same key creates only once. */
import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { Attempt } from '../credentials/idempotency.js';
import { BadInput } from '../errors.js';

/** A string of structured fields, as the draft of the header defines it; or the same without quotes. */
const KEY = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,128})"|([\x21\x23-\x5b\x5d-\x7e]{1,128}))$/;

/**
 * The attempt of a field; undefined without the header. Each field of a document has a key of its own: the header with the
 * field's path in the answer. `input` is what the field is asked to do.
 * @throws BadInput for a header that is not a valid key.
 */
export function attemptOf(
  header: string | undefined,
  { path, parentType, fieldName }: Pick<GraphQLResolveInfo, 'path' | 'parentType' | 'fieldName'>,
  input: unknown,
): Attempt | undefined {
  if (header === undefined || header === '') return undefined;
  const [, quoted, bare] = KEY.exec(header) ?? [];
  const key = quoted ?? bare;
  if (key === undefined)
    throw new BadInput('"Idempotency-Key" must be 1 to 128 printable ASCII characters without blanks, as a UUID is.');
  return {
    key: JSON.stringify([key, ...responsePathAsArray(path)]),
    asked: JSON.stringify([parentType.name, fieldName, input]),
  };
}
