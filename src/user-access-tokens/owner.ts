/** Checks what the owner of a user access token may give it. */
import type { Caller } from '../authorization/caller.js';
import { restScopesWith } from '../authorization/rest-scopes.js';
import type { CredentialSpec } from '../credentials/issuance.js';
import type { OrganizationReferenceInput } from '../generated/resolvers-types.js';
import type { Membership } from '../organizations/membership.js';
import type { Memberships } from '../organizations/memberships.js';
import type { Organization } from '../organizations/organization.js';
import type { Organizations } from '../organizations/service.js';

/** The organization that is named, if the caller sees it, and their membership there; undefined when there is none. */
export async function membershipIn(
  { organizations, memberships }: { readonly organizations: Organizations; readonly memberships: Memberships },
  caller: Caller,
  reference: OrganizationReferenceInput,
): Promise<{ organization: Organization; membership: Membership } | undefined> {
  const organization = await organizations.named(caller, reference);
  const membership = organization && (await memberships.find(organization.id, caller.actor.ref.id));
  return membership ? { organization, membership } : undefined;
}

/** Whether the caller's role in an organization gives all scopes that a token is limited to. */
export function holdsScopes(
  { actor }: Caller,
  organizationId: string,
  { restScopes }: Pick<CredentialSpec, 'restScopes'>,
): boolean {
  const held = actor.grants.find((one) => one.organizationId === organizationId)?.permissions;
  const scopes = restScopes ?? [];
  return held !== undefined && restScopesWith(scopes, held).length === scopes.length;
}
