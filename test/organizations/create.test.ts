import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines.js';
import { type Answer, type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { createKey, member } from '../support/operations.js';
import {
  at,
  CREATE_ORGANIZATION,
  createProject,
  expectData,
  expectRefused,
  operatorKey,
  ORGANIZATION,
} from './operations.js';

let slugs = 0;
const okOf = ({ data }: Answer) => (data as { createOrganization: { ok: object | null } }).createOrganization.ok;
const newSlug = () => `created-${process.pid}-${++slugs}`;

onEveryEngine('creating an organization', (engine) => {
  let latchkey: Latchkey;
  let tenant: Tenant;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine, { defaultPlan: 'STANDARD' });
    tenant = await latchkey.organization();
  });
  afterAll(() => latchkey.close());

  it('makes the user its only member and Org Admin, on the default plan', async () => {
    const slug = newSlug();
    const nodes = [{ role: 'ORG_ADMIN', user: { email: tenant.ownerEmail } }];
    const createdOrganization = { slug, plan: 'STANDARD', members: { nodes } };
    const answer = await tenant.owner(CREATE_ORGANIZATION, { slug });
    expectData(answer, { createOrganization: { ok: { createdOrganization }, error: null } });
  });

  it('lets the token that asked reach it with the next request, and administer it', async () => {
    const slug = newSlug();
    const id = at(await tenant.owner(CREATE_ORGANIZATION, { slug }), 'createOrganization.ok.createdOrganization.id');
    expectData(await tenant.owner(ORGANIZATION, { id }), { organization: { id, slug } });
    const created = { ...tenant, id, slug };
    await createProject(created, 'my-project');
    await expect(createKey(created)).resolves.toMatchObject({ id: expect.any(String) as string });
    // What it reached before, it still reaches.
    expectData(await tenant.owner(ORGANIZATION, { id: tenant.id }), { organization: { id: tenant.id } });
  });

  it('is open to every user, whatever their role elsewhere', async () => {
    const { send, email } = await member(latchkey, tenant, 'MEMBER');
    const answer = await send(CREATE_ORGANIZATION, { slug: newSlug() });
    const nodes = [{ role: 'ORG_ADMIN', user: { email } }];
    expectData(answer, { createOrganization: { ok: { createdOrganization: { members: { nodes } } } } });
  });

  it('takes a slug of the longest length and one of a single letter', async () => {
    for (const slug of ['a'.repeat(50), 'z', '0-'])
      expectData(await tenant.owner(CREATE_ORGANIZATION, { slug }), {
        createOrganization: { ok: { createdOrganization: { slug } }, error: null },
      });
  });

  describe('refuses', () => {
    const LETTERS = 'Slug can only contain lowercase letters, numbers and dashes';
    it.each([
      ['', 'Organization slug is required'],
      ['a'.repeat(51), 'Slug must be less than 50 characters'],
      ['Big', LETTERS],
      ['two words', LETTERS],
      ['under_score', LETTERS],
      ['trailing\n', LETTERS],
      ['é', LETTERS],
      [' ', LETTERS],
      ['a/b', LETTERS],
      ['view', 'Slug is reserved'],
      ['new', 'Slug is reserved'],
      [randomUUID(), 'Slug is reserved'],
    ])('the slug %j', async (slug, message) => {
      const { data, errors } = await tenant.owner(CREATE_ORGANIZATION, { slug });
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        createOrganization: {
          ok: null,
          error: { code: 'INVALID_SLUG', message: 'Check your input.', inputErrors: { slug: message } },
        },
      });
    });

    it('a slug that is taken, in words that tell nothing of whose it is', async () => {
      const stranger = await latchkey.organization();
      const message = 'Organization slug is already taken';
      const error = { code: 'SLUG_TAKEN', message, inputErrors: { slug: message } };
      for (const slug of [tenant.slug, stranger.slug])
        expectData(await tenant.owner(CREATE_ORGANIZATION, { slug }), { createOrganization: { ok: null, error } });
    });

    it('keys, which are not users', async () => {
      const message = 'No access (reason: "Only a user can create an organization")';
      const secrets = [(await createKey(tenant)).token, await operatorKey(tenant)];
      for (const secret of secrets) {
        const answer = await latchkey.as(secret)(CREATE_ORGANIZATION, { slug: newSlug() });
        expectRefused(answer, 'UNAUTHORISED', message);
      }
    });

    it('whoever is not signed in', async () => {
      const slug = newSlug();
      expectRefused(await latchkey.as()(CREATE_ORGANIZATION, { slug }), 'UNAUTHENTICATED');
      expect(await latchkey.services.collections.organizations.findOne({ slug })).toBeUndefined();
    });
  });

  it('gives one slug to exactly one of many who race for it', async () => {
    const others = await Promise.all([latchkey.organization(), latchkey.organization()]);
    const senders = [tenant, ...others].map(({ owner }) => owner);
    const slug = newSlug();
    const answers = await Promise.all(
      [...senders, ...senders].map((send) => send(CREATE_ORGANIZATION, { slug }).then((answer) => ({ send, answer }))),
    );
    const won = answers.filter(({ answer }) => okOf(answer) !== null);
    expect(won).toHaveLength(1);
    for (const { answer } of answers)
      if (okOf(answer) === null) expectData(answer, { createOrganization: { error: { code: 'SLUG_TAKEN' } } });
    // The losers neither see it nor anything else that they did not see before.
    const bySlug = { reference: { bySelector: { organizationSlug: slug } } };
    const seeing = await Promise.all(
      senders.map(async (send) => ({
        send,
        data: (await send(ORGANIZATION, bySlug)).data as { organization: unknown },
      })),
    );
    expect(seeing.filter(({ data }) => data.organization !== null).map(({ send }) => send)).toEqual([won[0]?.send]);
  });
});
