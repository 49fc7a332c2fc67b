/** The page for browsers: what this service is, and where its documentation is. It loads no further resource. */
import type { FastifyReply } from 'fastify';

const STYLE = `
:root { color-scheme: light dark; --muted: #5b6470; --line: #d9dde3; --link: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --muted: #a3adba; --line: #3a424d; --link: #8ab4f8; } }
body { margin: 0 auto; max-width: 40rem; padding: 3rem 1.25rem; font: 1rem/1.6 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
header { margin-bottom: 2rem; }
header p { margin: 0.5rem 0 0; color: var(--muted); }
dl { margin: 0; border-top: 1px solid var(--line); }
dl > div { padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0.15rem 0 0; }
a { color: var(--link); }
code { font: 0.9em ui-monospace, monospace; white-space: nowrap; }
`;

/** Allows the style above and nothing else. A test compares the hash with the style. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'sha256-GRk0d0xohAHRFd/ltfNER41frDHSio4AnHjCQQq5B90='; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ROWS: readonly (readonly [term: string, html: string])[] = [
  [
    'GraphQL',
    '<code>POST /graphql</code> with a JSON body. Sign in with <code>Authorization: Bearer</code> or <code>x-api-key</code>.',
  ],
  [
    'Schema',
    '<code>schema.graphql</code> of the package <code>latchkey</code>. A router reads it with the query <code>{ _service { sdl } }</code>.',
  ],
  [
    'Verification for other services',
    '<code>POST /oauth/introspect</code>, <code>/oauth/introspect/batch</code> and <code>/oauth/revoke</code>.',
  ],
  [
    'Health',
    '<a href="/health">/health</a> says that the process runs, <a href="/ready">/ready</a> that its store answers.',
  ],
  ['Documentation', '<code>README.md</code> and <code>docs/</code> of the package.'],
];

const pageOf = (version: string | undefined): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Latchkey</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Latchkey</h1>
<p>The access-token service of a GraphQL platform: an Apollo Federation subgraph.${version === undefined ? '' : ` Version ${version}.`}</p>
</header>
<main>
<dl>
${ROWS.map(([term, html]) => `<div><dt>${term}</dt><dd>${html}</dd></div>`).join('\n')}
</dl>
</main>
</body>
</html>
`;

/** Answers with the page, which shows the version if one is given. */
export const sendPage = (reply: FastifyReply, version: string | undefined): FastifyReply =>
  reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .send(pageOf(version));
