/** Migrates a store of either engine to this program's version and indexes. */
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { DuplicateKey, MigrationFailed, StoreUnavailable, StoreVersionMismatch } from '../errors.js';
import { MIGRATIONS } from './index.js';
import type { Migration } from './migration.js';

/** The progress of a store's migration. */
export interface Progress {
  /** The version of the store. It is raised when a step begins, so that older programs refuse the store from then on. */
  readonly version: number;
  /** Whether the step that leads to `version` has not yet migrated all documents. */
  readonly unfinished: boolean;
}

/**
 * The operations of an engine for migrations. `advance`, `dropUndeclared` and `buildDeclared` do a bounded part of their work
 * and return whether any is left. A process may be killed in any operation, and several may call them at the same time.
 */
export interface Migratable {
  progress(): Promise<Progress>;
  /** Takes or renews the lease until `until`; false when another holder's lease has not ended at `now`. Both in milliseconds. */
  lease(holder: string, now: number, until: number): Promise<boolean>;
  /** Gives the lease back, if `holder` has it. */
  release(holder: string): Promise<void>;
  /** Applies a step to further documents, each exactly once, and stores the progress. */
  advance(version: number, migration: Migration): Promise<boolean>;
  /** Removes unique keys and lists that are no longer declared. */
  dropUndeclared(): Promise<boolean>;
  /** Builds unique keys and lists that are newly declared. MUST reject with {@link DuplicateKey} when a key is not unique. */
  buildDeclared(): Promise<boolean>;
  /** The changes that the two operations above would make, a line each. */
  indexChanges(): Promise<string[]>;
}

export interface MigrateOptions {
  /** The steps; {@link MIGRATIONS} by default. Tests set others. */
  readonly migrations?: readonly Migration[];
  /** Called with a line at the start of each step, and at the start of waiting for another process. */
  readonly report?: (line: string) => void;
  /** How long to wait for another process that migrates, in milliseconds. */
  readonly patience?: number;
}

/** How long the lease of a process that was killed keeps others from migrating, in milliseconds. */
const LEASE_MS = 30_000;
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 250;

interface Step {
  readonly version: number;
  readonly migration: Migration;
}

/** The steps that have not finished. @throws StoreVersionMismatch when the store is newer than the program. */
function due({ version, unfinished }: Progress, migrations: readonly Migration[]): Step[] {
  const own = migrations.length + 1;
  if (version > own || version < 1) throw new StoreVersionMismatch(version, own);
  const from = version + (unfinished ? 0 : 1);
  return migrations.map((migration, index) => ({ version: index + 2, migration })).filter((one) => one.version >= from);
}

/** The changes that {@link bringUpToDate} would make, a line each. Changes nothing. */
export async function plannedChanges(
  store: Migratable,
  { migrations = MIGRATIONS }: MigrateOptions,
): Promise<string[]> {
  const steps = due(await store.progress(), migrations);
  return [...steps.map((step) => `migrate ${title(step)}`), ...(await store.indexChanges())];
}

/**
 * Applies the unfinished steps, one process at a time, and builds the newly declared indexes. Rejects with
 * {@link StoreVersionMismatch} when the store is newer, and with {@link MigrationFailed} when a step or a unique key fails or
 * another process migrates for too long. What was done is kept, and another call continues from there.
 */
export async function bringUpToDate(store: Migratable, options: MigrateOptions): Promise<void> {
  const { migrations = MIGRATIONS } = options;
  due(await store.progress(), migrations);
  // Before the steps: one may remove a field of a unique key, and then all documents would have the same key.
  await untilDone(() => store.dropUndeclared());
  await migrate(store, migrations, options);
  try {
    await untilDone(() => store.buildDeclared());
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    const message = `A new unique key cannot be built: ${error.message}. Change one of them with the former release of Latchkey.`;
    throw new MigrationFailed(message, { cause: error });
  }
}

async function migrate(store: Migratable, migrations: readonly Migration[], options: MigrateOptions): Promise<void> {
  const { report = () => undefined, patience = PATIENCE_MS } = options;
  const holder = uuid();
  let reported = 0;
  let waitingSince: number | undefined;
  let held = false;
  try {
    for (;;) {
      const [step] = due(await store.progress(), migrations);
      if (!step) return;
      const now = Date.now();
      held = await store.lease(holder, now, now + LEASE_MS);
      if (held) {
        if (reported !== step.version) report(`Migrating the store, ${title(step)}.`);
        reported = step.version;
        // The lease is renewed long before it ends. A process that loses it does no harm, because a document is migrated once.
        await untilDone(() => apply(store, step), now + LEASE_MS / 3);
        continue;
      }
      if (waitingSince === undefined) report('Another process migrates this store. Waiting for it to finish.');
      waitingSince ??= now;
      if (now - waitingSince > patience)
        throw new MigrationFailed(
          'Another process is still migrating this store. Wait for it to finish, and try again.',
        );
      await delay(LOOK_EVERY_MS);
    }
  } finally {
    if (held) await store.release(holder);
  }
}

const title = ({ version, migration }: Step): string => `step ${version - 1}, ${migration.kind}: ${migration.describe}`;

async function apply(store: Migratable, step: Step): Promise<boolean> {
  try {
    return await store.advance(step.version, step.migration);
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof StoreVersionMismatch) throw error;
    const reason = error instanceof DuplicateKey ? ` because ${error.message}` : '';
    throw new MigrationFailed(
      `The store could not be migrated${reason} (${title(step)}). What was migrated stays so, and nothing is lost. ` +
        'Report this, or restore the copy that you made before.',
      { cause: error },
    );
  }
}

/** Calls `work` until it returns false or the moment `end` has passed. Other work of the process runs in between. */
async function untilDone(work: () => Promise<boolean>, end = Infinity): Promise<void> {
  while ((await work()) && Date.now() < end) await nextTurn();
}
