/** The errors of the storage port. */

/** Another document has this id or unique key. The message names the fields, never their values. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
  constructor(
    readonly kind: string,
    readonly fields: readonly string[],
  ) {
    super(`another document of ${kind} has the same ${fields.join(' and ')}`);
  }
}

/** The document has been changed or removed since it was read. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(readonly kind: string) {
    super(`a document of ${kind} was changed by somebody else`);
  }
}

/** The store did not answer in time. Whether a write took place is unknown. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store has a version that this program does not read. */
export class StoreVersionMismatch extends Error {
  override readonly name = 'StoreVersionMismatch';
  constructor(found: unknown, own: number) {
    super(
      `The store has version ${String(found)}, this Latchkey reads version ${own}. ` +
        'Run the release of Latchkey that wrote it, or point this one at another store.',
    );
  }
}

/** The store could not be migrated to this program's version. The message says why and what to do. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}
