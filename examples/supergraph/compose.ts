/** Composes several subgraphs to a supergraph, as a build step does in production. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export interface Subgraph {
  readonly name: string;
  /** Where the gateway finds it. */
  readonly url: string;
  readonly sdl: string;
}

/** The SDL that a running subgraph publishes. */
export async function sdlOf(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data } = (await response.json()) as { data: { _service: { sdl: string } } };
  return data._service.sdl;
}

/** The supergraph's SDL. @throws Error with every composition error. */
export function compose(subgraphs: readonly Subgraph[]): string {
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
