/** What brings each action of the audit trail about. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Action } from '../../src/audit/changes.js';
import {
  addMember,
  at,
  CREATE_ORGANIZATION,
  createProject,
  removeMember,
  updateRole,
} from '../organizations/operations.js';
import { configure } from '../breaking-changes/operations.js';
import { setExtension } from '../schema-extensions/operations.js';
import type { Tenant } from '../support/latchkey.js';
import { createKey } from '../support/operations.js';
import { createUserToken, REMOVE_ORGANIZATION } from '../user-access-tokens/user-tokens.js';
import * as places from '../targets/operations.js';

const EMAIL = 'somebody@example.com';
/** The last characters of a secret, as lists show them. */
const ENDING = expect.stringMatching(/^[0-9A-Za-z]{6}$/) as string;
export const onKey = (field: string) => `mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { ${field} } }`;

/** What brings each action about, and answers the event's subject and change, and whose trail it belongs to (`where`). */
export const ACTIONS: Record<
  Exclude<Action, 'organization.planChanged'>,
  (
    tenant: Tenant,
    keyId: string,
  ) => Promise<{ kind: string; id: string; title: string; change?: object; times?: number; where?: string }>
> = {
  'organization.created': async ({ owner, slug }) => {
    const title = `${slug}-too`;
    const answer = await owner(CREATE_ORGANIZATION, { slug: title });
    const id = at(answer, 'createOrganization.ok.createdOrganization.id');
    return { kind: 'ORGANIZATION', id, title, where: id };
  },
  'credential.organizationAdded': async ({ owner, slug }) => {
    const added = `${slug}-three`;
    const answer = await owner(CREATE_ORGANIZATION, { slug: added });
    const where = at(answer, 'createOrganization.ok.createdOrganization.id');
    return {
      kind: 'USER_ACCESS_TOKEN',
      id: expect.any(String) as string,
      title: 'Owner',
      change: { from: null, to: added },
      where,
    };
  },
  'credential.organizationRemoved': async ({ owner, id, slug }) => {
    const token = await createUserToken([{ id }], owner);
    await owner(REMOVE_ORGANIZATION, { id: token.id, organization: { byId: id } });
    return {
      kind: 'USER_ACCESS_TOKEN',
      id: token.id,
      title: 'Laptop',
      change: { from: slug, to: null, blocked: false },
    };
  },
  'project.created': async (tenant) => ({ kind: 'PROJECT', id: (await createProject(tenant, 'a')).id, title: 'a' }),
  'target.created': async (tenant) => {
    const { targets } = await createProject(tenant, 'b');
    const [id] = targets.filter(({ slug }) => slug === 'staging').map((target) => target.id);
    return { kind: 'TARGET', id: id ?? '', title: 'staging', change: { from: null, to: 'b' }, times: 3 };
  },
  'organization.renamed': async ({ owner, id, slug }) => {
    const to = `${slug}-four`;
    await places.resultOf(owner, places.UPDATE_ORGANIZATION_SLUG, { organization: { byId: id }, slug: to });
    return { kind: 'ORGANIZATION', id, title: slug, change: { from: slug, to } };
  },
  'organization.nameChanged': async ({ owner, id, slug }) => {
    const to = 'The organization';
    await places.resultOf(owner, places.UPDATE_ORGANIZATION_NAME, { organization: { byId: id }, name: to });
    return { kind: 'ORGANIZATION', id, title: slug, change: { from: slug, to } };
  },
  'organization.deleted': async ({ owner, id, slug }) => {
    await places.resultOf(owner, places.DELETE_ORGANIZATION, { organization: { byId: id } });
    return { kind: 'ORGANIZATION', id, title: slug };
  },
  'project.renamed': async ({ owner, projectId: id }) => {
    await places.resultOf(owner, places.UPDATE_PROJECT_SLUG, { project: { byId: id }, slug: 'graph' });
    return { kind: 'PROJECT', id, title: 'my-project', change: { from: 'my-project', to: 'graph' } };
  },
  'project.deleted': async ({ owner, projectId: id }) => {
    await places.resultOf(owner, places.DELETE_PROJECT, { project: { byId: id } });
    return { kind: 'PROJECT', id, title: 'my-project' };
  },
  'target.renamed': async ({ owner, projectId }) => {
    const id = await places.createTarget(owner, projectId, 'qa');
    await places.resultOf(owner, places.UPDATE_TARGET_SLUG, { target: { byId: id }, slug: 'testing' });
    return { kind: 'TARGET', id, title: 'qa', change: { from: 'qa', to: 'testing' } };
  },
  'target.deleted': async ({ owner, projectId }) => {
    const id = await places.createTarget(owner, projectId, 'qa');
    await places.resultOf(owner, places.DELETE_TARGET, { target: { byId: id } });
    return { kind: 'TARGET', id, title: 'qa' };
  },
  'target.breakingChangeRulesChanged': async (tenant) => {
    const { target } = (await configure(tenant, { isEnabled: true, period: 30 })).ok;
    const change = { from: { isEnabled: false }, to: { isEnabled: true } };
    return { kind: 'TARGET', id: target.id, title: 'production', change };
  },
  'target.baseSchemaChanged': async (tenant) => {
    const set = await setExtension(tenant, 'scalar A');
    const sha256 = createHash('sha256').update('scalar A').digest('hex');
    const change = { from: null, to: { bytes: 8, sha256 } };
    return { kind: 'TARGET', id: set.ok?.updatedTarget.id ?? '', title: 'production', change };
  },
  'member.added': async (tenant) => {
    const id = at(await addMember(tenant, EMAIL, 'GRAPH_ADMIN'), 'addMember.ok.addedMember.user.id');
    return { kind: 'USER', id, title: EMAIL, change: { from: null, to: 'GRAPH_ADMIN' } };
  },
  'member.roleChanged': async (tenant) => {
    await addMember(tenant, EMAIL, 'MEMBER');
    const id = at(await updateRole(tenant, EMAIL, 'ORG_ADMIN'), 'updateMemberRole.ok.updatedMember.user.id');
    return { kind: 'USER', id, title: EMAIL, change: { from: 'MEMBER', to: 'ORG_ADMIN' } };
  },
  'member.removed': async (tenant) => {
    await addMember(tenant, EMAIL, 'GRAPH_ADMIN');
    const id = at(await removeMember(tenant, EMAIL), 'removeMember.ok.removedUserId');
    return { kind: 'USER', id, title: EMAIL, change: { from: 'GRAPH_ADMIN', to: null } };
  },
  'credential.created': async (tenant) => {
    const { id } = await createKey(tenant, 'Another');
    return { kind: 'SUBGRAPH_KEY', id, title: 'Another' };
  },
  'credential.renamed': async ({ owner, id }, keyId) => {
    await owner(onKey('renameKey(keyId: $keyId, name: "Renamed") { id }'), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'Renamed', change: { from: 'The key', to: 'Renamed' } };
  },
  'credential.rotated': async ({ owner, id }, keyId) => {
    const until = '2030-03-02T00:00:00.000Z';
    await owner(onKey(`rotateKey(keyId: $keyId, expireOldKeyAt: "${until}") { id }`), { id, keyId });
    const change = { from: ENDING, to: ENDING, formerUntil: until };
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key', change };
  },
  'credential.expirationChanged': async ({ owner, id }, keyId) => {
    const end = '2030-12-31T00:00:00.000Z';
    await owner(onKey(`setKeyExpiration(keyId: $keyId, expiration: "${end}") { id }`), { id, keyId });
    const change = { from: '2031-03-01T12:00:00.123Z', to: end };
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key', change };
  },
  'credential.ipAllowlistChanged': async ({ owner, id }, keyId) => {
    await owner(onKey('setKeyIpAllowlist(keyId: $keyId, ipAllowlist: ["192.0.2.7"]) { id }'), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key', change: { from: null, to: ['192.0.2.7/32'] } };
  },
  'credential.revoked': async ({ owner, id }, keyId) => {
    for (let again = 0; again < 2; again++) await owner(onKey('revokeKey(keyId: $keyId)'), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key' };
  },
  'credential.deleted': async ({ owner, id }, keyId) => {
    for (let again = 0; again < 2; again++) await owner(onKey('deleteKey(keyId: $keyId)'), { id, keyId });
    return { kind: 'SUBGRAPH_KEY', id: keyId, title: 'The key' };
  },
};
