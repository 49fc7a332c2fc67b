/** Renaming and deleting what has a slug, as GraphQL Hive's clients do. */
import type { Answer, Send } from '../support/latchkey.js';

const RESULT = 'error { code message }';
const field = (name: string, input: string, ok: string, error = RESULT) =>
  `mutation ($input: ${input}!) { result: ${name}(input: $input) { ok { ${ok} } ${error} } }`;

export const CREATE_TARGET = field(
  'createTarget',
  'CreateTargetInput',
  'selector { organizationSlug projectSlug targetSlug } createdTarget { id slug project { id } }',
  'error { code message inputErrors { slug } }',
);
export const UPDATE_TARGET_SLUG = field(
  'updateTargetSlug',
  'UpdateTargetSlugInput',
  'selector { organizationSlug projectSlug targetSlug } target { id slug }',
);
export const DELETE_TARGET = field('deleteTarget', 'DeleteTargetInput', 'deletedTargetId');
export const UPDATE_PROJECT_SLUG = field(
  'updateProjectSlug',
  'UpdateProjectSlugInput',
  'selector { organizationSlug projectSlug } project { id slug }',
);
export const DELETE_PROJECT = field('deleteProject', 'DeleteProjectInput', 'deletedProjectId');
export const UPDATE_ORGANIZATION_SLUG = field(
  'updateOrganizationSlug',
  'UpdateOrganizationSlugInput',
  'updatedOrganizationPayload { selector { organizationSlug } organization { id slug } }',
);
export const UPDATE_ORGANIZATION_NAME = field(
  'updateOrganizationName',
  'UpdateOrganizationNameInput',
  'updatedOrganizationPayload { selector { organizationSlug } organization { id slug name } }',
);
export const DELETE_ORGANIZATION = field('deleteOrganization', 'DeleteOrganizationInput', 'deletedOrganizationId');

/** The result of one of these; fails when the answer has errors. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests assert what is in it
export async function resultOf(send: Send, document: string, input: object): Promise<any> {
  const answer: Answer = await send(document, { input });
  if (answer.errors) throw new Error(`not answered: ${JSON.stringify(answer.errors)}`);
  return answer.data.result;
}

export const createTarget = async (send: Send, projectId: string, slug: string): Promise<string> =>
  (await resultOf(send, CREATE_TARGET, { project: { byId: projectId }, slug })).ok.createdTarget.id;

/** The slugs of the targets of a project, newest first; null when it is not there. */
export async function targetSlugs(send: Send, projectId: string): Promise<string[] | null> {
  const { data } = await send('query ($p: ID!) { project(reference: { byId: $p }) { targets { nodes { slug } } } }', {
    p: projectId,
  });
  return data.project?.targets.nodes.map(({ slug }: { slug: string }) => slug) ?? null;
}
