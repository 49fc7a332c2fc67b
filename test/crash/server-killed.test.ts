import { expect, it } from 'vitest';
import { bootstrapped } from '../support/beside.js';
import { onEveryEngine } from '../support/engines.js';
import { startLatchkey } from '../support/latchkey.js';
import { startServer } from '../support/process.js';
import { Creations, holdTo } from './creations.js';

const SOAK = process.env.LATCHKEY_SOAK === '1';
const TOTAL = 1000;
/** When to kill, in acknowledged keys. */
const [EARLIEST, LATEST] = SOAK ? [1, 850] : [20, 100];
const KILLS = SOAK ? 20 : 1;

onEveryEngine(`a server killed during ${TOTAL} creations`, (engine) => {
  it.each(Array.from({ length: KILLS }, (_, n) => n + 1))('loses nothing acknowledged, time %i', async () => {
    const place = engine.place();
    try {
      const { id, secret } = await bootstrapped(place, 'acme');
      const first = await startServer(place.environment);
      const created = new Creations(id, first.as(secret));
      const point = EARLIEST + Math.floor(Math.random() * (LATEST - EARLIEST));
      await created.run(TOTAL, (count) => {
        if (count === point) void first.end('SIGKILL');
      });
      expect(await first.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
      expect(created.keys.size, `killed after ${point}`).toBeGreaterThanOrEqual(point);
      expect(created.keys.size + created.projects.size).toBeLessThan(TOTAL);
      expect(created.errors).toEqual([]);

      const second = await startLatchkey(engine, { place });
      await holdTo(created, second.as(secret), second.as, place);
      await second.close();
    } finally {
      await place.remove();
    }
  });
});
