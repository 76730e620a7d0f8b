import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { signLocalToken } from '../../src/cli/local-token.js';
import { openLocalTokenKey } from '../../src/http/tokens/local-token-key.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import type { RuleBook } from '../../src/policy/rule-book.js';
import { readKeyRing } from '../../src/store/keys/key-ring.js';
import { readSeedFiles } from '../../src/store/seed-files.js';
import type { LoadProcess } from '../load/load-process.js';
import { builtProgram, isInstalled, projectFile } from '../places.js';
import { type Contestant, underLoad } from '../rounds.js';
import { type ServerProcess, startServer } from '../server-process.js';
import { fillEnrolments } from './fill-enrolments.js';
import {
  askList,
  type ListAnswer,
  type ListRequest,
  type ListedEnrolment,
  namedRequest,
  peerRequest,
  serviceRequest,
} from './list-request.js';
import { layPeerSchema, PEER_SCHEMA } from './peer-schema.js';

/** What the service's pool holds by default; the peer gets as many. */
const POOL_SIZE = 10;
/** How often a server is asked before its answer is taken: often enough that it takes the path that it takes under load. */
const ASKED_BEFORE = 20;

/** The servers that list enrolments, on one database. */
export class ListServers {
  readonly #running: ServerProcess[] = [];
  readonly #book: RuleBook = new RuleDesk(readSeedFiles(), () => new Date()).ruleBook({});
  #listed: readonly ListedEnrolment[] = [];

  constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
    private readonly load: LoadProcess,
    private readonly connections: number,
  ) {}

  /** The service, which makes its tables, and then so many enrolments in them: as it is compared, and with names. */
  async startService(enrolments: number): Promise<Contestant[]> {
    const dataFolder = join(this.folder, 'data');
    const service = await startServer({
      name: 'service',
      command: [builtProgram('src/main.js')],
      environment: { DATA_DIR: dataFolder, DATABASE_URL: this.databaseUrl },
    });
    this.#running.push(service);
    const keys = readKeyRing({ identityKeys: null, identityHashKey: null, isProduction: false, dataFolder });
    await fillEnrolments(this.databaseUrl, keys, this.#book, enrolments);
    const token = await provinceToken(dataFolder);
    const own = await settledAnswer(service.url, serviceRequest(token));
    this.#listed = own.rows;
    const named = await settledAnswer(service.url, namedRequest(token));
    return [
      this.#asked(service, serviceRequest(token), own.text),
      this.#asked({ ...service, name: 'service-named' }, namedRequest(token), named.text),
    ];
  }

  /** PostGraphile on the same rows. Throws when it is not installed, or lists otherwise than the service. */
  async startPostgraphile(): Promise<Contestant> {
    const program = projectFile('bench/peers/postgraphile/postgraphile.mjs');
    if (!isInstalled('postgraphile', program)) throw new Error('not installed: npm ci --prefix bench/peers/postgraphile');
    await layPeerSchema(this.databaseUrl, this.#book);
    const peer = await startServer({
      name: 'postgraphile',
      command: [program, PEER_SCHEMA, `${POOL_SIZE}`],
      environment: { DATABASE_URL: this.databaseUrl, GRAPHILE_ENV: 'production' },
      ask: (url) => askList(url, peerRequest),
    });
    this.#running.push(peer);
    const { text, rows } = await settledAnswer(peer.url, peerRequest);
    if (!isDeepStrictEqual(rows, this.#listed)) throw new Error(`lists otherwise than the service: ${text.slice(0, 300)}`);
    return this.#asked(peer, peerRequest, text);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map((server) => server.stop()));
  }

  #asked(server: ServerProcess, { headers, body }: ListRequest, answer: string): Contestant {
    return underLoad(server, this.load, this.connections, { kind: 'SAME', headers, body, answer });
  }
}

/** Of somebody who may see the whole province, as the peer shows it to everybody. */
async function provinceToken(dataFolder: string): Promise<string> {
  const request = { person: 'bench', roles: ['PROVINCE_OFFICER'], regions: [], institution: null, assessmentBody: null, hours: 12 };
  return (await signLocalToken(request, await openLocalTokenKey(dataFolder), new Date())).token;
}

async function settledAnswer(url: string, request: ListRequest): Promise<ListAnswer> {
  for (let n = 0; n < ASKED_BEFORE; n += 1) await askList(url, request);
  return askList(url, request);
}
