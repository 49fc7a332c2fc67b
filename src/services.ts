/** Creates the services over one open store. */
import { findPlace, NotFound, parsePath } from './access/path.js';
import { Access } from './access/service.js';
import type { Clock } from './clock.js';
import { credentials } from './credentials/credential.js';
import { Reach } from './credentials/reach.js';
import { Credentials } from './credentials/service.js';
import { IdempotencyKeys, idempotencyKeys } from './credentials/idempotency.js';
import { LastUses, lastUses } from './credentials/last-use.js';
import { auditEvents } from './audit/event.js';
import { Relay } from './audit/relay.js';
import { Trail } from './audit/trail.js';
import type { Consumers } from './deliveries/consumer.js';
import { deliveries } from './deliveries/delivery.js';
import { Deliveries } from './deliveries/service.js';
import { Identities } from './authentication/service.js';
import type { Strategy } from './authentication/strategy.js';
import { users } from './identity/user.js';
import { Users } from './identity/users.js';
import { Introspection } from './introspection/service.js';
import { PersonalAccessTokens } from './personal-access-tokens/service.js';
import { ProjectAccessTokens } from './project-access-tokens/service.js';
import { RegistryTokens } from './registry-tokens/service.js';
import { AccessTokens } from './access-tokens/service.js';
import { OrganizationAccessTokens } from './organization-access-tokens/service.js';
import { Members } from './organizations/members.js';
import { memberships } from './organizations/membership.js';
import { Memberships } from './organizations/memberships.js';
import { organizations } from './organizations/organization.js';
import { OrganizationCreation } from './organizations/creation.js';
import { OrganizationChanges } from './organizations/changes.js';
import { Organizations } from './organizations/service.js';
import { schemaExtensions } from './schema-extensions/extension.js';
import { SchemaExtensions } from './schema-extensions/service.js';
import { breakingChangeConfigurations } from './breaking-changes/configuration.js';
import { BreakingChanges } from './breaking-changes/service.js';
import type { Plan } from './config/plans.js';
import type { AnyDocumentType, Store } from './storage/collection.js';
import { SubgraphKeyChanges } from './subgraph-keys/changes.js';
import { SubgraphKeys } from './subgraph-keys/service.js';
import { LiveCollection } from './lifecycle/live-collection.js';
import { Sweeper } from './organizations/sweeper.js';
import { projects } from './targets/project.js';
import { ProjectChanges } from './targets/project-changes.js';
import { TargetChanges } from './targets/target-changes.js';
import { TargetEntities } from './targets/entities.js';
import { TargetLookup } from './targets/lookup.js';
import { Targets } from './targets/service.js';
import { targets } from './targets/target.js';
import { UserAccessTokenChanges } from './user-access-tokens/changes.js';
import { UserAccessTokens } from './user-access-tokens/service.js';

/** The document types of the main store, to open it with. A process with another store opens that with its own types. */
export const KINDS: readonly AnyDocumentType[] = [
  auditEvents,
  breakingChangeConfigurations,
  credentials,
  deliveries,
  idempotencyKeys,
  lastUses,
  memberships,
  organizations,
  projects,
  schemaExtensions,
  targets,
  users,
];

/** What the services need from their process. */
export interface Settings {
  readonly clock: Clock;
  readonly defaultPlan: Plan;
  /** Authentication strategies besides the secrets of credentials; none by default. */
  readonly strategies?: readonly Strategy[] | undefined;
  /** Consumers of events; none by default. Every process that relays events needs all of them. */
  readonly consumers?: Consumers | undefined;
  /** Called with each error of background work, which no request can report. */
  readonly onError: (error: unknown) => void;
}

export type Services = ReturnType<typeof createServices>;

