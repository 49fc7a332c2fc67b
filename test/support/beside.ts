/** What the operator does on a store beside what else uses it, without the time that a process takes. */
import { bootstrap } from '../../src/cli/bootstrap.js';
import type { Plan } from '../../src/config/plans.js';
import { createServices, KINDS, type Services } from '../../src/services.js';
import type { Place } from './engines.js';

/** Works on the store of `place`. */
export async function beside<T>(place: Place, act: (services: Services) => Promise<T>): Promise<T> {
  const store = await place.open(KINDS);
  const onError = () => undefined;
  const services = createServices(store, { clock: () => new Date(), defaultPlan: 'ENTERPRISE', onError });
  try {
    return await act(services);
  } finally {
    await store.close();
  }
}

/** An organization with an owner and a project, as the first thing in a store or beside others. */
export const bootstrapped = (place: Place, slug: string, plan: Plan = 'ENTERPRISE') =>
  beside(place, async (services) => {
    const { organization, project, secret } = await bootstrap(services, { slug, owner: `owner@${slug}.example`, plan });
    await services.relay.drain();
    return { id: organization.id, slug, projectId: project.id, secret: secret.reveal() };
  });
