import { type GraphQLSchema, parse } from 'graphql';
import { BoundedMap } from './bounded-map.js';
import { type CompiledDocument, compileDocument, schemaForCompiling } from './compile-document.js';

/** A request that may take the fast path: its parts have the plain shapes that clients send. */
export interface PlainRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Entry<Context> {
  sightings: number;
  stoodAside: number;
  compiled: CompiledDocument<Context> | null;
}

const DOCUMENTS_MAX = 500;
/** Longest text kept as a key; together with DOCUMENTS_MAX it bounds the memory. */
const QUERY_LENGTH_MAX = 16_384;
/** A document is compiled when it has been answered this often; most that are asked once are never asked again. Answers may differ by time, hence the later turns. */
const TURNS_TO_COMPILE: ReadonlySet<number> = new Set([2, 4, 8, 16, 32]);
/** How often a compiled form may fail where Apollo Server succeeds, as when a database comes back between the two. */
const STOOD_ASIDE_MAX = 3;

/**
 * Queries that have passed the whole pipeline, compiled. One is trusted only after its compiled form has given the very bytes
 * that Apollo Server gave for the same request; one that fails where Apollo Server succeeds is dropped for good.
 * Source: our design, docs/decisions/0003-transport.md
 */
export class CompiledDocuments<Context> {
  readonly #schema: GraphQLSchema;
  readonly #entries = new BoundedMap<string, Map<string | null, Entry<Context>>>(DOCUMENTS_MAX);

  constructor(
    schema: GraphQLSchema,
    private readonly onCompileError: (error: unknown) => void,
  ) {
    this.#schema = schemaForCompiling(schema);
  }

  /** The compiled form of a request's document, or null. */
  find({ query, operationName }: PlainRequest): CompiledDocument<Context> | null {
    return this.#entries.get(query)?.get(operationName)?.compiled ?? null;
  }

  /** Takes note that Apollo Server answered a request with plain success, and compiles its document when it is asked often enough. */
  async noteSuccess(request: PlainRequest, createContext: () => Context, body: string): Promise<void> {
    if (request.query.length > QUERY_LENGTH_MAX) return;
    const entry = this.#entryOf(request);
    entry.sightings += 1;
    if (entry.compiled !== null || !TURNS_TO_COMPILE.has(entry.sightings)) return;
    try {
      const compiled = await compileDocument<Context>(this.#schema, parse(request.query), request.operationName);
      if (compiled === null) entry.sightings = Number.POSITIVE_INFINITY;
      else if ((await compiled(createContext(), request.variables)) === body) entry.compiled = compiled;
    } catch (error) {
      entry.sightings = Number.POSITIVE_INFINITY;
      this.onCompileError(error);
    }
  }

  /** Takes note that a compiled form failed where Apollo Server then succeeded; the third time it is given up. */
  noteStoodAside(request: PlainRequest): void {
    const entry = this.#entryOf(request);
    entry.stoodAside += 1;
    if (entry.stoodAside < STOOD_ASIDE_MAX) return;
    entry.compiled = null;
    entry.sightings = Number.POSITIVE_INFINITY;
  }

  #entryOf({ query, operationName }: PlainRequest): Entry<Context> {
    let byOperation = this.#entries.get(query);
    if (byOperation === undefined) {
      byOperation = new Map();
      this.#entries.set(query, byOperation);
    }
    let entry = byOperation.get(operationName);
    if (entry === undefined) {
      entry = { sightings: 0, stoodAside: 0, compiled: null };
      byOperation.set(operationName, entry);
    }
    return entry;
  }
}

/**
 * The parts of a parsed request body, when they are what clients usually send; null when anything about them is odd.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function plainRequest(body: unknown): PlainRequest | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const { query, operationName = null, variables = null, extensions = null }: Record<string, unknown> = { ...body };
  if (typeof query !== 'string' || query === '' || extensions !== null) return null;
  if (operationName !== null && (typeof operationName !== 'string' || operationName === '')) return null;
  if (!isRecordOrNull(variables)) return null;
  return { query, operationName, variables: variables ?? {} };
}

const isRecordOrNull = (value: unknown): value is Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && !Array.isArray(value);
