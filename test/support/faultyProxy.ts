import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What happens to the n-th write command (insert, update, delete) from now on: `lost` before it is forwarded, its `reply` lost, or sent `twice`, of which the second reply is given. */
export type ProxyFault = { readonly nth: number; readonly what: 'lost' | 'reply' | 'twice' };
/** A loopback port before a server that speaks MongoDB's wire protocol. `disarm` tells whether the fault happened. */
export type FaultyProxy = { readonly port: number; arm(fault: ProxyFault): void; disarm(): boolean; close(): Promise<void> };

const opMsg = 2013;
const isWrite = (message: Buffer) => message.readInt32LE(12) === opMsg && /^(insert|update|delete)$/.test(message.toString('latin1', 26, message.indexOf(0, 26)));

export async function startFaultyProxy(host: string, targetPort: number): Promise<FaultyProxy> {
  const sockets = new Set<Socket>();
  let armed: ProxyFault | undefined;
  let [seen, hasHappened] = [0, false];

  /** The fault for this message, once. */
  const faultFor = (message: Buffer): ProxyFault['what'] | undefined => {
    if (!armed || hasHappened || !isWrite(message)) return undefined;
    seen += 1;
    if (seen !== armed.nth) return undefined;
    hasHappened = true;
    return armed.what;
  };

  const server = createServer((client) => {
    const upstream = connect(targetPort, host);
    let onReply: ((reply: Buffer) => void) | undefined;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    splitMessages(client, (message) => {
      const fault = faultFor(message);
      if (fault === 'lost') return client.destroy();
      upstream.write(message);
      if (fault === 'reply') onReply = () => client.destroy();
      if (fault === 'twice')
        onReply = () => {
          onReply = undefined;
          upstream.write(message);
        };
    });
    splitMessages(upstream, (reply) => (onReply ? onReply(reply) : client.write(reply)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    arm(fault) {
      [armed, seen, hasHappened] = [fault, 0, false];
    },
    disarm() {
      armed = undefined;
      return hasHappened;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Each message begins with its length. */
function splitMessages(socket: Socket, onMessage: (message: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 16 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      onMessage(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
}