/** The services of a process. `store` must have been opened with {@link KINDS}. */
export function createServices(store: Store, { clock, defaultPlan, onError, strategies, consumers = {} }: Settings) {
  const all = {
    breakingChangeConfigurations: store.collection(breakingChangeConfigurations),
    credentials: store.collection(credentials),
    memberships: store.collection(memberships),
    organizations: store.collection(organizations),
    projects: store.collection(projects),
    schemaExtensions: store.collection(schemaExtensions),
    targets: store.collection(targets),
    users: store.collection(users),
  };
  const collections = {
    ...all,
    organizations: new LiveCollection(all.organizations),
    projects: new LiveCollection(all.projects),
    targets: new LiveCollection(all.targets),
  };
  const sweeper = new Sweeper(all, clock, onError);
  const trail = store.collection(auditEvents);
  const membershipService = new Memberships(collections.memberships, collections.organizations, clock);
  const credentialService = new Credentials(collections.credentials, clock, trail, membershipService);
  const reach = new Reach(collections.credentials, clock);
  const organizationService = new Organizations(collections.organizations, clock);
  const targetService = new Targets(collections.projects, collections.targets, organizationService);
  const lastUseService = new LastUses(store, clock);
  const idempotency = new IdempotencyKeys(store, credentialService, clock);
  const accessTokens = new AccessTokens(
    credentialService,
    organizationService,
    collections.projects,
    collections.targets,
    idempotency,
  );
  const identities = new Identities(credentialService, collections, membershipService, clock, strategies);
  const userService = new Users(collections.users, clock);
  const deliveryService = new Deliveries(store, consumers, clock, onError);
  const lookup = new TargetLookup(targetService);
  const subgraphKeys = new SubgraphKeys(credentialService, organizationService, lookup, idempotency);
  const recorded = [
    all.breakingChangeConfigurations,
    all.credentials,
    all.memberships,
    all.organizations,
    all.projects,
    all.schemaExtensions,
    all.targets,
  ];
  return {
    store,
    collections,
    clock,
    onError,
    credentials: credentialService,
    organizations: organizationService,
    organizationCreation: new OrganizationCreation(collections.organizations, membershipService, reach, defaultPlan),
    organizationChanges: new OrganizationChanges(organizationService, sweeper, clock),
    members: new Members(membershipService, organizationService, userService, clock),
    targets: targetService,
    projectChanges: new ProjectChanges(targetService, sweeper, clock),
    targetChanges: new TargetChanges(targetService, sweeper, clock),
    targetEntities: new TargetEntities(targetService, organizationService),
    subgraphKeys,
    subgraphKeyChanges: new SubgraphKeyChanges(credentialService, subgraphKeys, idempotency),
    breakingChanges: new BreakingChanges(
      collections.breakingChangeConfigurations,
      targetService,
      organizationService,
      clock,
    ),
    schemaExtensions: new SchemaExtensions(collections.schemaExtensions, targetService, clock),
    userAccessTokens: new UserAccessTokens(credentialService, organizationService, membershipService, idempotency),
    userAccessTokenChanges: new UserAccessTokenChanges(
      credentialService,
      organizationService,
      membershipService,
      reach,
    ),
    users: userService,
    accessTokens,
    personalAccessTokens: new PersonalAccessTokens(
      credentialService,
      organizationService,
      membershipService,
      accessTokens,
    ),
    projectAccessTokens: new ProjectAccessTokens(credentialService, organizationService, targetService, accessTokens),
    registryTokens: new RegistryTokens(credentialService, organizationService, targetService, accessTokens),
    organizationAccessTokens: new OrganizationAccessTokens(
      credentialService,
      organizationService,
      accessTokens,
      lastUseService,
    ),
    access: new Access(credentialService, identities, collections, organizationService),
    introspection: new Introspection(
      credentialService,
      identities,
      {
        check: parsePath,
        async find(organizationId, path) {
          const found = await findPlace(collections, organizationId, path);
          return found instanceof NotFound ? undefined : found;
        },
      },
      lastUseService,
    ),
    identities,
    lastUses: lastUseService,
    idempotency,
    sweeper,
    relay: new Relay(store, recorded, deliveryService, onError),
    deliveries: deliveryService,
    trail: new Trail(trail),
  };
}
