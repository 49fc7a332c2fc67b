/** The HTTP header `Idempotency-Key`: what a client creates under it, it creates once. */
import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { Attempt } from '../credentials/idempotency.js';
import { BadInput } from '../errors.js';

/** A structured field's string, as the draft of the header has it, or the same without quotes. */
const KEY = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,128})"|([\x21\x23-\x5b\x5d-\x7e]{1,128}))$/;

/**
 * What a field is to do once, undefined without the header. Each field of a document has a key of its own: that of the
 * header, at its place in the answer. `input` is what is asked for beside the field's name.
 * @throws BadInput for a header that is no key.
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
