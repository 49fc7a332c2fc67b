import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/authorization/catalogue.js';
import { LEVELS } from '../../src/authorization/permission.js';
import { ROLE_PERMISSIONS, ROLES } from '../../src/authorization/roles.js';

/** GraphQL Hive's permissions, group by group, with levels and needs; then Latchkey's own. */
const EXPECTED = `
  organization
    organization:describe ORGANIZATION
    organization:modifySlug ORGANIZATION
    organization:delete ORGANIZATION
  members
    member:describe ORGANIZATION
    member:modify ORGANIZATION needs member:describe
  access-tokens
    accessToken:modify ORGANIZATION
    projectAccessToken:modify PROJECT
    personalAccessToken:modify ORGANIZATION
  project
    project:describe PROJECT
    project:create ORGANIZATION
    project:delete PROJECT needs project:describe
    project:modifySettings PROJECT needs project:describe
  target
    target:create PROJECT
    target:delete TARGET
    target:modifySettings TARGET
    cdnAccessToken:modify TARGET
    registryToken:describe TARGET
    registryToken:modify TARGET needs registryToken:describe
  usage-reporting
    usage:report TARGET
    traces:report TARGET
  services
    schema:compose TARGET
    schemaCheck:create SERVICE
    schemaCheck:approve SERVICE
    schemaVersion:publish SERVICE
    schemaVersion:deleteService SERVICE
  app-deployments
    appDeployment:create APP_DEPLOYMENT
    appDeployment:publish APP_DEPLOYMENT
    appDeployment:retire APP_DEPLOYMENT
`;
const OWN = ['key:create', 'key:modify', 'credential:introspect', 'accessAudit:describe', 'accessAudit:modify'];

const ids = CATALOGUE.map(({ id }) => id as string);

describe('the catalogue', () => {
  it("has GraphQL Hive's permissions, in its groups, at its levels, with its needs", () => {
    const groups = new Map<string, string[]>();
    for (const { id, group, level, needs } of CATALOGUE) {
      if (OWN.includes(id)) continue;
      const line = needs.length > 0 ? `${id} ${level} needs ${needs.join(' ')}` : `${id} ${level}`;
      groups.set(group, [...(groups.get(group) ?? []), line]);
    }
    const expected = new Map<string, string[]>();
    let group: string[] = [];
    for (const line of EXPECTED.split('\n').filter((one) => one.trim() !== ''))
      if (line.startsWith('    ')) group.push(line.trim());
      else expected.set(line.trim(), (group = []));
    expect(groups).toEqual(expected);
  });

  it("has Latchkey's own beside them, at ORGANIZATION level", () => {
    for (const id of OWN) expect(CATALOGUE.find((one) => one.id === id)?.level).toBe('ORGANIZATION');
    expect(ids).toHaveLength(EXPECTED.split('\n').filter((line) => line.startsWith('    ')).length + OWN.length);
  });

  it('has each id once, a level, a title and a sentence for each', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, level, title, description } of CATALOGUE) {
      expect(id).toMatch(/^[a-zA-Z]+:[a-zA-Z]+$/);
      expect(LEVELS).toContain(level);
      expect(title).toMatch(/^[A-Z]/);
      expect(description).toMatch(/\.$/);
    }
    expect(new Set(CATALOGUE.map(({ title }) => title)).size).toBe(ids.length);
  });

  it('names as needed only permissions that exist, at the same level or above, without cycles', () => {
    for (const { id, level, needs } of CATALOGUE)
      for (const needed of needs) {
        const other = CATALOGUE.find((one) => one.id === needed);
        expect(other, `${id} needs ${needed}`).toBeDefined();
        expect(LEVELS.indexOf(other?.level ?? 'APP_DEPLOYMENT')).toBeLessThanOrEqual(LEVELS.indexOf(level));
        expect(other?.needs).not.toContain(id);
      }
  });

  it('applies to ancestors only with permissions that show what a credential belongs to', () => {
    const leading = CATALOGUE.filter(({ appliesToAncestors }) => appliesToAncestors).map(({ id }) => id);
    expect(leading).toEqual(['organization:describe', 'project:describe']);
  });

  it('keeps the permissions of one group together', () => {
    const groups = CATALOGUE.map(({ group }) => group).filter((group, index, list) => group !== list[index - 1]);
    expect(new Set(groups).size).toBe(groups.length);
  });
});

describe('the roles', () => {
  it('are these three', () => {
    expect([...ROLES].sort()).toEqual(['GRAPH_ADMIN', 'MEMBER', 'ORG_ADMIN']);
  });

  it('ORG_ADMIN holds everything', () => {
    expect([...ROLE_PERMISSIONS.ORG_ADMIN].sort()).toEqual([...ids].sort());
  });

  it('GRAPH_ADMIN holds key:create, what is described of the organization, their own tokens, and everything from PROJECT level down', () => {
    const below = CATALOGUE.filter(({ level }) => level !== 'ORGANIZATION').map(({ id }) => id);
    const own = ['key:create', 'organization:describe', 'member:describe', 'personalAccessToken:modify'];
    expect([...ROLE_PERMISSIONS.GRAPH_ADMIN].sort()).toEqual([...own, ...below].sort());
  });

  it('MEMBER holds what describes the organization but its credentials, and nothing that changes but their own tokens', () => {
    const described = ['member:describe', 'organization:describe', 'personalAccessToken:modify', 'project:describe'];
    expect([...ROLE_PERMISSIONS.MEMBER].sort()).toEqual(described);
  });

  it.each(ROLES)('%s holds what its permissions need', (role) => {
    for (const { id, needs } of CATALOGUE)
      if (ROLE_PERMISSIONS[role].has(id))
        for (const needed of needs) expect(ROLE_PERMISSIONS[role].has(needed)).toBe(true);
  });
});
