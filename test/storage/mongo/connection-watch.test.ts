/** The MongoDB engine when the driver below it hangs, as it does when a database is killed while it is written to. */
import { Socket } from 'node:net';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { StoreUnavailable } from '../../../src/storage/collection.js';
import { openMongo } from '../../../src/storage/mongo/store.js';
import { proxyTo } from '../../crash/proxy.js';
import { mongodb } from '../../support/engines.js';
import { book, books, id } from '../books.js';

const original = Reflect.get(Socket.prototype, 'write');

describe.skipIf(inject('mongoUri') === '')('a connection that ends while it is written to, on mongodb', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is opened anew, though the driver waits for ever for what it wrote to look after the server', async () => {
    const place = mongodb.place({ used: true });
    const proxy = await proxyTo(place.environment.MONGODB_URI ?? '');
    proxy.mend();
    const store = await openMongo(proxy.uri, [books]);
    const collection = store.collection(books);
    await collection.insert(book(1));

    // A heartbeat is written to a socket that has just ended; two operations, too, of which one learns why.
    const port = Number(new URL(proxy.uri).port);
    const ended: string[] = [];
    vi.spyOn(Socket.prototype, 'write').mockImplementation(function (this: Socket, ...args) {
      const heartbeat = /hello|ismaster/i.test(String(args[0]));
      if (this.remotePort === port && heartbeat && ended.length === 0) {
        this.destroy();
        ended.push('heartbeat');
      } else if (this.remotePort === port && !heartbeat && ended.length === 1) {
        this.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
        ended.push('operation');
      } else if (this.remotePort === port && !heartbeat && ended.length === 2) {
        setImmediate(() => this.destroy());
        ended.push('server');
      }
      return Reflect.apply(original, this, args);
    });
    await expect.poll(() => ended, { timeout: 5000 }).toEqual(['heartbeat']);
    await expect(collection.get(id(1))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(collection.get(id(1))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(ended).toEqual(['heartbeat', 'operation', 'server']);
    await expect.poll(() => collection.get(id(1)).catch(() => undefined), { timeout: 20_000 }).toMatchObject(book(1));

    await store.close();
    await proxy.close();
    await place.remove();
  });
});
