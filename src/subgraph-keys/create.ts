import { validate as isUuid } from 'uuid';
import type { Caller } from '../authorization/caller.js';
import { addPeriod } from '../clock.js';
import type { CredentialKind } from '../credentials/credential.js';
import { issue, type CredentialStore } from '../credentials/lifecycle.js';
import type { ApiKeyResourceInput, CreateKeyErrorCode, GraphOsKeyType } from '../generated/resolvers-types.js';
import { keyName } from '../names.js';
import type { Organization } from '../organizations/organization.js';
import { requirePermission } from '../authorization/grants.js';
import { ALL, type Resources } from '../authorization/resources.js';
import { LIFE_OF_KEY } from '../config/plans.js';
import { Refused } from '../storage/collection.js';
import type { Targets } from '../targets/service.js';
import { BEYOND_CALLER, type Key, KEY_KINDS, type KeyProblem, limitMessage, NAME_RULE, slotsOf } from './key.js';
import { MAX_SUBGRAPHS, resourcesOf } from './resources.js';

/** What a caller asks for. */
export interface KeyInput {
  readonly name: string;
  readonly type: GraphOsKeyType;
  readonly resources?: ApiKeyResourceInput | null;
}

/** Creates a key; `organization` is null when the caller sees none. Limits and bad input are answered as problems. */
export async function createKey(
  { vault, targets }: { readonly vault: CredentialStore; readonly targets: Targets },
  caller: Caller,
  organization: Organization | null,
  input: KeyInput,
): Promise<Key | KeyProblem> {
  if (!organization) return problem('ORGANIZATION_NOT_FOUND', 'The organization does not exist.', 'organizationId');
  const { id: organizationId } = organization;
  const made = KEY_KINDS[input.type];
  requirePermission(caller.actor, made?.needs ?? 'key:create', { organizationId });
  if (!made) return problem('UNSUPPORTED_KEY_TYPE', 'Latchkey makes keys of the types SUBGRAPH and OPERATOR.', 'type');
  const title = keyName(input.name);
  if (title === undefined) return problem('INVALID_NAME', NAME_RULE, 'name');
  const resources = await chooseResources(targets, caller, organization, made.kind, input.resources);
  if ('code' in resources) return resources;
  const permissions = [...made.permissions];
  const issued = await issue(
    vault,
    caller,
    {
      kind: made.kind,
      organizationIds: [organizationId],
      ownerId: null,
      title,
      description: null,
      permissions,
      resources,
      lifetime: (createdAt) => addPeriod(createdAt, LIFE_OF_KEY),
    },
    slotsOf(organization, made.kind),
  );
  if (!(issued instanceof Refused)) return issued;
  if (issued.problem === 'LIMIT_REACHED') return problem('PLAN_LIMIT_REACHED', limitMessage(organization), null);
  return problem('BEYOND_CALLER', BEYOND_CALLER, null);
}

/** What a new key is for, or why it cannot be. */
async function chooseResources(
  targets: Targets,
  caller: Caller,
  organization: Organization,
  kind: CredentialKind,
  input: ApiKeyResourceInput | null | undefined,
): Promise<Resources | KeyProblem> {
  const subgraphs = input?.subgraphs ?? [];
  if (input?.gateways?.length)
    return problem('RESOURCES_NOT_ALLOWED', 'Keys are for subgraphs, not for gateways.', 'resources.gateways');
  if (kind === 'OPERATOR_KEY') {
    if (subgraphs.length === 0) return ALL;
    const message = 'An OPERATOR key is for the whole organization. Leave "resources" out.';
    return problem('RESOURCES_NOT_ALLOWED', message, 'resources.subgraphs');
  }
  if (subgraphs.length === 0)
    return problem('RESOURCES_REQUIRED', 'A SUBGRAPH key needs at least one subgraph.', 'resources.subgraphs');
  if (subgraphs.length > MAX_SUBGRAPHS) {
    const message = `A key is for ${MAX_SUBGRAPHS} subgraphs at most. Create several.`;
    return problem('TOO_MANY_RESOURCES', message, 'resources.subgraphs');
  }
  return resourcesOf(subgraphs, {
    async project(idOrSlug) {
      const found = isUuid(idOrSlug)
        ? await targets.project(caller, idOrSlug)
        : await targets.projectBySlug(caller, organization, idOrSlug);
      return found?.organizationId === organization.id ? found : null;
    },
    async target(project, idOrSlug) {
      const found = isUuid(idOrSlug)
        ? await targets.target(caller, idOrSlug)
        : await targets.targetBySlug(caller, project, idOrSlug);
      return found?.projectId === project.id ? found : null;
    },
  });
}

const problem = (code: CreateKeyErrorCode, message: string, field: string | null): KeyProblem => ({
  code,
  message,
  field,
});
