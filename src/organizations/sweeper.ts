import { setImmediate as nextTurn } from 'node:timers/promises';
import { addPeriod, type Clock, type Instant, instant } from '../clock.js';
import type { Credential } from '../credentials/credential.js';
import { ended } from '../credentials/ending.js';
import { type Membership, membershipId } from './membership.js';
import type { Organization } from './organization.js';
import { type Collection, type Document, type Filter, update, type Where } from '../storage/collection.js';
import type { BreakingChangeConfiguration } from '../breaking-changes/configuration.js';
import type { SchemaExtension } from '../schema-extensions/extension.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';
import { type Lifecycle, tombstone } from '../lifecycle/lifecycle.js';
import { Rounds } from '../rounds.js';

/** The collections that are swept, with their tombstones. */
export interface Swept {
  readonly organizations: Collection<Organization>;
  readonly memberships: Collection<Membership>;
  readonly projects: Collection<Project>;
  readonly targets: Collection<Target>;
  readonly credentials: Collection<Credential>;
  readonly breakingChangeConfigurations: Collection<BreakingChangeConfiguration>;
  readonly schemaExtensions: Collection<SchemaExtension>;
}

/** How many documents are read at a time; each is ended by a write of its own. */
const BATCH = 50;

/** How long a creation may take before it counts as interrupted. */
const CREATION_HOURS = 1;

/**
 * Ends what lies below deleted organizations, projects and targets, and removes what interrupted creations left. Nobody can
 * use any of it already: sweeping frees its space and takes it out of lists. Any number of sweepers may run at once, and the
 * next one continues where one was killed. Only the deletion has an event; what ends with it has none.
 */
export class Sweeper {
  readonly #stopped = new AbortController();
  readonly #rounds: Rounds;

  constructor(
    readonly swept: Swept,
    readonly clock: Clock,
    readonly onError: (error: unknown) => void,
  ) {
    this.#rounds = new Rounds(() => this.#sweepUntilStopped(), onError);
  }

  /** Starts sweeping in the background, or once more after the present round. Failures go to `onError`. */
  wake(): void {
    this.#rounds.wake();
  }

  /** Resolves when nothing is left to sweep of what was deleted before the call. Rejects with the first failure. */
  drain(): Promise<void> {
    return this.#rounds.run();
  }

  /** Stops, and resolves when the current document is written. Another process continues with what is left. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#rounds.ended();
  }

  async #sweepUntilStopped(): Promise<void> {
    const { signal } = this.#stopped;
    if (!signal.aborted)
      await this.#sweep().catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
  }

  async #sweep(): Promise<void> {
    const { organizations, projects, targets } = this.swept;
    // From the top down: ending an organization leaves projects to sweep, and these leave targets.
    await this.#batches(organizations, { state: 'ENDING' }, async ({ id: organizationId }) => {
      await this.#endAll(projects, { organizationId, state: 'LIVE' });
      await this.#endCredentials({ organizationIds: organizationId, listed: true });
      await this.#batches(this.swept.memberships, { organizationId, active: true }, ({ id }) =>
        update(this.swept.memberships, id, (now) => (now.active ? { ...now, active: false, slot: now.id } : now)),
      );
      await this.#finish(organizations, organizationId);
    });
    await this.#batches(projects, { state: 'ENDING' }, async ({ id: projectId }) => {
      await this.#endAll(targets, { projectId, state: 'LIVE' });
      await this.#endCredentials({ projectId, family: 'PROJECT_ACCESS_TOKEN', listed: true });
      await this.#finish(projects, projectId);
    });
    await this.#batches(targets, { state: 'ENDING' }, async ({ id: targetId }) => {
      await this.#endCredentials({ targetId, family: 'REGISTRY_TOKEN', listed: true });
      await this.#clearSettings(targetId);
      await this.#finish(targets, targetId);
    });
    const before = addPeriod(instant(this.clock()), { hours: -CREATION_HOURS });
    const interrupted = <T extends { readonly createdAt: Instant }>(some: T[]) =>
      some.filter(({ createdAt }) => createdAt < before);
    await this.#batches(
      organizations,
      { state: 'CREATING' },
      async ({ id, ownerId }) => {
        await this.swept.memberships.delete(membershipId(id, ownerId));
        await organizations.delete(id);
      },
      interrupted,
    );
    await this.#batches(
      projects,
      { state: 'CREATING' },
      async ({ id: projectId }) => {
        await this.#batches(targets, { projectId, state: 'LIVE' }, ({ id }) => targets.delete(id));
        await projects.delete(projectId);
      },
      interrupted,
    );
  }

  /** Removes the names and definitions that users have put into the settings of a target. */
  async #clearSettings(targetId: string): Promise<void> {
    const { breakingChangeConfigurations, schemaExtensions } = this.swept;
    await update(schemaExtensions, targetId, (now) => (now.sdl === null ? now : { ...now, sdl: null }));
    const none = { isEnabled: false, targetIds: [], excludedClients: [], excludedAppDeployments: [] };
    await update(breakingChangeConfigurations, targetId, (now) =>
      now.targetIds.length === 0 ? now : { ...now, ...none },
    );
  }

  #endAll<T extends Lifecycle>(collection: Collection<T>, where: Where<T>): Promise<void> {
    const at = instant(this.clock());
    const end = (now: T): T => (now.state === 'LIVE' ? tombstone(now, at) : now);
    return this.#batches(collection, where, ({ id }) => update(collection, id, end));
  }

  /** Ends the keys and tokens of a list, except user access tokens, which may reach other organizations. */
  #endCredentials(where: Where<Credential>): Promise<void> {
    const { credentials } = this.swept;
    const at = instant(this.clock());
    const end = (now: Credential): Credential => (now.listed ? ended(now, at) : now);
    const own = (some: Credential[]) => some.filter(({ kind }) => kind !== 'USER_ACCESS_TOKEN');
    return this.#batches(credentials, where, ({ id }) => update(credentials, id, end), own);
  }

  async #finish<T extends Lifecycle>(collection: Collection<T>, id: string): Promise<void> {
    await update(collection, id, (now) => (now.state === 'ENDING' ? { ...now, state: 'ENDED' } : now));
  }

  /** Calls `act` for each document of a list, newest first, a bounded page at a time. Rejects after {@link stop}. */
  async #batches<T extends Document>(
    collection: Collection<T>,
    where: Where<T>,
    act: (document: T) => Promise<unknown>,
    filter?: Filter<T>,
  ): Promise<void> {
    let after: string | undefined;
    for (;;) {
      const page = await collection.page(where, { first: BATCH, after }, filter);
      for (const document of page.items) {
        this.#stopped.signal.throwIfAborted();
        await act(document);
        // The embedded store is synchronous: without this, the process would answer nothing until all is swept.
        await nextTurn();
      }
      if (!page.hasNextPage) return;
      after = page.endCursor;
    }
  }
}
