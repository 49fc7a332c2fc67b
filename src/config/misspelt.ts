/** Names of environment variables that look like settings and are none. */
import { distance } from 'fastest-levenshtein';

const OWN = 'LATCHKEY';

/** A name without what is easily got wrong in one: its case, its underscores, a plural, URL for URI. */
const core = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/IES$/, 'Y')
    .replace(/URL$/, 'URI')
    .replace(/S$/, '');

const withoutOwn = (name: string): string => (name.startsWith(OWN) ? name.slice(OWN.length) : name);

/** Words that one setting alone holds, without which a server would be open, or run on another store than was meant. */
const TELLING = /ROUTER|MONGO/;

const sorted = (text: string): string => text.split('').sort().join('');

/** The setting that was meant by `name`; undefined when it is close to none of `settings`. */
function meantBy(name: string, settings: readonly string[]): string | undefined {
  const given = core(name);
  return settings.find((setting) => {
    const meant = core(setting);
    // Long names alone: PORTS or GHOST may well be somebody else's.
    const near = distance(given, meant) <= Math.floor(meant.length / 5) || sorted(given) === sorted(meant);
    if (near) return meant.length >= 7;
    if (!given.startsWith(OWN)) return false;
    const [word] = TELLING.exec(given) ?? [];
    if (word !== undefined) return meant.includes(word);
    const [short, wanted] = [withoutOwn(given), withoutOwn(meant)];
    return (
      distance(short, wanted) <= Math.floor(wanted.length / 4) || (meant.startsWith(OWN) && short.startsWith(wanted))
    );
  });
}

/** What Kubernetes and Docker set in each container beside a service of the name `latchkey`. */
const isServiceLink = (name: string, value: string): boolean =>
  /^LATCHKEY_(.+_)?(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/.test(name) ||
  (/^LATCHKEY_(.+_)?PORT$/.test(name) && /^(tcp|udp|sctp):\/\//.test(value));

export interface Strays {
  /** Names that were meant for a setting which is not set, with that setting. */
  readonly misspelt: readonly { readonly name: string; readonly meant: string }[];
  /** Other names that begin as Latchkey's own settings do. */
  readonly unknown: readonly string[];
}

/**
 * Which of `variables` are no setting but look like one. A name that is close to a setting which is set, even to nothing,
 * is left alone: it is somebody else's. `others` are names of Latchkey that are not of the server.
 */
export function findStrays(
  variables: NodeJS.ProcessEnv,
  settings: readonly string[],
  others: readonly string[],
): Strays {
  const misspelt: { name: string; meant: string }[] = [];
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(variables)) {
    if (!value || settings.includes(name) || others.includes(name) || isServiceLink(name, value)) continue;
    const meant = meantBy(name, settings);
    if (meant !== undefined && variables[meant] === undefined) misspelt.push({ name, meant });
    else if (/^LATCHKEY_/i.test(name)) unknown.push(name);
  }
  return { misspelt, unknown };
}
