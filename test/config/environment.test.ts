import { describe, expect, it } from 'vitest';
import { BadSetting, readEnvironment, SETTING_NAMES } from '../../src/config/environment.js';

const complaint = (variables: NodeJS.ProcessEnv): string => {
  try {
    readEnvironment(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(BadSetting);
    return (error as BadSetting).message;
  }
  throw new Error('nothing was found wrong');
};

describe('the environment', () => {
  const DEFAULTS = {
    PORT: 4000,
    HOST: '127.0.0.1',
    LATCHKEY_DATA: '.latchkey',
    LATCHKEY_DEFAULT_PLAN: 'ENTERPRISE',
    LOG_LEVEL: 'info',
    NODE_ENV: 'development',
  };

  it('has a default for whatever must be set', () => {
    expect(readEnvironment({})).toEqual(DEFAULTS);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnvironment(Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])))).toEqual(DEFAULTS);
  });

  it('leaves alone what is not its own', () => {
    expect(readEnvironment({ PATH: '/bin', APOLLO_KEY: 'x', __proto__: 'x' })).toEqual(DEFAULTS);
  });

  it('is read as given', () => {
    const given = {
      HOST: '0.0.0.0',
      LATCHKEY_DATA: '/var/lib/latchkey',
      LATCHKEY_DEFAULT_PLAN: 'STANDARD',
      MONGODB_URI: 'mongodb://user:pass@one:27017,two:27017/latchkey?replicaSet=rs',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
    };
    expect(readEnvironment({ ...given, PORT: '65535' })).toEqual({ ...given, PORT: 65535 });
    expect(readEnvironment({ PORT: '0' })).toMatchObject({ PORT: 0 });
    expect(readEnvironment({ MONGODB_URI: 'mongodb+srv://cluster.example' }).MONGODB_URI).toBe(
      'mongodb+srv://cluster.example',
    );
  });

  it('trusts as many proxies as it is told, or those with these addresses', () => {
    const trusted = (text: string, address: string, index: number) =>
      readEnvironment({ TRUST_PROXY: text }).TRUST_PROXY?.(address, index);
    expect([0, 1, 2].map((index) => trusted('2', '203.0.113.9', index))).toEqual([true, true, false]);
    expect(trusted('0', '127.0.0.1', 0)).toBe(false);
    expect(trusted('10.0.0.0/8, 192.0.2.1', '10.200.0.1', 5)).toBe(true);
    expect(trusted('10.0.0.0/8, 192.0.2.1', '192.0.2.1', 0)).toBe(true);
    expect(trusted('10.0.0.0/8, 192.0.2.1', '192.0.2.2', 0)).toBe(false);
    expect(trusted('loopback', '127.0.0.1', 0)).toBe(true);
  });

  describe('refuses a bad setting, naming it and not repeating its value:', () => {
    it.each([
      ['PORT', 'abc'],
      ['PORT', '70000'],
      ['PORT', '-1'],
      ['PORT', '80.5'],
      ['PORT', '4000; rm'],
      ['LATCHKEY_DEFAULT_PLAN', 'FREE'],
      ['LATCHKEY_DEFAULT_PLAN', 'enterprise-plus'],
      ['MONGODB_URI', 'http://someone:hunter22@db.example'],
      ['MONGODB_URI', 'someone:hunter22@db.example/x'],
      ['MONGODB_URI', 'mongodb://?user=hunter22'],
      ['MONGODB_URI', 'mongodb:///hunter22'],
      ['MONGODB_URI', ' mongodb://someone:hunter22@db.example'],
      ['TRUST_PROXY', 'nonsense'],
      ['TRUST_PROXY', '-1'],
      ['TRUST_PROXY', '100'],
      ['TRUST_PROXY', '10.0.0.0/99'],
      ['TRUST_PROXY', 'true'],
      ['LOG_LEVEL', 'loud'],
      ['NODE_ENV', 'staging'],
    ])('%s=%s', (name, value) => {
      const message = complaint({ [name]: value });
      expect(message).toMatch(new RegExp(`^${name}: \\S+`));
      expect(message).not.toContain('\n');
      for (const part of [value, 'hunter22', 'someone']) if (part.length > 3) expect(message).not.toContain(part);
    });

    it('all of them, each on its line', () => {
      const lines = complaint({ PORT: 'abc', LOG_LEVEL: 'loud', HOST: '::1', MONGODB_URI: 'x' }).split('\n');
      expect(lines.map((line) => line.replace(/:.*/, '')).sort()).toEqual(['LOG_LEVEL', 'MONGODB_URI', 'PORT']);
    });
  });
});
