import DataLoader from 'dataloader';
import type { Header } from '@latchkey/verifier/internal';
import type { GraphQLResolveInfo } from 'graphql';
import type { Slugs } from '../access/path.js';
import type { Caller, RequestInfo } from '../authorization/caller.js';
import { visibleProject, visibleTarget } from '../authorization/visibility.js';
import type { Credential } from '../credentials/credential.js';
import type { Attempt } from '../credentials/idempotency.js';
import type { LastUse } from '../credentials/last-use.js';
import { type Authentication, forGraphQL } from '../authentication/principal.js';
import type { User } from '../identity/user.js';
import type { Membership } from '../organizations/membership.js';
import type { Services } from '../services.js';
import type { Project } from '../targets/project.js';
import type { Collection, Document } from '../storage/collection.js';
import type { BreakingChangeConfiguration } from '../breaking-changes/configuration.js';
import type { SchemaExtension } from '../schema-extensions/extension.js';
import type { Target } from '../targets/target.js';
import { Budget } from './budget.js';
import { attemptOf } from './idempotency.js';
import type { Loads, LoadsBySlug, SlugKey } from './references.js';

/** The state that the resolvers of one request share. */
export interface Context {
  readonly services: Services;
  readonly request: RequestInfo;
  /** The processor time and the answer's length that the request has used, with their limits. */
  readonly budget: Budget;
  /** Authenticates the request. Reads the store at the first call, and at the first call after {@link authenticateAnew}. */
  readonly authentication: () => Promise<Authentication>;
  /** The caller. Rejects with Unauthenticated when nobody is signed in. */
  readonly caller: () => Promise<Caller>;
  /** Discards the authentication, so that the next call of {@link authentication} reads the store. */
  readonly authenticateAnew: () => void;
  /** Records that a field that writes was not refused, so that the request counts as a use of the credential. */
  readonly noteWrite: () => void;
  /** The attempt of a field under the request's `Idempotency-Key`; undefined without one. See {@link attemptOf}. */
  readonly attempt: (info: GraphQLResolveInfo, input: unknown) => Attempt | undefined;
  /** The progress of the request. A function, because Apollo Server copies the context before the request runs. */
  readonly progress: () => Progress;
  /**
   * Loaders that read many documents together. Projects and targets that the caller may not see are undefined, like those
   * that do not exist. Credentials, memberships and users are read without a check: services decide who may see them.
   */
  readonly loaders: {
    readonly credentials: Loads<Credential>;
    readonly memberships: Loads<Membership>;
    readonly users: Loads<User>;
    readonly projects: Loads<Project>;
    readonly targets: Loads<Target>;
    readonly projectsBySlug: LoadsBySlug<Project>;
    readonly targetsBySlug: LoadsBySlug<Target>;
    /** These two are not cached, because one request may change and read them. */
    readonly breakingChangeConfigurations: Loads<BreakingChangeConfiguration>;
    readonly schemaExtensions: Loads<SchemaExtension>;
    readonly lastUses: Loads<Omit<LastUse, 'version'>>;
  };
  /** Loaders without a visibility check, for the slugs of what the caller's own credential is assigned: see {@link Slugs}. */
  readonly slugs: Slugs;
}

/** How far a request has come. */
export interface Progress {
  /** The credential that signed the request; undefined if none did, or it was never valid during the request. */
  readonly credential: Credential | undefined;
  /** Whether a field that writes was accepted. */
  readonly wrote: boolean;
}

/** The context of a request with these header fields. */
export function createContext(services: Services, request: RequestInfo, header: Header): Context {
  let authentication: Promise<Authentication> | undefined;
  let progress: Progress = { credential: undefined, wrote: false };
  const authenticate = async (): Promise<Authentication> => {
    const found = forGraphQL(await services.identities.authenticate(header, request.ip));
    if (found.state === 'VALID' && found.principal.credential)
      progress = { ...progress, credential: found.principal.credential };
    return found;
  };
  const { collections, lastUses } = services;
  const budget = new Budget();
  /** Counts the processor time of a read, and of the code that handles its result, against the request's budget. */
  const within = async <T>(read: () => Promise<T>): Promise<T> => {
    budget.takeTurn(true);
    const found = await read();
    budget.takeTurn(true);
    return found;
  };
  const load = <T extends Document>(collection: Collection<T>, options?: { cache: boolean }) =>
    new DataLoader<string, T | undefined>((ids) => within(() => collection.getMany(ids)), options);
  const loadBySlug = <T>(find: (key: SlugKey) => Promise<T | undefined>) =>
    new DataLoader((keys: readonly SlugKey[]) => within(() => Promise.all(keys.map(find))), {
      cacheKeyFn: ({ parentId, slug }) => `${parentId}/${slug}`,
    });
  const all = {
    organizations: load(collections.organizations),
    projects: load(collections.projects),
    targets: load(collections.targets),
  };
  const context: Context = {
    services,
    request,
    budget,
    authentication: () => (authentication ??= authenticate()),
    caller: async () => services.identities.callerOf(await context.authentication(), request, authenticate),
    authenticateAnew: () => (authentication = undefined),
    noteWrite: () => (progress = { ...progress, wrote: true }),
    attempt: (info, input) => attemptOf(header('idempotency-key') ?? undefined, info, input),
    progress: () => progress,
    loaders: {
      credentials: load(collections.credentials),
      memberships: load(collections.memberships),
      users: load(collections.users),
      projects: { load: async (id) => visibleProject(await context.caller(), await all.projects.load(id)) },
      targets: { load: async (id) => visibleTarget(await context.caller(), await all.targets.load(id)) },
      projectsBySlug: loadBySlug(({ parentId, slug }) =>
        collections.projects.findOne({ organizationId: parentId, slug }),
      ),
      targetsBySlug: loadBySlug(({ parentId, slug }) => collections.targets.findOne({ projectId: parentId, slug })),
      breakingChangeConfigurations: load(collections.breakingChangeConfigurations, { cache: false }),
      schemaExtensions: load(collections.schemaExtensions, { cache: false }),
      lastUses: new DataLoader((ids) => within(() => lastUses.getMany(ids))),
    },
    slugs: all,
  };
  return context;
}

/** A document that another document refers to. Rejects when it is missing, which is an internal error. */
export async function required<T>(loaded: Promise<T | undefined>): Promise<T> {
  const value = await loaded;
  if (value === undefined) throw new Error('what a document refers to is missing');
  return value;
}
