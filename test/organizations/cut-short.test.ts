/** Creations of organizations that a process does not live to finish. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isEmpty } from '../../src/cli/bootstrap.js';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { embedded } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';
import { Watched, WRITES } from '../support/watched.js';
import { CREATE_ORGANIZATION } from './operations.js';

const HOUR_MS = 60 * 60 * 1000;

let whole: Latchkey;
let dying: Latchkey;
const watched = new Watched();
beforeAll(async () => {
  whole = await startLatchkey(embedded);
  dying = await startLatchkey(embedded, { place: whole.place, wrap: watched.wrap });
});
afterAll(async () => {
  await dying.close();
  await whole.close();
});

it('a creation that is cut short leaves nothing behind an hour later, wherever the end came, and its slug is free', async () => {
  const { collections, sweeper } = whole.services;
  let leftovers = 0;
  for (let writes = 0, dead = true; dead; writes++) {
    const tenant = await whole.organization();
    const userId = (await tenant.owner('{ me { id } }')).data.me.id as string;
    const slug = `${tenant.slug}-more`;
    let left = writes;
    watched.failure = (method) => {
      if (left === 0) return new StoreUnavailable('dead');
      if (WRITES.some((one) => one === method)) left -= 1;
      return undefined;
    };
    const answer = await dying.as(tenant.ownerSecret)(CREATE_ORGANIZATION, { slug });
    dead = left === 0;
    watched.failure = undefined;

    leftovers += await collections.organizations.count({ state: 'CREATING' });
    whole.clock.now = new Date(Date.now() + 2 * HOUR_MS);
    await sweeper.drain();
    whole.clock.now = undefined;
    expect(await collections.organizations.count({ state: 'CREATING' }), `after ${writes} writes`).toBe(0);
    const kept = await collections.organizations.count({ ownerId: userId, state: 'LIVE' });
    const slots = await collections.organizations.taken('slot', `${userId}/ORGANIZATION/`);
    // The one that the operator made takes a slot when another one is wanted.
    expect(slots.length, `after ${writes} writes`).toBeLessThanOrEqual(kept);
    const { items } = await collections.memberships.page({ userId, active: true }, { first: 10 });
    expect(items, `after ${writes} writes`).toHaveLength(kept);
    if (answer.data?.createOrganization?.ok || (await collections.organizations.findOne({ slug }))) continue;
    expect((await tenant.owner(CREATE_ORGANIZATION, { slug })).data.createOrganization.ok).toBeTruthy();
  }
  expect(leftovers).toBeGreaterThan(1);
});

it('a store that contains only an interrupted creation counts as empty', async () => {
  const place = embedded.place();
  const latchkey = await startLatchkey(embedded, { place });
  const { collections } = latchkey.services;
  expect(await isEmpty(latchkey.services)).toBe(true);
  const { id } = await latchkey.organization();
  const organization = await collections.organizations.get(id);
  if (!organization) throw new Error('it was created');
  for (const [state, empty] of [
    ['CREATING', true],
    ['ENDING', false],
    ['ENDED', false],
  ] as const) {
    const now = await collections.organizations.all.get(id);
    await collections.organizations.replace({ ...organization, version: now?.version ?? 0, state });
    expect(await isEmpty(latchkey.services), state).toBe(empty);
  }
  await latchkey.close();
  await place.remove();
});
