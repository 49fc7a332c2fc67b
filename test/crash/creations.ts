/** Keys and projects created while something dies under them, and what must be true of them afterwards. */
import { expect } from 'vitest';
import { type AuditEvent, auditEvents } from '../../src/audit/event.js';
import type { Services } from '../../src/services.js';
import { iterate } from '../../src/storage/collection.js';
import { beside } from '../support/beside.js';
import type { Place } from '../support/engines.js';
import type { Answer, Send } from '../support/latchkey.js';
import { CREATE_KEY, USERS } from '../support/operations.js';

const CREATE_PROJECT = `mutation ($organizationId: ID!, $slug: String!) {
  createProject(input: { organization: { byId: $organizationId }, slug: $slug, type: FEDERATION }) {
    ok { createdProject { id } }
  }
}`;

/** Every so many keys, a project. */
const KEYS_PER_PROJECT = 12;
const AT_ONCE = 16;

/** What was acknowledged so far, and what was not. */
export class Creations {
  /** The secrets of the acknowledged keys, by their ids. */
  readonly keys = new Map<string, string>();
  readonly projects = new Set<string>();
  /** Answers that were errors, and how long the slowest answer of all took, in milliseconds. */
  readonly errors: NonNullable<Answer['errors']> = [];
  slowest = 0;
  #sent = 0;
  #stopped = false;

  constructor(
    readonly organizationId: string,
    readonly send: Send,
  ) {}

  /** Creates up to `total` keys, some at once; ends early when the connection is lost, or when stopped. */
  async run(total: number, onAcknowledged: (count: number) => void = () => undefined): Promise<void> {
    const lane = async () => {
      while (this.#sent < total && !this.#stopped) {
        await this.#one(++this.#sent);
        onAcknowledged(this.keys.size);
      }
    };
    const lost = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
    this.#stopped = true;
    for (const one of lost) if (one.status === 'rejected' && !isLost(one.reason)) throw one.reason as Error;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #one(n: number): Promise<void> {
    const { organizationId } = this;
    const started = performance.now();
    if (n % KEYS_PER_PROJECT === 0) {
      const { data, errors } = await this.send(CREATE_PROJECT, { organizationId, slug: `project-${n}` });
      if (errors) this.errors.push(...errors);
      else this.projects.add(data.createProject.ok.createdProject.id as string);
    } else {
      const variables = { organizationId, name: `Key ${n}`, type: 'SUBGRAPH', resources: { subgraphs: [USERS] } };
      const { data, errors } = await this.send(CREATE_KEY, variables);
      if (errors) this.errors.push(...errors);
      else this.keys.set(data.organization.createKey.id as string, data.organization.createKey.token as string);
    }
    this.slowest = Math.max(this.slowest, performance.now() - started);
  }
}

/** `fetch` rejects with a TypeError when the connection is cut. */
const isLost = (reason: unknown): boolean => reason instanceof TypeError;

const READ = `query ($id: ID!, $after: String, $afterProject: String) {
  organization(id: $id) {
    apiKeys(first: 20, after: $after, filter: { apiKeyStatus: ALL }) {
      nodes {
        id keyName token createdAt expiresAt keyType resources { resourceId resourceType } createdBy { actorId type }
      }
      pageInfo { endCursor hasNextPage }
    }
    projects(first: 100, after: $afterProject) { nodes { id slug targets { nodes { slug } } } }
  }
}`;

/**
 * Holds a server that came back to what was acknowledged: every key signs in and is listed, every project is there;
 * what is readable is whole; and everything readable has its event in the audit trail, once.
 */
export async function holdTo(created: Creations, owner: Send, as: (secret: string) => Send, place: Place) {
  const listed = await readAll(created.organizationId, owner);
  expect(listed.keys).toEqual(expect.arrayContaining([...created.keys.keys()]));
  expect(listed.projects).toEqual(expect.arrayContaining([...created.projects]));
  await forEach([...created.keys.values()], async (secret) => {
    const { data } = await as(secret)('{ me { __typename } }');
    expect(data).toEqual({ me: { __typename: 'Graph' } });
  });
  // A write that was answered with an error may take effect later, so what is listed is read anew with its events. A key
  // whose creator could not be judged once more was deleted again, and has an event for that.
  await beside(place, (services) =>
    expect
      .poll(
        async () => {
          const pending = await pendingEvents(services);
          const { keys, projects } = await readAll(created.organizationId, owner);
          const told = await events(created.organizationId, services);
          return {
            pending,
            keys:
              told('credential.created', 'SUBGRAPH_KEY').join() ===
              [...keys, ...told('credential.deleted', 'SUBGRAPH_KEY')].toSorted().join(),
            projects: told('project.created', 'PROJECT').join() === projects.toSorted().join(),
          };
        },
        { timeout: 60_000, interval: 200 },
      )
      .toEqual({ pending: 0, keys: true, projects: true }),
  );
}

/** The ids of all keys and projects, each of which must be whole. */
async function readAll(id: string, owner: Send): Promise<{ keys: string[]; projects: string[] }> {
  const keys: string[] = [];
  let after: string | undefined;
  for (;;) {
    const { data, errors } = await owner(READ, { id, after });
    expect(errors).toBeUndefined();
    const { apiKeys, projects } = data.organization;
    for (const key of apiKeys.nodes) {
      expect(key).toMatchObject({
        keyName: expect.stringMatching(/^Key \d+$/) as string,
        token: expect.stringMatching(/^ak_v2_\w+\*+\w+$/) as string,
        expiresAt: expect.any(String) as string,
        resources: [{ resourceId: 'my-project:production:users', resourceType: 'SUBGRAPH' }],
        createdBy: { type: 'USER' },
      });
      keys.push(key.id as string);
    }
    if (apiKeys.pageInfo.hasNextPage) {
      after = apiKeys.pageInfo.endCursor as string;
      continue;
    }
    for (const project of projects.nodes) {
      const slugs = project.targets.nodes.map((target: { slug: string }) => target.slug).toSorted();
      expect(slugs).toEqual(['development', 'production', 'staging']);
    }
    return { keys, projects: projects.nodes.map((project: { id: string }) => project.id) };
  }
}

/** How many documents still carry events that are not in the trail. */
async function pendingEvents({ relay }: Services): Promise<number> {
  const counts = await Promise.all(relay.sources.map((source) => source.count({ hasPending: true })));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Of an organization's trail, the subjects of one kind that an action was done to, sorted. */
async function events(
  organizationId: string,
  { store }: Services,
): Promise<(action: string, kind: string) => string[]> {
  const trail: AuditEvent[] = [];
  for await (const one of iterate(store.collection(auditEvents), { organizationIds: organizationId })) trail.push(one);
  return (action, kind) =>
    trail
      .filter((one) => one.action === action && one.subjectKind === kind)
      .map((one) => one.subjectId)
      .toSorted();
}

/** `act` on all, a few at once. */
async function forEach<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  const lane = async () => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
