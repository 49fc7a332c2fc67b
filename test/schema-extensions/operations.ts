/** Schema extensions for tests: setting them, and merging with them. */
import type { Send, Tenant } from '../support/latchkey.js';
import { targetOf } from '../registry-tokens/registry.js';

const PROBLEMS = 'message problems { message positions { text line column } }';

export const UPDATE = `
  mutation UpdateBaseSchema($input: UpdateBaseSchemaInput!) {
    updateBaseSchema(input: $input) {
      ok { updatedTarget { id slug baseSchema } }
      error { code ${PROBLEMS} }
    }
  }`;

export const MERGE = `
  query MergedSchema($target: TargetReferenceInput!, $sdl: String!) {
    target(reference: $target) { baseSchema mergedSchema(sdl: $sdl) { ok { sdl } error { ${PROBLEMS} } } }
  }`;

/** What updateBaseSchema answers, for a target of `my-project` unless `at` says another. */
export async function setExtension(
  tenant: Tenant,
  newBase: string | null,
  at: object = targetOf(tenant),
  send: Send = tenant.owner,
) {
  const { data, errors } = await send(UPDATE, { input: { ...at, newBase } });
  return (data?.updateBaseSchema ?? errors?.[0]) as {
    ok: { updatedTarget: { id: string; slug: string; baseSchema: string | null } } | null;
    error: { code: string; message: string; problems: unknown[] } | null;
    message?: string;
  };
}

/** What mergedSchema answers, of the same target. */
export async function merge(tenant: Tenant, sdl: string, at: object = targetOf(tenant), send: Send = tenant.owner) {
  const { data, errors } = await send(MERGE, { target: { bySelector: at }, sdl });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.target.mergedSchema as {
    ok: { sdl: string } | null;
    error: { message: string; problems: { message: string; positions: object[] }[] } | null;
  };
}
