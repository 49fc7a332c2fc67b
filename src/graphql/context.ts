import DataLoader from 'dataloader';
import type { Caller, RequestInfo } from '../authorization/caller.js';
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
  /** Who asks; found out once, when first wanted. */
  readonly authentication: () => Promise<Authentication>;
  /** What {@link authentication} found, once it has. A function, because Apollo Server copies the context at once. */
  readonly signedIn: () => Authentication | undefined;
  /** Who asks. Rejects with Unauthenticated when nobody is signed in. */
  readonly caller: () => Promise<Caller>;
  /** Says that what the caller may do has changed, so that it is found out anew. */
  readonly callerChanged: () => void;
  /** Reads of single documents, put together into few. They check nothing: use them for what the caller may see anyway. */
  readonly loaders: {
    readonly users: Loader<User>;
    readonly organizations: Loader<Organization>;
    readonly projects: Loader<Project>;
    readonly targets: Loader<Target>;
    readonly lastUses: Loader<Omit<LastUse, 'version'>>;
  };
}

export type Loader<T> = DataLoader<string, T | undefined>;

/** The context of a request that came with these headers. */
export function createContext(services: Services, request: RequestInfo, headers: SecretHeaders): Context {
  let authentication: Promise<Authentication> | undefined;
  let signedIn: Authentication | undefined;
  const context: Context = {
    services,
    request,
    signedIn: () => signedIn,
    authentication: () =>
      (authentication ??= services.identities.authenticate(headers).then((found) => (signedIn = found))),
    caller: async () => callerOf(await context.authentication(), request),
    callerChanged: () => (authentication = undefined),
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
