/** Every setting, wrong in many ways: one line that names it and what to do, and nothing of its value. */
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../../src/config/environment.js';
import { expectLine, runHere, SECRET } from './in-process.js';

const HOST_AND_DB = '@127.0.0.1:1/latchkey';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  PORT: [
    'abc',
    '70000',
    '65536',
    '-1',
    '80.5',
    ' 80',
    '80 ',
    '0x50',
    '8e1',
    '+80',
    '4000; rm',
    '٨٠',
    'Infinity',
    SECRET,
  ],
  HOST: [
    '127.1',
    '10.1',
    '0',
    '2130706433',
    '0x7f.1',
    '256.0.0.1',
    '[::1]',
    '127.0.0.1:4000',
    'http://0.0.0.0',
    '*',
    ' ',
    'a b',
    '::1::',
    SECRET + '!',
  ],
  LATCHKEY_DATA: [' .latchkey', '.latchkey\n', '~/latchkey', '~', `mongodb://me:${SECRET}@db/x`, 'file:///data'],
  LATCHKEY_DEFAULT_PLAN: ['FREE', 'enterprise', 'ENTERPRISE ', SECRET],
  LATCHKEY_ROUTER_SECRET: [
    SECRET,
    ' ',
    'x'.repeat(31),
    'x'.repeat(1025),
    `${SECRET} ${'x'.repeat(40)}`,
    `${SECRET}${'ü'.repeat(40)}`,
    `${SECRET.repeat(8)}\n`,
  ],
  MONGODB_URI: [
    `http://me:${SECRET}${HOST_AND_DB}`,
    `me:${SECRET}${HOST_AND_DB}`,
    `postgres://me:${SECRET}${HOST_AND_DB}`,
    `mongodb:/me:${SECRET}${HOST_AND_DB}`,
    `mongodb://?user=${SECRET}`,
    `mongodb:///${SECRET}`,
    ` mongodb://me:${SECRET}${HOST_AND_DB}`,
    `mongodb://me:${SECRET}${HOST_AND_DB}\n`,
    ...['@', ':', '/', '?', '#', '[', ']', '%', '@/', '/@', '@?', '@:1/', '1/', '1?', ' ', '"', '\\', '%zz'].flatMap(
      (odd) =>
        // Where these do no harm, the address is tried, and nobody listens there.
        ['"', '\\'].includes(odd)
          ? []
          : [`mongodb://me:${SECRET}${odd}${SECRET}${HOST_AND_DB}`, `mongodb://${SECRET}${odd}x:y${HOST_AND_DB}`],
    ),
    ...['a/b', 'a%2Fb', 'a.b', 'a b', '$a', 'a"b', 'a\\b', 'x'.repeat(64), `x@${SECRET}`].map(
      (name) => `mongodb://me:${SECRET}@127.0.0.1:1/${name}`,
    ),
    `mongodb://me:${SECRET}@127.0.0.1:99999/`,
    `mongodb://me:${SECRET}@127.0.0.1:port/`,
    `mongodb://me:${SECRET}@127.0.0.1:1/?noSuchOption=${SECRET}`,
    `mongodb://me:${SECRET}@127.0.0.1:1/?tls=${SECRET}`,
    `mongodb://me:${SECRET}@127.0.0.1:1/?authMechanism=${SECRET}`,
    `mongodb://me:${SECRET}@127.0.0.1:1/?replicaSet=`,
    `mongodb://me:${SECRET}@127.0.0.1:1/?tls=true&tlsCAFile=/nowhere/${SECRET}.pem`,
    `mongodb+srv://me:${SECRET}@cluster.example.com:27017/`,
    `mongodb+srv://me:${SECRET}@one.example.com,two.example.com/`,
    `mongodb+srv://me:${SECRET}@cluster.invalid/`,
  ],
  TRUST_PROXY: [
    'nonsense',
    'true',
    '-1',
    '100',
    '1.5',
    '+1',
    '0x1',
    '1e1',
    '10.1',
    '127.1',
    ' ',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.1, ::/0',
    '10.0.0.0/99',
    '10.0.0.0/',
    '/8',
    '10.0.0.0/08',
    '10.0.0.0/255.0.0.0',
    '::1/129',
    'fe80::1%eth0',
    '010.0.0.1',
    '0x7f.0.0.1',
    '10.0.0.1,',
    ',',
    '10.0.0.1 10.0.0.2',
    '10.0.0.1;10.0.0.2',
    '1,10.0.0.1',
    'proxy.example',
    SECRET,
  ],
  LOG_LEVEL: ['loud', 'INFO', 'info ', 'warning', '30', SECRET],
  NODE_ENV: ['prod', 'Production', 'production ', 'staging', SECRET],
};

