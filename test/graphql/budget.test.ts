import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Budget } from '../../src/graphql/budget.js';
import { LIMITS } from '../../src/graphql/limits.js';
import type { Store } from '../../src/storage/collection.js';
import { embedded } from '../support/engines.js';
import { Interrupted } from '../support/interrupted.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';

const PROJECTS = 'query ($id: ID!) { organization(id: $id) { projects(first: 1) { nodes { slug id } } } }';
const CREATE = `input: {
  organization: { byId: $id }, title: "Token", permissions: [], resources: { mode: ALL }
}) { ok { privateAccessKey createdOrganizationAccessToken { title } } error { code } }`;
const CREATE_TWO = `mutation ($id: ID!) {
  first: createOrganizationAccessToken(${CREATE} second: createOrganizationAccessToken(${CREATE}
}`;
const CREATE_PROJECT = `mutation ($id: ID!) {
  createProject(input: { organization: { byId: $id }, slug: "another", type: SINGLE }) {
    ok { updatedOrganization { projects(first: 1) { nodes { slug id } } } }
  }
}`;
const TOO_EXPENSIVE = { message: expect.stringContaining('Ask for') as string, code: 'REQUEST_TOO_EXPENSIVE' };

describe('a request that takes more than its price says', () => {
  const interrupted = new Interrupted();
  let latchkey: Latchkey;
  let tenant: Tenant;
  /** Milliseconds of processor time that the process took. */
  let cpuMs = 0;
  const work = (ms: number) => (): Promise<void> => {
    cpuMs += ms;
    return Promise.resolve();
  };
  const tooMuch = work(LIMITS.cpuMs.most + 1);
  /** What the next project that is read is called. */
  let slug: string | undefined;
  const wrap = (store: Store): Store => interrupted.wrap(store);

  beforeAll(async () => {
    vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: cpuMs * 1000, system: 0 }));
    latchkey = await startLatchkey(embedded, { wrap });
    tenant = await latchkey.organization();
    const { collections } = latchkey.services;
    const page = collections.projects.page.bind(collections.projects);
    vi.spyOn(collections.projects, 'page').mockImplementation(async (...args) => {
      const found = await page(...args);
      return slug === undefined ? found : { ...found, items: found.items.map((one) => ({ ...one, slug: slug ?? '' })) };
    });
  });
  afterEach(() => (slug = undefined));
  afterAll(async () => {
    vi.restoreAllMocks();
    await latchkey.close();
  });
  const errorsOf = ({ errors }: { errors: { message: string; extensions: { code: string } }[] | undefined }) =>
    errors?.map(({ message, extensions: { code } }) => ({ message, code }));

  it('is ended with one error and without data when it is a query that uses too much processor time', async () => {
    interrupted.before('projects.page', tooMuch);
    const fields = 'organization(id: $id) { projects(first: 1) { nodes { slug } } }';
    const answer = await tenant.owner(`query ($id: ID!) { first: ${fields} second: ${fields} }`, { id: tenant.id });
    expect(errorsOf(answer)).toEqual([TOO_EXPENSIVE]);
    expect(answer).toMatchObject({ status: 200, data: null });
    expect(latchkey.logged()).toContain('a request was ended: it took too much work');
    expect((await tenant.owner(PROJECTS, { id: tenant.id })).errors).toBeUndefined();
  });

  it('is ended when its answer is too long', async () => {
    slug = 'a'.repeat(LIMITS.answerCharacters.most);
    const answer = await tenant.owner(PROJECTS, { id: tenant.id });
    expect(errorsOf(answer)).toEqual([TOO_EXPENSIVE]);
    expect(answer.data).toBeNull();
  });

  it('is answered when it takes as much as it may', async () => {
    interrupted.before('projects.page', work(LIMITS.cpuMs.most));
    slug = 'a'.repeat(LIMITS.answerCharacters.most - 1000);
    const answer = await tenant.owner(PROJECTS, { id: tenant.id });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.organization.projects.nodes[0].slug).toBe(slug);
  });

  it('is answered to its end when it is a mutation that takes processor time, since it may hold secrets', async () => {
    interrupted.before('credentials.get', tooMuch);
    const answer = await tenant.owner(CREATE_TWO, { id: tenant.id });
    expect(answer.errors).toBeUndefined();
    for (const { ok } of [answer.data.first, answer.data.second])
      expect((await latchkey.as(ok.privateAccessKey as string)('{ whoAmI { title } }')).data.whoAmI.title).toBe(
        'Token',
      );
  });

  it('is ended when it is a mutation whose answer is too long, and what it did is done', async () => {
    slug = 'a'.repeat(LIMITS.answerCharacters.most);
    const answer = await tenant.owner(CREATE_PROJECT, { id: tenant.id });
    expect(errorsOf(answer)).toEqual([TOO_EXPENSIVE]);
    slug = undefined;
    const { data } = await tenant.owner(PROJECTS, { id: tenant.id });
    expect(data.organization.projects.nodes[0].slug).toBe('another');
  });

  it('is not charged for another one at the same time', async () => {
    const cheap = () => tenant.owner(PROJECTS, { id: tenant.id });
    // The second of them takes too much.
    interrupted.before('projects.page', async () => interrupted.before('projects.page', tooMuch));
    const answers = await Promise.all([cheap(), cheap(), cheap()]);
    expect(answers.map(({ errors }) => errors?.length ?? 0)).toEqual([0, 1, 0]);
  });

  it('is charged until another one begins', () => {
    const [one, other] = [new Budget(), new Budget()];
    one.takeTurn(true);
    cpuMs += 10;
    other.takeTurn(true);
    cpuMs += 20;
    one.takeTurn(true);
    expect([one.used.cpuMs, other.used.cpuMs]).toEqual([10, 20]);
  });

  it('is not charged for what runs while it waits', async () => {
    interrupted.before('projects.page', async () => {
      await new Promise(setImmediate);
      await tooMuch();
      await new Promise(setImmediate);
    });
    expect((await tenant.owner(PROJECTS, { id: tenant.id })).errors).toBeUndefined();
  });
});
