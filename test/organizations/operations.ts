/** What the tests of organizations, projects, targets and members send, and how they read the answers. */
import { expect } from 'vitest';
import type { Role } from '../../src/authorization/roles.js';
import type { Answer, Send, Tenant } from '../support/latchkey.js';

export const CREATE_ORGANIZATION = `
  mutation CreateOrganization($slug: String!) {
    createOrganization(input: { slug: $slug }) {
      ok { createdOrganization { id slug plan members { nodes { role user { email } } } } }
      error { code message inputErrors { slug } }
    }
  }`;

export const CREATE_PROJECT = `
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      ok {
        createdProject { id slug type organization { id } targets { nodes { id slug } } }
        createdTargets { id slug project { id } }
        updatedOrganization { id projects { nodes { slug } } }
      }
      error { code message inputErrors { slug } }
    }
  }`;

const MEMBER = 'role addedAt user { id name email }';

export const ADD_MEMBER = `
  mutation AddMember($input: AddMemberInput!) {
    addMember(input: $input) {
      ok { addedMember { ${MEMBER} } updatedOrganization { id members { nodes { role user { email } } } } }
      error { code message }
    }
  }`;

export const UPDATE_MEMBER_ROLE = `
  mutation UpdateMemberRole($input: UpdateMemberRoleInput!) {
    updateMemberRole(input: $input) { ok { updatedMember { ${MEMBER} } } error { code message } }
  }`;

export const REMOVE_MEMBER = `
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      ok { removedUserId updatedOrganization { id members { nodes { role user { email } } } } }
      error { code message }
    }
  }`;

export const ORGANIZATION = `
  query Organization($id: ID, $reference: OrganizationReferenceInput) {
    organization(id: $id, reference: $reference) { id slug plan createdAt }
  }`;

export const PROJECT = `
  query Project($reference: ProjectReferenceInput!) { project(reference: $reference) { id slug type } }`;

export const TARGET = `
  query Target($reference: TargetReferenceInput!) { target(reference: $reference) { id slug project { id } } }`;

/** Part of an answer's data, by its path; fails, with the errors, when it is not there. */
export function at<T = string>(answer: Answer, path: string): T {
  let value: unknown = answer.data;
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step];
  if (value === undefined || value === null) throw new Error(`no ${path} in ${JSON.stringify(answer)}`);
  return value as T;
}

/** An answer that is all data. */
export function expectData(answer: Answer, data: object): void {
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject(data);
}

/** An answer to plain JSON whose GraphQL errors, one or more, all have this code and message. */
export function expectRefused(answer: Answer, code: string, message?: string): void {
  expect(answer.status).toBe(200);
  expect(answer.errors?.length).toBeGreaterThan(0);
  for (const error of answer.errors ?? [])
    expect(error).toMatchObject({ extensions: { code }, ...(message === undefined ? {} : { message }) });
}

export const missing = (permission: string): string =>
  `No access (reason: "Missing permission for performing '${permission}' on resource")`;

/** Members as `e-mail: role`, in the order that they were answered. */
export const roles = async ({ id }: Tenant, send: Send): Promise<string[]> => {
  const members = `query ($id: ID!) { organization(id: $id) { members { nodes { role user { email } } } } }`;
  const answer = await send(members, { id });
  return at<{ role: string; user: { email: string } }[]>(answer, 'organization.members.nodes').map(
    ({ role, user }) => `${user.email}: ${role}`,
  );
};

/** A new project of `tenant`. */
export async function createProject(
  tenant: Tenant,
  slug: string,
  send: Send = tenant.owner,
): Promise<{ id: string; targets: { id: string; slug: string }[] }> {
  const answer = await send(CREATE_PROJECT, {
    input: { organization: { byId: tenant.id }, slug, type: 'FEDERATION' },
  });
  return {
    id: at(answer, 'createProject.ok.createdProject.id'),
    targets: at(answer, 'createProject.ok.createdTargets'),
  };
}

export const addMember = (tenant: Tenant, email: string, role: Role = 'MEMBER', send: Send = tenant.owner) =>
  send(ADD_MEMBER, { input: { organization: { byId: tenant.id }, email, role } });

export const updateRole = (tenant: Tenant, email: string, role: Role, send: Send = tenant.owner) =>
  send(UPDATE_MEMBER_ROLE, { input: { organization: { byId: tenant.id }, email, role } });

export const removeMember = (tenant: Tenant, email: string, send: Send = tenant.owner) =>
  send(REMOVE_MEMBER, { input: { organization: { byId: tenant.id }, email } });

/** An OPERATOR key of `tenant`: a credential that is nobody's. */
export async function operatorKey(tenant: Tenant): Promise<string> {
  const create = `
    mutation ($id: ID!) { organization(id: $id) { createKey(name: "Operator", type: OPERATOR) { token } } }`;
  return at(await tenant.owner(create, { id: tenant.id }), 'organization.createKey.token');
}
