/** What the methods of the storage port reject with. */

/** Another document holds this id or unique key. Names the fields, never their values. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
  constructor(
    readonly kind: string,
    readonly fields: readonly string[],
  ) {
    super(`another document of ${kind} has the same ${fields.join(' and ')}`);
  }
}

/** The document was changed or removed since it was read. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(readonly kind: string) {
    super(`a document of ${kind} was changed by somebody else`);
  }
}

/** The store does not answer, or not in time. Whether a write took place is then unknown. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store was written by a program of another store version. */
export class StoreVersionMismatch extends Error {
  override readonly name = 'StoreVersionMismatch';
  constructor(found: unknown, own: number) {
    super(
      `The store has version ${String(found)}, this Latchkey reads version ${own}. ` +
        'Run the release of Latchkey that wrote it, or point this one at another store.',
    );
  }
}

/** A store could not be brought to this program's version. The message says why, and what to do. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}
