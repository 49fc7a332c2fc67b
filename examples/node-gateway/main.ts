/** Listens on PORT. LATCHKEY_URL says where Latchkey is, LATCHKEY_TOKEN holds `credential:introspect`. */
import type { AddressInfo } from 'node:net';
import { createVerifier, VerificationUnavailable } from '@latchkey/verifier';
import { createGateway } from './gateway.js';

const { LATCHKEY_URL: url = 'http://127.0.0.1:4000', LATCHKEY_TOKEN: secret = '', PORT = '8080' } = process.env;

const verifier = createVerifier({ url, secret });
// Ends here, and says why, when the set-up is wrong. An outage does not prevent the start: until it is over,
// everybody is refused.
await verifier.check().catch((error: unknown) => {
  if (!(error instanceof VerificationUnavailable)) throw error;
});
const gateway = createGateway(verifier);
gateway.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`The gateway is ready at http://127.0.0.1:${(gateway.address() as AddressInfo).port}`);
});
