import type { Server } from 'node:http';
import { bilingual } from '../policy/bilingual.js';
import { StartFailure } from './start-failure.js';

/**
 * Begins to listen. Throws a StartFailure naming PORT or HOST when the address is taken, forbidden or not ours.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => reject(startFailure(error, host, port));
    server.once('error', onError);
    server.listen({ host, port }, () => {
      server.removeListener('error', onError);
      resolve();
    });
  });
}

function startFailure(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new StartFailure(
        bilingual(
          `PORT=${port}：${host} 的端口 ${port} 已被占用；请停止占用它的程序，或把 PORT 设为其他端口（0 表示任一空闲端口）。`,
          `PORT=${port}: port ${port} on ${host} is already in use; stop the program that holds it, or set PORT to another port (0 takes any free one).`,
        ),
      );
    case 'EACCES':
      return new StartFailure(
        bilingual(
          `PORT=${port}：没有权限监听端口 ${port}；请把 PORT 设为 1024 以上的端口。`,
          `PORT=${port}: no permission to listen on port ${port}; set PORT to one above 1024.`,
        ),
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartFailure(
        bilingual(
          `HOST=${host}：本机没有这个地址；请把 HOST 设为 127.0.0.1、0.0.0.0 或本机的其他地址。`,
          `HOST=${host}: this machine has no such address; set HOST to 127.0.0.1, 0.0.0.0 or another address of this machine.`,
        ),
      );
    default:
      return error;
  }
}
