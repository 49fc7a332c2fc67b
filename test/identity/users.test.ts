import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DuplicateKey } from '../../src/storage/collection.js';
import { onEveryEngine } from '../support/engines.js';
import { type Latchkey, startLatchkey } from '../support/latchkey.js';

onEveryEngine('a user', (engine) => {
  let latchkey: Latchkey;
  beforeAll(async () => {
    latchkey = await startLatchkey(engine);
  });
  afterAll(() => latchkey.close());

  const insert = (email: string, issuer: string, subject: string) =>
    latchkey.services.collections.users.insert({
      id: uuid(),
      email,
      issuer,
      subject,
      createdAt: new Date().toISOString(),
    });

  it('belongs to one account of a provider, whatever the e-mail address, and is found by issuer and subject', async () => {
    const { id } = await insert('one@example.com', 'https://idp.example', '1');
    await expect(insert('two@example.com', 'https://idp.example', '1')).rejects.toThrow(DuplicateKey);
    await insert('two@example.com', 'https://other.example', '1');
    const found = await latchkey.services.collections.users.findOne({ issuer: 'https://idp.example', subject: '1' });
    expect(found?.id).toBe(id);
  });

  it('without a provider does not conflict with other users without one', async () => {
    const { users } = latchkey.services;
    const [one, other] = [await users.findOrCreate('a@example.com'), await users.findOrCreate('b@example.com')];
    expect(one).toMatchObject({ issuer: '', subject: one.id });
    expect(other.id).not.toBe(one.id);
  });
});
