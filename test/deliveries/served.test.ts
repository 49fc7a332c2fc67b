/** Deliveries of a server, to which nobody but itself says when to deliver. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Action } from '../../src/audit/changes.js';
import type { Event } from '../../src/audit/event.js';
import { createProject } from '../organizations/operations.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';
import { createTarget, DELETE_ORGANIZATION, DELETE_PROJECT, DELETE_TARGET, resultOf } from '../targets/operations.js';
import { Held, Recorder } from './processes.js';

onEveryEngine('a server with consumers', (engine) => {
  let latchkey: Latchkey;
  const told: Event[] = [];
  const [recorder, held] = [new Recorder(), new Held()];
  beforeAll(async () => {
    recorder.act = async (event) => {
      told.push(event);
      if (event.action === 'project.deleted') throw new Error('the cause');
    };
    const own = held.recipients;
    held.recipients = (event) => (event.action === 'project.created' ? own(event) : []);
    latchkey = await startLatchkey(engine, { consumers: { recorder, held } });
    // What failed is not tried again meanwhile.
    latchkey.clock.now = new Date();
  });
  afterAll(() => latchkey.close());

  it('delivers what is written as soon as it is relayed, deletions too; logs a fault once; waits for what is in hand', async () => {
    const tenant = await latchkey.organization();
    const { id, owner } = tenant;
    const { id: projectId } = await createProject(tenant, 'second');
    const targetId = await createTarget(owner, projectId, 'third');
    await resultOf(owner, DELETE_TARGET, { target: { byId: targetId } });
    await resultOf(owner, DELETE_PROJECT, { project: { byId: projectId } });
    await resultOf(owner, DELETE_ORGANIZATION, { organization: { byId: id } });
    const deletions: [Action, string][] = [
      ['target.deleted', targetId],
      ['project.deleted', projectId],
      ['organization.deleted', id],
    ];
    // Within the interval at which it looks for more.
    const all = () =>
      expect(told.map(({ action, subjectId }) => [action, subjectId])).toEqual(expect.arrayContaining(deletions));
    await vi.waitFor(all, { timeout: 4000, interval: 10 });

    await held.inHand;
    const closed = latchkey.app.close();
    held.release();
    await closed;
    const event = told.find(({ action }) => action === 'project.deleted');
    const lines = latchkey.logged().split('\n');
    expect(lines.filter((line) => line.includes('the cause'))).toEqual([
      expect.stringContaining(`delivery ${event?.id}/recorder/somebody failed`),
    ]);
    expect(latchkey.logged()).not.toContain('closed');
  });
});
