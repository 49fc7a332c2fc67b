/** Conditional breaking changes for tests: the rules of a target, and asking by them. */
import { targetOf } from '../registry-tokens/registry.js';
import type { Send, Tenant } from '../support/latchkey.js';

const CONFIGURATION = `
  isEnabled period percentage requestCount breakingChangeFormula targets { id slug } excludedClients excludedAppDeployments`;

export const CONFIGURE = `
  mutation UpdateTargetConditionalBreakingChangeConfiguration(
    $input: UpdateTargetConditionalBreakingChangeConfigurationInput!
  ) {
    updateTargetConditionalBreakingChangeConfiguration(input: $input) {
      ok { target { id conditionalBreakingChangeConfiguration { ${CONFIGURATION} } } }
      error {
        code message
        inputErrors { percentage period requestCount targetIds excludedClients excludedAppDeployments }
      }
    }
  }`;

export const ASSESS = `
  query AssessBreakingChanges($target: TargetReferenceInput!, $input: AssessBreakingChangesInput!) {
    target(reference: $target) {
      assessBreakingChanges(input: $input) {
        configuration { ${CONFIGURATION} }
        totalOperations excludedOperations
        changes { coordinate isSafe reason message operations percentage excludedOperations }
      }
    }
  }`;

const RULES = `query ($target: TargetReferenceInput!) {
  target(reference: $target) { id conditionalBreakingChangeConfiguration { ${CONFIGURATION} } }
}`;

const reference = (tenant: Tenant, slug: string) => ({ bySelector: targetOf(tenant, slug) });

/** What the mutation answers, of a target of `my-project`. */
export async function configure(tenant: Tenant, rules: object, slug = 'production', send: Send = tenant.owner) {
  const input = { target: reference(tenant, slug), conditionalBreakingChangeConfiguration: rules };
  const { data, errors } = await send(CONFIGURE, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.updateTargetConditionalBreakingChangeConfiguration;
}

/** A target of `my-project` with its rules. */
export async function rulesOf(tenant: Tenant, slug = 'production', send: Send = tenant.owner) {
  const { data } = await send(RULES, { target: reference(tenant, slug) });
  const { id, conditionalBreakingChangeConfiguration: rules } = data.target;
  return { id: id as string, rules };
}

/** What assessBreakingChanges answers, or its first error. */
export async function assess(tenant: Tenant, input: object, slug = 'production', send: Send = tenant.owner) {
  const { data, errors } = await send(ASSESS, { target: reference(tenant, slug), input });
  return errors?.[0] ?? data.target.assessBreakingChanges;
}
