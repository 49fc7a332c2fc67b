/** Processes of Latchkey on one store, each with the consumers of a test and without a server, that go by one clock. */
import { v7 as uuid } from 'uuid';
import { event, type Event, record } from '../../src/audit/event.js';
import { operator } from '../../src/authorization/caller.js';
import { bootstrap } from '../../src/cli/bootstrap.js';
import { addPeriod } from '../../src/clock.js';
import type { Consumer, Consumers } from '../../src/deliveries/consumer.js';
import { deliveries, type Delivery } from '../../src/deliveries/delivery.js';
import { type Organization, organizations } from '../../src/organizations/organization.js';
import { createServices, KINDS, type Services } from '../../src/services.js';
import { type Store, update } from '../../src/storage/collection.js';
import type { Engine, Place } from '../support/engines.js';

export class Processes {
  now = new Date('2026-01-01T12:00:00.000Z');
  /** What the processes reported since somebody emptied it. */
  failures: unknown[] = [];

  private constructor(
    readonly place: Place,
    readonly store: Store,
    readonly organization: Organization,
  ) {}

  static async on(engine: Engine): Promise<Processes> {
    const place = engine.place({ used: true });
    const store = await place.open(KINDS);
    const settings = { clock: () => new Date(), defaultPlan: 'ENTERPRISE', onError: () => undefined } as const;
    const services = createServices(store, settings);
    const { organization } = await bootstrap(services, { slug: 'acme', owner: 'a@example.com', plan: 'ENTERPRISE' });
    await services.relay.drain();
    return new Processes(place, store, organization);
  }

  start(consumers: Consumers, wrap = (store: Store): Store => store): Services {
    const onError = (error: unknown) => void this.failures.push(error);
    return createServices(wrap(this.store), { clock: () => this.now, defaultPlan: 'ENTERPRISE', onError, consumers });
  }

  later(period: { seconds?: number; days?: number }): void {
    this.now = new Date(addPeriod(this.now.toISOString(), period));
  }

  /** Something happens to the organization: the event is pending on it. */
  async happens(more: Partial<Pick<Event, 'id' | 'at'>> = {}): Promise<Event> {
    const { id, slug: title } = this.organization;
    const about = { organizationIds: [id], subject: { kind: 'ORGANIZATION', id, title } } as const;
    const occurrence = { action: 'organization.renamed', change: { from: 'a', to: 'b' } } as const;
    const happened = { ...(await event(operator(), () => this.now, about, occurrence)), ...more };
    await update(this.store.collection(organizations), id, (now) => record(now, happened));
    return happened;
  }

  /** Something happens, and is on its way to `consumer`, which nobody works for yet. */
  async waits(services: Services, more: Partial<Pick<Event, 'id' | 'at'>> = {}): Promise<Event> {
    const happened = await this.happens(more);
    await services.relay.drain();
    return happened;
  }

  async pending(): Promise<string[]> {
    const found = await this.store.collection(organizations).get(this.organization.id);
    return (found?.pending ?? []).map(({ id }) => id);
  }

  delivery({ id }: Pick<Event, 'id'>, consumer: string, recipient = 'somebody'): Promise<Delivery | undefined> {
    return this.store.collection(deliveries).get(`${id}/${consumer}/${recipient}`);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.place.remove();
  }
}

/** A consumer that notes what it is told, and then does what a test says. */
export class Recorder implements Consumer {
  /** The ids of events and their recipients, in the order in which it was told. */
  readonly told: { readonly eventId: string; readonly recipient: string }[] = [];
  /** What an attempt does once it is noted. */
  act: Consumer['deliver'] = () => Promise.resolve();

  /** Whom it names for every event. */
  recipients: Consumer['recipients'] = () => this.names;

  constructor(public names: readonly string[] = ['somebody']) {}

  async deliver(...given: Parameters<Consumer['deliver']>): Promise<void> {
    const [{ id: eventId }, { recipient }] = given;
    this.told.push({ eventId, recipient });
    await this.act(...given);
  }

  get events(): string[] {
    return this.told.map(({ eventId }) => eventId);
  }
}

/** A consumer whose deliveries stay in hand until the test ends them. */
export class Held extends Recorder {
  release: () => void = () => undefined;
  fail: (error: Error) => void = () => undefined;
  signal: AbortSignal | undefined;
  /** Resolves when the first delivery is in hand. */
  readonly inHand: Promise<void>;

  constructor() {
    super();
    let entered: () => void = () => undefined;
    this.inHand = new Promise((resolve) => (entered = resolve));
    const over = new Promise<void>((resolve, reject) => {
      this.release = resolve;
      this.fail = reject;
    });
    this.act = (_event, _delivery, signal) => {
      this.signal = signal;
      entered();
      return over;
    };
  }
}

/** A name that no other test of the store uses: every consumer has a queue of its own. */
export const consumerName = (): string => `consumer-${uuid()}`;
