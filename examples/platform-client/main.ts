/** Shows the client at work on the Latchkey at LATCHKEY_URL, as the owner of LATCHKEY_TOKEN. */
import { createPlatform, PlatformError } from './client.js';

const { LATCHKEY_URL: url = 'http://127.0.0.1:4000', LATCHKEY_TOKEN: token } = process.env;

async function main(): Promise<void> {
  if (!token) throw new PlatformError('UNAUTHENTICATED', "Set LATCHKEY_TOKEN to the owner's token.");
  const platform = createPlatform({ url, token, organization: 'my-organization' });

  const subgraph = { graphId: 'my-project', variantName: 'production', subgraphName: 'users' };
  const key = await platform.createKey("The users' pipeline", [subgraph]);
  console.log(`created key ${key.id}`);
  // It cannot be shown again. A real pipeline would store it with its secrets here.
  console.log(`its secret, shown once: ${key.secret}`);
  for await (const { id, resources } of platform.keys())
    console.log(`key ${id} is good for ${resources.map(({ resourceId }) => resourceId).join(', ')}`);
  const rotated = await platform.rotateKey(key.id);
  console.log(`rotated key ${rotated.id}: the secret above is no good any more`);
  await platform.revokeKey(key.id);
  console.log(`revoked key ${key.id}`);

  const reporter = await platform.createAccessToken('Usage reports', ['usage:report']);
  console.log(`created access token ${reporter.id}`);
  for await (const { id, permissions } of platform.accessTokens())
    console.log(`access token ${id} may ${permissions.join(', ')}`);
  await platform.deleteAccessToken(reporter.id);
  console.log(`deleted access token ${reporter.id}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof PlatformError ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
});
