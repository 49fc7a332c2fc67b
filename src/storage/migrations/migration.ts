/** A document as it is stored, whatever its kind was declared as at the time. */
export interface StoredDocument extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly version: number;
}

/** One step from a store version to the next: how the documents of one kind change. */
export interface Migration {
  /** The name of the collection whose documents change. */
  readonly kind: string;
  /** What the step does, in a few words, for the log and for `latchkey migrate --check`. */
  readonly describe: string;
  /**
   * The document in its new shape. A pure function, given each document of the kind exactly once. It keeps the id; the
   * engine sets the version. It MUST NOT import code that may change later: the old shape is to be read for ever.
   */
  readonly up: (document: StoredDocument) => Readonly<Record<string, unknown>>;
}
