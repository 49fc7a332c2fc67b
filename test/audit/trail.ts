import { auditEvents, type AuditEvent } from '../../src/audit/event.js';
import {
  type Collection,
  iterate,
  type DocumentType,
  type Document,
  type Store,
} from '../../src/storage/collection.js';
import type { Latchkey } from '../support/latchkey.js';

/** The audit trail of an organization, oldest first, once everything pending has reached it. */
export async function trailOf(latchkey: Latchkey, organizationId: string): Promise<AuditEvent[]> {
  await latchkey.services.relay.drain();
  const events: AuditEvent[] = [];
  const trail = latchkey.store.collection(auditEvents);
  for await (const event of iterate(trail, { organizationIds: organizationId })) events.push(event);
  return events.reverse();
}

/** `store` with some methods of one kind's collections put in front of its own. */
export const intercepting = (
  store: Store,
  kind: string,
  methods: (own: Collection<Document>) => Partial<Collection<Document>>,
): Store => ({
  ping: () => store.ping(),
  close: () => store.close(),
  collection<T extends Document>(wanted: DocumentType<T>) {
    const own = store.collection(wanted);
    if (wanted.name !== kind) return own;
    const instead = methods(own) as Record<string | symbol, unknown>;
    return new Proxy(own, {
      get(target, name) {
        const value: unknown = instead[name] ?? Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  },
});
