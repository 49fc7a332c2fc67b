import type { Collection, Draft, PageRequest, Page, Filter, Where } from '../storage/collection.js';
import type { Instant } from '../clock.js';
import type { Lifecycle } from './lifecycle.js';

/**
 * A collection that finds only LIVE documents by id and by unique key, and so by `update`. Pages and counts do not filter:
 * their lists name the state.
 */
export class LiveCollection<T extends Lifecycle> implements Collection<T> {
  readonly name: string;

  /** `all` also finds documents in other states. */
  constructor(readonly all: Collection<T>) {
    this.name = all.name;
  }

  async get(id: string): Promise<T | undefined> {
    return ifLive(await this.all.get(id));
  }

  async getMany(ids: readonly string[]): Promise<(T | undefined)[]> {
    return (await this.all.getMany(ids)).map(ifLive);
  }

  async findOne(where: Where<T>): Promise<T | undefined> {
    return ifLive(await this.all.findOne(where));
  }

  taken(field: keyof T & string, prefix: string): Promise<string[]> {
    return this.all.taken(field, prefix);
  }

  due(where: Where<T>, field: keyof T & string, until: Instant, most: number): Promise<string[]> {
    return this.all.due(where, field, until, most);
  }

  page(where: Where<T>, request: PageRequest, filter?: Filter<T>): Promise<Page<T>> {
    return this.all.page(where, request, filter);
  }

  count(where: Where<T>, most?: number): Promise<number> {
    return this.all.count(where, most);
  }

  insert(draft: Draft<T>): Promise<T> {
    return this.all.insert(draft);
  }

  replace(next: T): Promise<T> {
    return this.all.replace(next);
  }

  upsertGreater(drafts: readonly Draft<T>[], field: keyof T & string): Promise<void> {
    return this.all.upsertGreater(drafts, field);
  }

  delete(id: string): Promise<void> {
    return this.all.delete(id);
  }
}

const ifLive = <T extends Lifecycle>(document: T | undefined): T | undefined =>
  document?.state === 'LIVE' ? document : undefined;
