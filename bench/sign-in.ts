/**
 * What signing in costs: the processor time to find out who presents a user access token, and what they may do, in an
 * organization of 1 member and in one of 5,000, in turn, on the embedded store.
 * Run it by `node --import tsx bench/sign-in.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { pendingWith } from '../src/audit/event.js';
import { bootstrap } from '../src/cli/bootstrap.js';
import { newMembership } from '../src/organizations/membership.js';
import { createServices, KINDS } from '../src/services.js';
import { openEmbedded } from '../src/storage/embedded/store.js';

const ROUNDS = 40;
/** The processor time is told in steps of microseconds or more: many are measured at once. */
const SIGN_INS = 200;

const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const store = await openEmbedded(directory, KINDS);
const services = createServices(store, { clock: () => new Date(), defaultPlan: 'ENTERPRISE', onError: console.error });

/** An organization with so many members; answers its owner's token. */
async function organizationOf(members: number): Promise<string> {
  const first = { slug: `of-${members}`, owner: `owner-${members}@example.com`, plan: 'ENTERPRISE' } as const;
  const { organization, secret } = await bootstrap(services, first);
  for (let n = 2; n <= members; n++) {
    const slot = `${organization.id}/MEMBER/${n}`;
    const membership = newMembership(organization.id, uuid(), 'MEMBER', new Date().toISOString(), slot);
    await services.collections.memberships.insert({ ...membership, ...pendingWith() });
  }
  return secret.reveal();
}

async function cpuOf(secret: string): Promise<number> {
  const start = process.cpuUsage();
  for (let n = 0; n < SIGN_INS; n++) {
    const { state } = await services.identities.authenticateSecret(secret, null);
    if (state !== 'VALID') throw new Error(state);
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / SIGN_INS;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const secrets = [await organizationOf(1), await organizationOf(5000)];
const taken: number[][] = [[], []];
for (let round = 0; round < ROUNDS; round++)
  for (const index of round % 2 ? [0, 1] : [1, 0]) taken[index]?.push(await cpuOf(secrets[index] ?? ''));
const [one = NaN, many = NaN] = taken.map(median);
console.log(`1 member: ${one.toFixed(3)} ms, 5,000 members: ${many.toFixed(3)} ms: ${(many / one).toFixed(2)}`);
await store.close();
rmSync(directory, { recursive: true });
