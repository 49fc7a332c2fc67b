/** How last uses are written: many at once, without a loss, and without keeping anybody waiting. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type LastUse, LastUses, lastUses, MAX_NOTED } from '../../src/credentials/last-use.js';
import type { Collection, Store } from '../../src/storage/collection.js';
import { onEveryEngine, type Place } from '../support/engines.js';
import { Watched } from '../support/watched.js';

const use = { ip: '192.0.2.1', userAgent: null, operation: null };
const instant = (milliseconds: number) => new Date(Date.UTC(2030, 1, 3) + milliseconds).toISOString();
const ids = (count: number, name: string) => Array.from({ length: count }, (_, n) => `${name}-${n}`);

onEveryEngine('writing last uses', (engine) => {
  let place: Place;
  let opened: Store;
  let now = 0;
  let watched: Watched;
  let stored: Collection<LastUse>;
  let uses: LastUses;
  beforeAll(async () => {
    place = engine.place({ used: true });
    opened = await place.open([lastUses]);
    stored = opened.collection(lastUses);
  });
  beforeEach(() => {
    now = 0;
    watched = new Watched();
    uses = new LastUses(watched.wrap(opened), () => new Date(instant(now)));
  });
  afterAll(async () => {
    await opened.close();
    await place.remove();
  });

  it('that fails loses none, and the next writes them', async () => {
    const all = ids(150, 'failed');
    for (const id of all) uses.note(id, use);
    watched.failure = () => new Error('out of order');
    await expect(uses.flush()).rejects.toThrow('out of order');
    expect(await stored.get('failed-0')).toBeUndefined();
    watched.failure = undefined;
    expect((await uses.getMany(all)).map((one) => one?.at)).toEqual(all.map(() => instant(0)));
    await uses.flush();
    expect((await stored.getMany(all)).map((one) => one?.at)).toEqual(all.map(() => instant(0)));
  });

  it('that fails after a part was written loses none', async () => {
    const all = ids(5, 'half');
    for (const id of all) uses.note(id, use);
    await stored.upsertGreater([{ id: 'half-0', at: instant(0), ...use }], 'at');
    watched.failure = () => new Error('out of order');
    await expect(uses.flush()).rejects.toThrow('out of order');
    watched.failure = undefined;
    await uses.flush();
    expect((await stored.getMany(all)).map((one) => one?.version)).toEqual(all.map(() => 1));
  });

  it('keeps the uses that are noted while it writes for the next write', async () => {
    uses.note('meanwhile', use);
    const flushed = uses.flush();
    now = 1;
    uses.note('meanwhile', use);
    await flushed;
    expect((await stored.get('meanwhile'))?.at).toBe(instant(0));
    expect((await uses.getMany(['meanwhile']))[0]?.at).toBe(instant(1));
    await uses.flush();
    expect((await stored.get('meanwhile'))?.at).toBe(instant(1));
  });

  it('never replaces a use by an earlier one', async () => {
    now = 5;
    uses.note('back', use);
    await uses.flush();
    now = 4;
    uses.note('back', { ...use, ip: '192.0.2.2' });
    await uses.flush();
    expect(await stored.get('back')).toMatchObject({ at: instant(5), ip: '192.0.2.1', version: 1 });
  });

  it('lets other work run after every 200 credentials at least', async () => {
    const count = 2000;
    for (const id of ids(count, 'many')) uses.note(id, use);
    let turns = 0;
    let writing = true;
    const take = () => {
      turns++;
      if (writing) setImmediate(take);
    };
    setImmediate(take);
    await uses.flush();
    writing = false;
    expect(turns).toBeGreaterThanOrEqual(count / 200 - 1);
    expect((await stored.getMany(ids(count, 'many'))).every((one) => one?.at === instant(0))).toBe(true);
  });

  it('that fails for long fills no memory: the oldest notes are forgotten', async () => {
    for (let n = 0; n < MAX_NOTED + 2; n++) uses.note(`kept-${n}`, use);
    uses.note('kept-2', use);
    const first = await uses.getMany(['kept-0', 'kept-1', 'kept-2', `kept-${MAX_NOTED + 1}`]);
    expect(first.map((one) => one !== undefined)).toEqual([false, false, true, true]);
  });
});
