/** A store filled to its bounds: what an answer can be made of is as much, and as long, as the rules allow. */
import { v7 as uuid } from 'uuid';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { operator } from '../../src/authorization/caller.js';
import { LIMITS_OF_ORGANIZATION, LIMITS_OF_USER } from '../../src/config/plans.js';
import { pendingWith } from '../../src/audit/event.js';
import { newMembership } from '../../src/organizations/membership.js';
import { MAX_SUBGRAPHS } from '../../src/subgraph-keys/resources.js';
import { copies, createToken, granular, project, target } from '../organization-access-tokens/fixtures/tokens.js';
import { MAX_RESOURCES } from '../../src/access-tokens/resources.js';
import { embedded } from './engines.js';
import { type Latchkey, startLatchkey, type Tenant } from './latchkey.js';
import { createKey } from './operations.js';

export interface Filled {
  readonly latchkey: Latchkey;
  /** An organization with as many members, projects, keys and tokens as a page holds or as there may be. */
  readonly tenant: Tenant;
  /** An access token with as many names as there may be. */
  readonly tokenSecret: string;
  readonly keyId: string;
  readonly tokenId: string;
  /** A target of `my-project`. */
  readonly targetId: string;
  readonly slugs: readonly string[];
}

const PROJECTS = 100;
/** More than one page reads. */
const KEYS = 110;
const EXPIRED_KEYS = 300;
const TOKENS = 25;
/** Beside the one that the user had. */
const ORGANIZATIONS = LIMITS_OF_USER.organizations - 1;

const name = (index: number): string => `${'n'.repeat(60)}${index}`.slice(-64);

/** Adds members to an organization, who are no users, until it has `most`; answers their ids. */
export async function fillMembers({ services }: Latchkey, organizationId: string, most: number): Promise<string[]> {
  const { memberships } = services.collections;
  const there = await memberships.count({ organizationId, active: true });
  const ids = Array.from({ length: most - there }, () => uuid());
  const insert = (userId: string, index: number) => {
    const slot = `${organizationId}/MEMBER/${there + index + 1}`;
    const first = newMembership(organizationId, userId, 'MEMBER', new Date().toISOString(), slot);
    return memberships.insert({ ...first, ...pendingWith() });
  };
  await Promise.all(ids.map(insert));
  return ids;
}

export async function fillStore(): Promise<Filled> {
  const latchkey = await startLatchkey(embedded);
  const tenant = await latchkey.organization();
  const { services } = latchkey;
  const subgraphs = Array.from({ length: MAX_SUBGRAPHS }, (_, index) => ({
    graphId: 'my-project',
    variantName: 'production',
    subgraphName: name(index),
  }));
  const key = await createKey(tenant, 'Filled', tenant.owner, subgraphs);
  const { data } = await tenant.owner(
    'query ($id: ID!) { project(reference: { byId: $id }) { targets { nodes { id } } } }',
    { id: tenant.projectId },
  );
  const names = Array.from({ length: MAX_RESOURCES - 2 }, (_, index) => name(index));
  const targetId = data.project.targets.nodes[0].id as string;
  const permissions = CATALOGUE.filter(({ level }) => level === 'SERVICE').map(({ id }) => id);
  const resources = granular(project(tenant.projectId, target(targetId, names, [])));
  const token = await createToken(tenant, {
    permissions: [...permissions, 'organization:describe', 'project:describe'],
    resources,
  });
  await copies(latchkey, key.id, EXPIRED_KEYS, { expiresAt: '2020-01-01T00:00:00.000Z' });
  await copies(latchkey, key.id, KEYS);
  await copies(latchkey, token.id, TOKENS);
  const caller = operator();
  for (let index = 1; index < PROJECTS; index++)
    await services.projectChanges.insert(
      caller,
      { id: tenant.id, plan: 'ENTERPRISE' },
      { slug: `project-${index}`, type: 'SINGLE' },
    );
  const slugs = Array.from({ length: ORGANIZATIONS }, (_, index) => `filled-${process.pid}-${index}-${Date.now()}`);
  for (const slug of slugs) {
    const { data } = await tenant.owner(
      'mutation ($slug: String!) { createOrganization(input: { slug: $slug }) { ok { createdOrganization { id } } } }',
      { slug },
    );
    if (!data?.createOrganization?.ok) throw new Error(`no organization was created: ${JSON.stringify(data)}`);
  }
  const organization = await services.collections.organizations.get(tenant.id);
  if (!organization) throw new Error('there is no organization');
  const others = await fillMembers(latchkey, tenant.id, LIMITS_OF_ORGANIZATION.members.ENTERPRISE);
  for (const userId of others.slice(-100))
    await services.collections.users.insert({
      id: userId,
      email: `${userId}@example.org`,
      issuer: '',
      subject: userId,
      createdAt: organization.createdAt,
    });
  return { latchkey, tenant, tokenSecret: token.secret, keyId: key.id, tokenId: token.id, targetId, slugs };
}
