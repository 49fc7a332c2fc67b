/** The plan's limit while keys come and go, against a plain model of it. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setPlan } from '../../src/cli/bootstrap.js';
import type { Plan } from '../../src/config/plans.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey, type Tenant } from '../support/latchkey.js';
import { CREATE_KEY_CARD, USERS } from '../support/operations.js';

const LIMIT = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

interface ModelKey {
  readonly name: string;
  end: 'REVOKED' | 'DELETED' | undefined;
  /** In days from the start. */
  expires: number;
}

class Model {
  plan: Plan = 'STANDARD';
  today = 0;
  readonly keys: ModelKey[] = [];
  live = () => this.keys.filter((key) => !key.end && key.expires > this.today);
  hasRoom = () => this.plan === 'ENTERPRISE' || this.live().length < LIMIT;
  key = (n: number) => this.keys[n % this.keys.length];
}

/** A Latchkey with a tenant of its own for this run. */
class Real {
  readonly ids = new Map<string, string>();
  readonly start = Date.now();
  constructor(
    readonly latchkey: Latchkey,
    readonly tenant: Tenant,
  ) {
    this.stand(0);
  }
  date = (day: number) => new Date(this.start + day * DAY_MS);
  stand = (day: number) => (this.latchkey.clock.now = this.date(day));

  async create(name: string): Promise<string> {
    const input = { organizationId: this.tenant.id, name, type: 'SUBGRAPH', resources: { subgraphs: [USERS] } };
    const { data } = await this.tenant.owner(CREATE_KEY_CARD, { input });
    if (data.createKey.id) this.ids.set(name, data.createKey.id as string);
    return (data.createKey.code ?? 'OK') as string;
  }

  async change(field: string, name: string, more = ''): Promise<string> {
    const { errors } = await this.tenant.owner(
      `mutation ($id: ID!, $keyId: ID!) { organization(id: $id) { ${field.replace('()', `(keyId: $keyId${more})`)} } }`,
      { id: this.tenant.id, keyId: this.ids.get(name) },
    );
    return errors?.[0]?.extensions.code ?? 'OK';
  }

  expire(name: string, day: number): Promise<string> {
    const expiration = this.date(day).toISOString();
    return this.change('setKeyExpiration() { id }', name, `, expiration: "${expiration}"`);
  }

  /** The names of the live keys, oldest first. */
  async live(): Promise<string[]> {
    const { data } = await this.tenant.owner(
      'query ($id: ID!) { organization(id: $id) { apiKeys(last: 100) { nodes { keyName } } } }',
      { id: this.tenant.id },
    );
    return data.organization.apiKeys.nodes.map((node: { keyName: string }) => node.keyName).reverse();
  }
}

/** What may happen: whether it can, what it does to the model and in truth, and what must come out. */
interface Step {
  readonly label: string;
  readonly possible?: (model: Model) => boolean;
  readonly run: (model: Model, real: Real) => Promise<void>;
}

class Command implements fc.AsyncCommand<Model, Real> {
  constructor(readonly step: Step) {}
  check = (model: Readonly<Model>) => this.step.possible?.(model) ?? true;
  toString = () => this.step.label;
  async run(model: Model, real: Real): Promise<void> {
    const before = model.live().length;
    await this.step.run(model, real);
    const live = await real.live();
    expect(live).toEqual(model.live().map((key) => key.name));
    if (model.plan === 'STANDARD') expect(live.length).toBeLessThanOrEqual(Math.max(LIMIT, before));
  }
}

const aKey = (model: Model) => model.keys.length > 0;

/** Half of the keys are given few days, so that they expire often; no run reaches the year that the others live. */
const create = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 1 }).map((days): Step => ({
  label: days === null ? 'create' : `create for ${days} days`,
  async run(model, real) {
    const name = `key ${model.keys.length}`;
    const room = model.hasRoom();
    expect(await real.create(name)).toBe(room ? 'OK' : 'PLAN_LIMIT_REACHED');
    if (!room) return;
    model.keys.push({ name, end: undefined, expires: model.today + (days ?? 365) });
    if (days !== null) expect(await real.expire(name, model.today + days)).toBe('OK');
  },
}));

const end = (field: 'revokeKey' | 'deleteKey') =>
  fc.nat().map((n): Step => ({
    label: `${field} ${n}`,
    possible: aKey,
    async run(model, real) {
      const key = model.key(n);
      if (!key) return;
      const gone = key.end === 'DELETED' && field === 'revokeKey';
      expect(await real.change(`${field}()`, key.name)).toBe(gone ? 'NOT_FOUND' : 'OK');
      if (key.end !== 'DELETED') key.end = field === 'deleteKey' ? 'DELETED' : 'REVOKED';
    },
  }));

const setExpiration = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })).map(([n, days]): Step => ({
  label: `setKeyExpiration ${n} in ${days} days`,
  possible: aKey,
  async run(model, real) {
    const key = model.key(n);
    if (!key) return;
    const expired = key.expires <= model.today;
    const expected =
      key.end === 'DELETED'
        ? 'NOT_FOUND'
        : key.end === 'REVOKED'
          ? 'BAD_USER_INPUT'
          : expired && !model.hasRoom()
            ? 'LIMIT_REACHED'
            : 'OK';
    const until = real.date(model.today + days).toISOString();
    expect(await real.change('setKeyExpiration() { id }', key.name, `, expiration: "${until}"`)).toBe(expected);
    if (expected === 'OK') key.expires = model.today + days;
  },
}));

const wait = fc.integer({ min: 1, max: 4 }).map((days): Step => ({
  label: `wait ${days} days`,
  async run(model, real) {
    model.today += days;
    real.stand(model.today);
  },
}));

const changePlan = fc.constantFrom<Plan>('STANDARD', 'ENTERPRISE').map((plan): Step => ({
  label: `plan ${plan}`,
  async run(model, real) {
    await setPlan(real.latchkey.services, real.tenant.slug, plan);
    model.plan = plan;
  },
}));

const steps = [
  create,
  create,
  create,
  end('revokeKey'),
  end('deleteKey'),
  setExpiration,
  setExpiration,
  wait,
  wait,
  changePlan,
  changePlan,
];

onEveryEngine('the limit of a plan, while keys come and go', (engine) => {
  let latchkey: Latchkey;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  afterAll(() => latchkey.close());

  const soak = process.env.LATCHKEY_SOAK === '1';
  const numRuns = (engine.name === 'embedded' ? 20 : 2) * (soak ? 40 : 1);

  it('accepts a key exactly when there is room', async () => {
    const commands = fc.commands(
      steps.map((step) => step.map((one) => new Command(one))),
      { maxCommands: 60, size: 'max' },
    );
    const property = fc.asyncProperty(commands, async (sequence) => {
      latchkey.clock.now = undefined;
      const tenant = await latchkey.organization({ plan: 'STANDARD' });
      await fc.asyncModelRun(() => ({ model: new Model(), real: new Real(latchkey, tenant) }), sequence);
    });
    // A failure is told in time, if not as small as it could be.
    await fc.assert(property, { numRuns, plugins: [fc.interruptAfterTimeLimit(soak ? 500_000 : 20_000)] });
  });
});
