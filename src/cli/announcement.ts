/** The text that is printed when an organization was created. */
import { isIPv6 } from 'node:net';
import type { Bootstrapped } from './bootstrap.js';
import type { Environment } from '../config/environment.js';

/** The URL of GraphQL, as this machine reaches a server that listens on `host`. For all addresses, it is the loopback address. */
export function endpointOf(host: string, port: number): string {
  if (host === '0.0.0.0') return endpointOf('127.0.0.1', port);
  if (!isIPv6(host)) return `http://${host}:${port}/graphql`;
  const [address = '', zone] = host.split('%');
  const own = new URL(`http://[${address}]`).hostname === '[::]' ? '::1' : address;
  return `http://[${own}${zone === undefined ? '' : `%25${zone}`}]:${port}/graphql`;
}

const QUERY =
  'mutation Mutation($organizationId: ID!, $name: String!, $type: GraphOsKeyType!, $resources: ApiKeyResourceInput) ' +
  '{ organization(id: $organizationId) { createKey(name: $name, type: $type, resources: $resources) { keyName id token } } }';

/**
 * The ids of what a bootstrap created, the owner's secret, and a request to paste into a shell. Secrets go to curl's standard
 * input, because other users of the machine can read the arguments of a command. The router secret is not printed: the shell
 * takes it from its variable.
 */
export function announcement(
  { organization, project, secret }: Bootstrapped,
  { HOST, LATCHKEY_ROUTER_SECRET }: Environment,
  port: number,
): string {
  const subgraph = { graphId: project.slug, variantName: 'production', subgraphName: 'users' };
  const variables = {
    organizationId: organization.id,
    name: 'My first subgraph key',
    type: 'SUBGRAPH',
    resources: { subgraphs: [subgraph] },
  };
  const router = 'router-authorization: ${LATCHKEY_ROUTER_SECRET:?Set it in this shell too}';
  return [
    `Organization: ${organization.id} (${organization.slug})`,
    `Project: ${project.id} (${project.slug})`,
    `Owner's token, shown once: ${secret.reveal()}`,
    '',
    port === 0 ? 'Create a subgraph key, at the port that the server printed in place of 0:' : 'Create a subgraph key:',
    '',
    `curl '${endpointOf(HOST, port)}' \\`,
    `  --data '${JSON.stringify({ query: QUERY, variables })}' \\`,
    '  --header @- <<END',
    'content-type: application/json',
    `authorization: Bearer ${secret.reveal()}`,
    ...(LATCHKEY_ROUTER_SECRET === undefined ? [] : [router]),
    'END',
    '',
  ].join('\n');
}
