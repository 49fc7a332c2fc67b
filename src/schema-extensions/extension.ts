import type { Recorded } from '../audit/event.js';
import type { DocumentType } from '../storage/collection.js';

/** The schema extension of a target: definitions that its schemas are merged with. Its id is the target's. */
export interface SchemaExtension extends Recorded {
  readonly organizationId: string;
  /** The definitions; null once they were removed. */
  readonly sdl: string | null;
}

export const schemaExtensions: DocumentType<SchemaExtension> = {
  name: 'schemaExtensions',
  fields: { organizationId: 'string', sdl: 'string', pending: 'json', hasPending: 'boolean' },
  unique: [],
  lists: [['hasPending']],
};
