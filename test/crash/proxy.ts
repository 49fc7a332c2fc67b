import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database that breaks when the database first dies, and stays so until mended, for a test to look in peace. */
export interface Proxy {
  /** The URI that leads through the proxy. */
  readonly uri: string;
  readonly broken: () => boolean;
  /** Lets everything through again, for good. */
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

/** Listens on a free port before the first host of a MongoDB URI. */
export async function proxyTo(uri: string): Promise<Proxy> {
  const beyond = new URL(uri);
  const sockets = new Set<Socket>();
  let state: 'whole' | 'broken' | 'mended' = 'whole';
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('error', () => undefined).on('close', () => sockets.delete(from) && to.destroy());
    from.pipe(to);
  };
  const server = createServer((near) => {
    if (state === 'broken') return near.destroy();
    const far = connect(Number(beyond.port || 27017), beyond.hostname);
    far.on('close', () => {
      if (state === 'mended') near.destroy();
      if (near.destroyed) return;
      state = 'broken';
      cut();
    });
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = new URL(uri);
  here.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  here.searchParams.set('directConnection', 'true');
  return {
    uri: here.href,
    broken: () => state === 'broken',
    mend: () => {
      state = 'mended';
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
