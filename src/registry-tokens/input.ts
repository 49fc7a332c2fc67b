/** Checks the input that creates a registry token, and converts it to what is stored. */
import { endAfter, restrictionOf } from '../access-tokens/input.js';
import { problem, type TokenProblem } from '../access-tokens/problems.js';
import { ALL } from '../authorization/resources.js';
import type { CredentialSpec } from '../credentials/issuance.js';
import type { TokenExpirationPeriod } from '../generated/resolvers-types.js';
import { problemWithText } from '../names.js';
import type { Target } from '../targets/target.js';
import { permissionsFor, type Scopes } from './scopes.js';

/** What a caller asks for. */
export interface RegistryTokenInput extends Scopes {
  readonly name: string;
  readonly expirationPeriod?: TokenExpirationPeriod | undefined;
  readonly ipAllowlist?: readonly string[] | null;
}

/** The token of `target` to create, or what is wrong with it. */
export function readRegistryTokenInput(
  target: Pick<Target, 'id' | 'organizationId' | 'projectId'>,
  { name, expirationPeriod = 'NEVER', ipAllowlist, ...scopes }: RegistryTokenInput,
): CredentialSpec | TokenProblem {
  const title = name.trim();
  const wrong = problemWithName(title);
  if (wrong !== null) return problem('INVALID_INPUT', `The name of a registry token ${wrong}`);
  const restriction = restrictionOf(ipAllowlist);
  if ('code' in restriction) return restriction;
  const permissions = permissionsFor(scopes);
  if (!Array.isArray(permissions)) {
    const argument = `${permissions.level.toLowerCase()}Scopes`;
    return problem(
      'PERMISSION_WITHOUT_EFFECT',
      `${argument}: a registry token acts on its target alone, where ${permissions.scope} would have no effect. Leave it out, or create an organization access token.`,
    );
  }
  const targets = [{ targetId: target.id, services: ALL, appDeployments: ALL }];
  return {
    kind: 'REGISTRY_TOKEN',
    organizationIds: [target.organizationId],
    projectId: target.projectId,
    targetId: target.id,
    ownerId: null,
    title,
    description: null,
    ...restriction,
    permissions,
    resources: {
      mode: 'GRANULAR',
      projects: [{ projectId: target.projectId, targets: { mode: 'GRANULAR', targets } }],
    },
    lifetime: (createdAt) => endAfter(expirationPeriod, createdAt),
  };
}

function problemWithName(name: string): string | null {
  if (name.length < 2 || name.length > 50) return 'has 2 to 50 letters.';
  return problemWithText(name);
}
