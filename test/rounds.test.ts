import { describe, expect, it, vi } from 'vitest';
import { Rounds } from '../src/rounds.js';

describe('rounds of background work', () => {
  it('run one after another: one more follows however many calls there are during a round', async () => {
    const ends: (() => void)[] = [];
    const rounds = new Rounds(() => new Promise((resolve) => ends.push(resolve)), vi.fn());
    const first = rounds.run();
    await vi.waitFor(() => expect(ends).toHaveLength(1), { interval: 1 });
    const during = [rounds.run(), rounds.run()];
    rounds.wake();
    ends[0]?.();
    await vi.waitFor(() => expect(ends).toHaveLength(2), { interval: 1 });
    ends[1]?.();
    await Promise.all([first, ...during]);
    await rounds.ended();
    expect(ends).toHaveLength(2);
  });

  it('go on after a failure, of which whoever began them hears once', async () => {
    const outcomes = [Promise.reject(new Error('first')), Promise.reject(new Error('second')), Promise.resolve()];
    outcomes.forEach((one) => void one.catch(() => undefined));
    const done: number[] = [];
    const onError = vi.fn();
    const rounds: Rounds = new Rounds(async () => {
      const count = done.push(done.length);
      if (count < outcomes.length) rounds.wake();
      await outcomes[count - 1];
    }, onError);
    rounds.wake();
    rounds.wake();
    await expect(rounds.run()).rejects.toThrow('first');
    await rounds.ended();
    expect(done).toHaveLength(3);
    expect(onError.mock.calls).toEqual([[new Error('first')]]);
    await rounds.run();
    expect(done).toHaveLength(4);
  });
});
