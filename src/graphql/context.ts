import DataLoader from 'dataloader';
import type { Caller, RequestInfo } from '../authorization/caller.js';
import type { Credential } from '../credentials/credential.js';
import type { LastUse } from '../credentials/last-use.js';
import { type Authentication, callerOf, type SecretHeaders } from '../authentication/service.js';
import type { User } from '../identity/user.js';
import type { Organization } from '../organizations/organization.js';
import type { Services } from '../services.js';
import type { Project } from '../targets/project.js';
import type { Target } from '../targets/target.js';

/** What the resolvers of one request share. */
export interface Context {
  readonly services: Services;
  readonly request: RequestInfo;
  /** Who asks; found out when first wanted, and again after {@link authenticateAnew}. */
  readonly authentication: () => Promise<Authentication>;
  /** Who asks. Rejects with Unauthenticated when nobody is signed in. */
  readonly caller: () => Promise<Caller>;
  /** Forgets who asks and what they may do, so that whoever wants it next reads it from the store. */
  readonly authenticateAnew: () => void;
  /** Says that a field which writes was accepted: it was not refused, and answered what it did or why it could not. */
  readonly noteWrite: () => void;
  /** What is known of the request so far. A function, because Apollo Server copies the context at once. */
  readonly progress: () => Progress;
  /** Reads of single documents, put together into few. They check nothing: use them for what the caller may see anyway. */
  readonly loaders: {
    readonly users: Loader<User>;
    readonly organizations: Loader<Organization>;
    readonly projects: Loader<Project>;
    readonly targets: Loader<Target>;
    readonly lastUses: Loader<Omit<LastUse, 'version'>>;
  };
}

/** How far a request has come. */
export interface Progress {
  /** The credential that signed it, if it was good at any time; the same one throughout a request. */
  readonly credential: Credential | undefined;
  /** Whether a field which writes was accepted. */
  readonly wrote: boolean;
}

export type Loader<T> = DataLoader<string, T | undefined>;

/** The context of a request that came with these headers. */
export function createContext(services: Services, request: RequestInfo, headers: SecretHeaders): Context {
  let authentication: Promise<Authentication> | undefined;
  let progress: Progress = { credential: undefined, wrote: false };
  const authenticate = async (): Promise<Authentication> => {
    const found = await services.identities.authenticate(headers);
    if (found.state === 'GOOD') progress = { ...progress, credential: found.credential };
    return found;
  };
  const context: Context = {
    services,
    request,
    authentication: () => (authentication ??= authenticate()),
    caller: async () => callerOf(await context.authentication(), request),
    authenticateAnew: () => (authentication = undefined),
    noteWrite: () => (progress = { ...progress, wrote: true }),
    progress: () => progress,
    loaders: {
      users: new DataLoader((ids) => services.rows.users.getMany(ids)),
      organizations: new DataLoader((ids) => services.rows.organizations.getMany(ids)),
      projects: new DataLoader((ids) => services.rows.projects.getMany(ids)),
      targets: new DataLoader((ids) => services.rows.targets.getMany(ids)),
      lastUses: new DataLoader((ids) => services.lastUses.getMany(ids)),
    },
  };
  return context;
}

/** What a document refers to and so must be there. */
export async function required<T>(loaded: Promise<T | undefined>): Promise<T> {
  const value = await loaded;
  if (value === undefined) throw new Error('what a document refers to is missing');
  return value;
}
