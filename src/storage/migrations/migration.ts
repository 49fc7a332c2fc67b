/** A document as it is stored, whatever its kind was declared as at the time. */
export interface StoredDocument extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly version: number;
}

/** A document that a step gives rise to; the engine sets its version. */
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
   * The document in its new shape. A pure function, given each document of the kind exactly once. It keeps the id; the
   * engine sets the version. It MUST NOT import code that may change later, as all but released steps may: the old shape is
   * to be read for ever.
   */
  readonly up: (document: StoredDocument) => Readonly<Record<string, unknown>>;
  /** Documents of another kind that a document gives rise to, for what moves out of it. */
  readonly emits?: Emission;
}

/**
 * Documents of another kind that a step stores, all of them before it replaces the document they come from. One whose id
 * is taken is left out: it was stored before the process was killed, and is as this step would make it.
 */
export interface Emission {
  /** The name of the collection that the documents are of, another than the step's. */
  readonly kind: string;
  /** The documents that `document` gives rise to, as they are at the end of the step. A pure function, as {@link Migration.up}. */
  readonly from: (document: StoredDocument) => readonly EmittedDocument[];
}
