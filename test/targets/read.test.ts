import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, createProject, expectData, expectRefused, PROJECT, TARGET } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, type Send, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';

const EVERYTHING = `
  query ($id: ID!) {
    organization(id: $id) {
      projects { nodes { slug targets(first: 5) { nodes { slug project { slug targets(first: 5) { nodes { slug } } } } } } }
    }
  }`;

onEveryEngine('reading projects and targets', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  let second: { id: string; targets: { id: string; slug: string }[] };
  const projectSlugs = async (send: Send) => {
    const answer = await send(EVERYTHING, { id: tenant.id });
    return at<{ slug: string }[]>(answer, 'organization.projects.nodes').map(({ slug }) => slug);
  };
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
    tenant = await latchkey.organization();
    second = await createProject(tenant, 'second');
  });
  afterAll(() => latchkey.close());

  it('shows every project to every member', async () => {
    for (const role of ['MEMBER', 'GRAPH_ADMIN', 'ORG_ADMIN'] as const) {
      const { send } = await member(latchkey, tenant, role);
      expect(await projectSlugs(send)).toEqual(['second', 'my-project']);
      for (const byId of [tenant.projectId, second.id])
        expectData(await send(PROJECT, { reference: { byId } }), { project: { id: byId } });
      for (const { id } of second.targets)
        expectData(await send(TARGET, { reference: { byId: id } }), { target: { id } });
    }
  });

  describe("a subgraph key sees its own subgraphs' project and target", () => {
    let send: Send;
    beforeAll(async () => {
      send = latchkey.as((await createKey(tenant)).token);
    });

    it('in lists, and nothing beside them', async () => {
      const targets = { nodes: [{ slug: 'production' }] };
      const project = { slug: 'my-project', targets };
      const nodes = [{ slug: 'my-project', targets: { nodes: [{ slug: 'production', project }] } }];
      const { data, errors } = await send(EVERYTHING, { id: tenant.id });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ organization: { projects: { nodes } } });
    });

    it('by reference, and no sibling', async () => {
      const of = (projectSlug: string, targetSlug?: string) => ({
        bySelector: { organizationSlug: tenant.slug, projectSlug, ...(targetSlug ? { targetSlug } : {}) },
      });
      const seen = { project: { id: tenant.projectId } };
      for (const reference of [{ byId: tenant.projectId }, of('my-project')])
        expectData(await send(PROJECT, { reference }), seen);
      for (const reference of [{ byId: second.id }, of('second')])
        expectData(await send(PROJECT, { reference }), { project: null });
      expectData(await send(TARGET, { reference: of('my-project', 'production') }), { target: seen });
      const siblings = [of('my-project', 'staging'), of('second', 'production'), { byId: second.targets[0]?.id }];
      for (const reference of siblings) expectData(await send(TARGET, { reference }), { target: null });
    });
  });

  it('is null for what does not exist, wherever in a selector that is', async () => {
    const { slug: organizationSlug, id } = tenant;
    const projects = [
      { byId: randomUUID() },
      { byId: 'my-project' },
      { byId: id },
      { bySelector: { organizationSlug, projectSlug: 'nothing' } },
      { bySelector: { organizationSlug: 'nowhere', projectSlug: 'my-project' } },
      { bySelector: { organizationSlug, projectSlug: tenant.projectId } },
    ];
    for (const reference of projects) expectData(await tenant.owner(PROJECT, { reference }), { project: null });
    const targets = [
      { byId: randomUUID() },
      { byId: tenant.projectId },
      { bySelector: { organizationSlug, projectSlug: 'my-project', targetSlug: 'nothing' } },
      { bySelector: { organizationSlug, projectSlug: 'nothing', targetSlug: 'production' } },
      { bySelector: { organizationSlug: 'nowhere', projectSlug: 'my-project', targetSlug: 'production' } },
    ];
    for (const reference of targets) expectData(await tenant.owner(TARGET, { reference }), { target: null });
  });

  describe('refuses', () => {
    const project = { organizationSlug: 'x', projectSlug: 'x' };
    it.each([
      ['nothing', {}],
      ['null', { byId: null }],
      ['both', { byId: 'x', bySelector: { ...project, targetSlug: 'x' } }],
      ['an object for an id', { byId: { $ne: null } }],
      ['half a selector', { bySelector: { organizationSlug: 'x' } }],
      ['an object for a slug', { bySelector: { organizationSlug: 'x', projectSlug: { $gt: '' }, targetSlug: 'x' } }],
    ])('%s as a reference', async (_, reference) => {
      expectRefused(await tenant.owner(PROJECT, { reference }), 'BAD_USER_INPUT');
      expectRefused(await tenant.owner(TARGET, { reference }), 'BAD_USER_INPUT');
    });

    it('no reference at all, and an explicit null', async () => {
      for (const variables of [{}, { reference: null }])
        for (const query of [PROJECT, TARGET]) expectRefused(await tenant.owner(query, variables), 'BAD_USER_INPUT');
    });

    it('whoever is not signed in', async () => {
      const reference = { byId: tenant.projectId };
      for (const query of [PROJECT, TARGET])
        expectRefused(await latchkey.as()(query, { reference }), 'UNAUTHENTICATED');
    });
  });

  it('takes exactly one field of a reference even where @oneOf was lost on the way', async () => {
    const { targets, organizations } = latchkey.services;
    const actor = {
      ref: { type: 'USER', id: 'x' } as const,
      credentialId: 'x',
      wholeRole: false,
      expiresAt: null,
      ipAllowlist: null,
      ownIpAllowlist: null,
      grants: [],
    };
    const request = { requestId: 'x', ip: null, userAgent: null };
    const caller = { actor, title: async () => 'x', request, formerSecret: false };
    const bySelector = { organizationSlug: 'x', projectSlug: 'x', targetSlug: 'x' };
    const message = 'Give exactly one of "bySelector" and "byId".';
    for (const reference of [{ byId: 'x', bySelector }, {}] as never[]) {
      await expect(targets.namedProject(caller, reference)).rejects.toThrow(message);
      await expect(targets.namedTarget(caller, reference)).rejects.toThrow(message);
      await expect(organizations.named(caller, reference)).rejects.toThrow(message);
    }
  });
});
