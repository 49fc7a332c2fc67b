/** A document as it was stored, with the fields that its kind had at the time. */
export interface StoredDocument extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly version: number;
}

/** A document that a step creates; the engine sets its version. */
export interface EmittedDocument extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

/** One step from a store version to the next: how the documents of one kind change. */
export interface Migration {
  /** The name of the collection whose documents change. */
  readonly kind: string;
  /** What the step does, in a few words, for the log and for `latchkey migrate --check`. */
  readonly describe: string;
  /**
   * Returns the document in its new shape. A pure function, called exactly once for each document of the kind. It keeps the
   * id; the engine sets the version. It MUST NOT import code except released steps: all other code may change, and this step
   * must always read the old shape.
   */
  readonly up: (document: StoredDocument) => Readonly<Record<string, unknown>>;
  /** Creates documents of another kind, for fields that move out of a document. */
  readonly emits?: Emission;
}

/**
 * Documents of another kind that a step creates. All of them are stored before the document that they come from is replaced.
 * One whose id is taken is skipped: an earlier run of this step, which was interrupted, has stored it.
 */
export interface Emission {
  /** The name of their collection, which must not be that of the step. */
  readonly kind: string;
  /** The documents that come from `document`, in their shape after the step. A pure function, as {@link Migration.up}. */
  readonly from: (document: StoredDocument) => readonly EmittedDocument[];
}