const MISSPELT: readonly (readonly [name: string, meant: string])[] = [
  ...[
    'LATCHKEY_ROUTERSECRET',
    'LATCHKEY_ROUTER_SECRETS',
    'LATCHKEY_ROUTE_SECRET',
    'LATCHKEY_ROUTER_SECERT',
    'LATCHKEY_ROUTER_SECRET_FILE',
    'LATCHKY_ROUTER_SECRET',
    'LATCH_KEY_ROUTER_SECRET',
    'latchkey_router_secret',
    'LATCHKEY_ROUTER_KEY',
    'LATCHKEY_ROUTER_AUTHORIZATION',
    'LATCHKEY_SECRET_OF_ROUTER',
    'LATCHKEY-ROUTER-SECRET',
  ].map((name) => [name, 'LATCHKEY_ROUTER_SECRET'] as const),
  ...['LATCHKEY_DATE', 'LATCHKEY_DATAS', 'LATCHKEYDATA', 'LATCHKEY_DATA_DIR'].map(
    (name) => [name, 'LATCHKEY_DATA'] as const,
  ),
  ...['LATCHKEY_DEFAULTPLAN', 'LATCHKEY_DEFAULT_PLANS'].map((name) => [name, 'LATCHKEY_DEFAULT_PLAN'] as const),
  ...[
    'MONGO_URI',
    'MONGODB_URL',
    'MONGO_URL',
    'LATCHKEY_MONGODB',
    'LATCHKEY_MONGO_CONNECTION',
    'MONGO_DB_URI',
    'MONGODBURI',
    'mongodb_uri',
    'LATCHKEY_MONGODB_URI',
  ].map((name) => [name, 'MONGODB_URI'] as const),
  ...['TRUSTPROXY', 'TRUST_PROXIES', 'TRUSTED_PROXY', 'TRUSTED_PROXIES', 'LATCHKEY_TRUST_PROXY'].map(
    (name) => [name, 'TRUST_PROXY'] as const,
  ),
  ...['LOGLEVEL', 'LOG_LEVELS', 'LATCHKEY_LOG_LEVEL'].map((name) => [name, 'LOG_LEVEL'] as const),
  ...['NODEENV', 'NODE_EVN', 'NODE_ENVS', 'LATCHKEY_NODE_ENV'].map((name) => [name, 'NODE_ENV'] as const),
  ['LATCHKEY_PORT', 'PORT'],
  ['LATCHKEY_HOST', 'HOST'],
];

describe('a wrong setting ends in one line that names it and repeats nothing:', () => {
  const cases = Object.entries(VALUES).flatMap(([name, values]) => values.map((value) => [name, value] as const));

  it('each setting is among them', () => {
    expect(Object.keys(VALUES).toSorted()).toEqual(SETTING_NAMES.toSorted());
    expect(cases.length).toBeGreaterThan(40);
  });

  it.concurrent.each(cases)('%s=%j', async (name, value) => {
    expectLine(await runHere([], { [name]: value }), name);
  });
});

describe('a name that was meant for a setting is refused, which says the one that was meant:', () => {
  it.concurrent.each(MISSPELT)('%s: %s', async (name, meant) => {
    const ended = await runHere([], { [name]: SECRET });
    expectLine(ended, name);
    expect(ended.err).toContain(` ${meant} is meant`);
  });
});

describe('a name that only looks like a setting', () => {
  // Ends at once, with what is under test before it.
  const plan = (variables: Readonly<Record<string, string>>) =>
    runHere(['plan', 'acme', 'STANDARD'], { LATCHKEY_DATA: '/dev/null/no-store', ...variables });
  const ENDED = /^A setting cannot be used\. LATCHKEY_DATA: .*\n$/;

  it.each(['LATCHKEY_COLOUR', 'latchkey_colour', 'LATCHKEY_NO_SUCH_SETTING', 'LATCHKEY_'])(
    'is reported in one warning when it begins with LATCHKEY_: %s',
    async (name) => {
      const { err } = await plan({ [name]: SECRET });
      const [warning = '', rest] = err.split(/(?<=\n)/);
      expect(JSON.parse(warning)).toMatchObject({
        level: 40,
        msg: expect.stringContaining(`${name} is not a setting`) as string,
      });
      expect(rest).toMatch(ENDED);
      expect(err).not.toContain(SECRET);
    },
  );

  it.each([
    ['is empty', { LATCHKEY_ROUTERSECRET: '', MONGO_URI: '' }],
    [
      'is of a setting that is set by its own name',
      { MONGO_URI: SECRET, MONGODB_URI: '', LOGLEVEL: 'x', LOG_LEVEL: 'info' },
    ],
    [
      'is of other programs',
      {
        PATH: '/bin',
        PORTS: '1',
        GHOST: '1',
        HOSTNAME: 'x',
        HOSTS: 'x',
        NODE_OPTIONS: '',
        ROUTER_SECRET: SECRET,
        DATA: 'x',
        npm_config_loglevel: 'x',
      },
    ],
    ["is of Latchkey's clients", { LATCHKEY_URL: 'x', LATCHKEY_TOKEN: SECRET, LATCHKEY_SECRET: SECRET }],
    [
      'is what Kubernetes sets beside a service latchkey',
      {
        LATCHKEY_PORT: 'tcp://10.0.0.1:4000',
        LATCHKEY_SERVICE_HOST: '10.0.0.1',
        LATCHKEY_SERVICE_PORT: '4000',
        LATCHKEY_SERVICE_PORT_HTTP: '4000',
        LATCHKEY_PORT_4000_TCP: 'tcp://10.0.0.1:4000',
        LATCHKEY_PORT_4000_TCP_ADDR: '10.0.0.1',
        LATCHKEY_MONGO_PORT_27017_TCP_PROTO: 'tcp',
        LATCHKEY_MONGO_SERVICE_HOST: '10.0.0.2',
      },
    ],
  ] as [string, Record<string, string>][])('is left alone when it %s', async (_, variables) => {
    expect((await plan(variables)).err).toMatch(ENDED);
  });
});
