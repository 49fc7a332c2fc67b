/** Random choices that a seed repeats. */
import fc from 'fast-check';

export interface Random {
  /** A whole number from 0 to `count` - 1. */
  readonly below: (count: number) => number;
  /** One of `all`. Throws a `RangeError` when there is none. */
  readonly pick: <T>(all: readonly T[]) => T;
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean;
}

/** The same choices each time for the same `seed`. */
export function randomOf(seed: number): Random {
  const [stream] = fc.sample(fc.infiniteStream(fc.noBias(fc.nat()), { noHistory: true }), { seed, numRuns: 1 });
  const below = (count: number): number => Number(stream?.next().value) % count;
  return {
    below,
    pick<T>(all: readonly T[]): T {
      if (!all.length) throw new RangeError('there is nothing to pick from');
      return all[below(all.length)] as T;
    },
    chance: (percent) => below(100) < percent,
  };
}
