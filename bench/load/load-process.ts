import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { builtProgram } from '../places.js';
import type { LoadOrder, LoadReport } from './load-order.js';

/** The generator in a process of its own: what it needs is not taken from the server. */
export class LoadProcess {
  readonly #child: ChildProcess = fork(builtProgram('bench/load/generator.js'), { env: { NODE_ENV: 'production' } });

  /** Carries out an order. Throws when an answer was wrong or the generator ended. */
  async run(order: LoadOrder): Promise<LoadReport> {
    const ended = new AbortController();
    const onExit = (): void => ended.abort(new Error('the load generator ended'));
    this.#child.once('exit', onExit);
    this.#child.send(order);
    const [report] = (await once(this.#child, 'message', { signal: ended.signal })) as [LoadReport];
    this.#child.removeListener('exit', onExit);
    if (report.wrong !== null) throw new Error(`a wrong answer under load: ${report.wrong}`);
    return report;
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
