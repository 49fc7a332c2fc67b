/** Finds environment variables whose names look like settings and are not. */
import { distance } from 'fastest-levenshtein';

const OWN = 'LATCHKEY';

/** A name without the parts that are often mistyped: case, underscores, a plural, URL for URI. */
const core = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/IES$/, 'Y')
    .replace(/URL$/, 'URI')
    .replace(/S$/, '');

const withoutOwn = (name: string): string => (name.startsWith(OWN) ? name.slice(OWN.length) : name);

/** Words of settings without which a server would lack its protection or use the wrong store. Only one setting has each. */
const DISTINCTIVE = /ROUTER|MONGO/;

const sorted = (text: string): string => text.split('').sort().join('');

/** The setting that was meant by `name`; undefined when it is close to none of `settings`. */
function meantBy(name: string, settings: readonly string[]): string | undefined {
  const given = core(name);
  return settings.find((setting) => {
    const meant = core(setting);
    // Only for long names: PORTS or GHOST may be the variables of another program.
    const near = distance(given, meant) <= Math.floor(meant.length / 5) || sorted(given) === sorted(meant);
    if (near) return meant.length >= 7;
    if (!given.startsWith(OWN)) return false;
    const [word] = DISTINCTIVE.exec(given) ?? [];
    if (word !== undefined) return meant.includes(word);
    const [short, wanted] = [withoutOwn(given), withoutOwn(meant)];
    return (
      distance(short, wanted) <= Math.floor(wanted.length / 4) || (meant.startsWith(OWN) && short.startsWith(wanted))
    );
  });
}

/** Whether Kubernetes or Docker set a variable, as they do in each container beside a service named `latchkey`. */
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
 * Which of `variables` look like settings and are not. A name close to a setting that is set, even to the empty text, is
 * ignored: it belongs to another program. `others` are names that other programs of Latchkey read.
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
