/** Brings a store to this program's version and declarations, on either engine. */
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { DuplicateKey, MigrationFailed, StoreUnavailable, StoreVersionMismatch } from '../errors.js';
import { MIGRATIONS } from './index.js';
import type { Migration } from './migration.js';

/** How far a store has come. */
export interface Progress {
  /** The version that the store has, or is on its way to. An older program refuses it from the start of a step on. */
  readonly version: number;
  /** Whether documents of the step that leads to `version` are left. */
  readonly unfinished: boolean;
}

/**
 * What an engine offers to bring a store up to date. Methods that answer a boolean do a bounded part of their work, and
 * answer whether any is left. A process may be killed in any of them, and any number may call them at the same time.
 */
export interface Migratable {
  progress(): Promise<Progress>;
  /** Takes or renews the right to migrate until `until`, unless another holder's has not ended at `now` (milliseconds). */
  lease(holder: string, now: number, until: number): Promise<boolean>;
  /** Gives the lease back, if `holder` has it. */
  release(holder: string): Promise<void>;
  /** Applies a step to further documents, each exactly once, and keeps note of how far it came. */
  advance(version: number, migration: Migration): Promise<boolean>;
  /** Removes unique keys and lists that are no longer declared. */
  dropUndeclared(): Promise<boolean>;
  /** Builds unique keys and lists that are newly declared. MUST reject with {@link DuplicateKey} when a key is not unique. */
  buildDeclared(): Promise<boolean>;
  /** What the two above would do, a line each. */
  indexChanges(): Promise<string[]>;
}

export interface MigrateOptions {
  /** The steps there are; {@link MIGRATIONS}, but for tests. */
  readonly migrations?: readonly Migration[];
  /** Called with one line at the start of each step, and when it waits for another process. */
  readonly report?: (line: string) => void;
  /** How long to wait for another process that migrates, in milliseconds. */
  readonly patience?: number;
}

/** How long a process that was killed keeps others from migrating, in milliseconds. */
const LEASE_MS = 30_000;
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 250;

interface Step {
  readonly version: number;
  readonly migration: Migration;
}

/** The steps that are left. @throws StoreVersionMismatch when the store is newer than the program. */
function due({ version, unfinished }: Progress, migrations: readonly Migration[]): Step[] {
  const own = migrations.length + 1;
  if (version > own || version < 1) throw new StoreVersionMismatch(version, own);
  const from = version + (unfinished ? 0 : 1);
  return migrations.map((migration, index) => ({ version: index + 2, migration })).filter((one) => one.version >= from);
}

/** What {@link bringUpToDate} would do, a line each; nothing is changed. */
export async function plannedChanges(
  store: Migratable,
  { migrations = MIGRATIONS }: MigrateOptions,
): Promise<string[]> {
  const steps = due(await store.progress(), migrations);
  return [...steps.map((step) => `migrate ${title(step)}`), ...(await store.indexChanges())];
}

/**
 * Applies the steps that are left, one process at a time, and builds what is newly declared. Rejects with
 * {@link StoreVersionMismatch} when the store is newer, with {@link MigrationFailed} when a step or a unique key fails,
 * or when another process migrates for too long. Whatever was done stays done, and a further call goes on from there.
 */
export async function bringUpToDate(store: Migratable, options: MigrateOptions): Promise<void> {
  const { migrations = MIGRATIONS } = options;
  due(await store.progress(), migrations);
  // First: a step may remove the fields of a unique key, which all documents would then agree in.
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
        // The lease is renewed long before it ends. A process that loses it all the same does no harm: steps apply once.
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

/** Calls `work` until nothing is left or `end` is there, and lets others run in between. */
async function untilDone(work: () => Promise<boolean>, end = Infinity): Promise<void> {
  while ((await work()) && Date.now() < end) await nextTurn();
}
