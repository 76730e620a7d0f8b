import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Language, RequestContext } from '../graphql/context.js';
import { acceptedLanguage } from './accept-language.js';
import { type Answer, REFUSALS, refusalAnswer } from './answer.js';
import { BoundedMap } from './bounded-map.js';
import type { CompiledDocument } from './compile-document.js';
import { CompiledDocuments, type PlainRequest, plainRequest } from './compiled-documents.js';
import { type FrontDoor, type GraphqlRequest, openFrontDoor } from './front-door.js';
import { isLargeRequest, largeRequestRefusal } from './limits/large-request.js';
import { parseWithinLimits } from './limits/parse-within-limits.js';
import { isJsonType } from './request-body.js';

export interface EndpointOptions<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly createContext: (language: Language) => Context;
  readonly introspection: boolean;
  readonly isFastPathOn: boolean;
  /** Logs an error that is our fault and returns the id that the caller may quote. */
  readonly reportBug: (bug: unknown) => string;
}

/** What `/graphql` answers, apart from how bytes come and go. */
export interface GraphqlEndpoint {
  post(headers: IncomingHttpHeaders, text: string): Answer | Promise<Answer>;
  get(headers: IncomingHttpHeaders, search: string): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Opens `/graphql`: a known query is run compiled; everything else, and every known query that does not end in plain success, goes through
 * Apollo Server, which alone words errors. Throws when the schema is not valid.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function openGraphqlEndpoint<Context extends RequestContext>(options: EndpointOptions<Context>): Promise<GraphqlEndpoint> {
  const endpoint = new Endpoint(options);
  await endpoint.open();
  return endpoint;
}

class Endpoint<Context extends RequestContext> implements GraphqlEndpoint {
  readonly #doors = new Map<Language, Promise<FrontDoor<Context>>>();
  readonly #languages = new BoundedMap<string, Language>(100);
  readonly #contentTypes = new BoundedMap<string, string>(100);
  readonly #withinLimits = new BoundedMap<string, true>(500);
  readonly #documents: CompiledDocuments<Context> | null;

  constructor(private readonly options: EndpointOptions<Context>) {
    this.#documents = options.isFastPathOn ? new CompiledDocuments<Context>(options.schema, options.reportBug) : null;
  }

  async open(): Promise<void> {
    await this.#door('zh');
  }

  post(headers: IncomingHttpHeaders, text: string): Answer | Promise<Answer> {
    const language = this.#languageOf(headers['accept-language']);
    if (!isJsonType(headers['content-type']) || !isIdentity(headers['content-encoding']))
      return refusalAnswer(REFUSALS.contentType, language, headers);
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      // JSON.parse quotes the text in its message; the refusal says enough.
      return refusalAnswer(REFUSALS.bodyNotJson, language, headers);
    }
    const request: GraphqlRequest = { method: 'POST', headers, search: '', body };
    if (isLargeRequest(text.length)) return this.#large(request, language);
    const plain = this.#documents === null ? null : plainRequest(body);
    const contentType = this.#contentTypes.get(headers.accept ?? '');
    const compiled = plain === null || contentType === undefined ? null : (this.#documents?.find(plain) ?? null);
    if (plain === null || compiled === null || contentType === undefined) return this.#slow(request, plain, language);
    const result = this.#run(compiled, plain, language);
    if (typeof result === 'string') return { status: 200, contentType, body: result };
    if (result === null) return this.#again(request, plain, language);
    return result.then(
      (found) => (found === null ? this.#again(request, plain, language) : { status: 200, contentType, body: found }),
      () => this.#again(request, plain, language),
    );
  }

  async get(headers: IncomingHttpHeaders, search: string): Promise<Answer> {
    return this.#slow({ method: 'GET', headers, search, body: undefined }, null, this.#languageOf(headers['accept-language']));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#doors.values()].map(async (door) => (await door).close()));
  }

  #run(compiled: CompiledDocument<Context>, plain: PlainRequest, language: Language): ReturnType<CompiledDocument<Context>> {
    try {
      return compiled(this.options.createContext(language), plain.variables);
    } catch {
      // Whatever went wrong, Apollo Server meets it again and words it.
      return null;
    }
  }

  /** A compiled query that did not end in plain success: the same request through Apollo Server, which words what happened. */
  async #again(request: GraphqlRequest, plain: PlainRequest, language: Language): Promise<Answer> {
    const answer = await this.#slow(request, plain, language);
    if (isPlainSuccess(answer)) this.#documents?.noteStoodAside(plain);
    return answer;
  }

  async #large(request: GraphqlRequest, language: Language): Promise<Answer> {
    const query = queryOf(request);
    const bounded = query === null ? null : parseWithinLimits(query);
    const refusal = bounded?.kind === 'document' ? largeRequestRefusal(bounded.document) : null;
    return refusal === null ? this.#slow(request, null, language) : refusalAnswer(refusal, language, request.headers);
  }

  async #slow(request: GraphqlRequest, plain: PlainRequest | null, language: Language): Promise<Answer> {
    const query = queryOf(request);
    if (query !== null && this.#withinLimits.get(query) !== true) {
      const bounded = parseWithinLimits(query);
      if (bounded.kind === 'refused') return refusalAnswer(bounded.refusal, language, request.headers);
      if (bounded.kind === 'document' && query.length < 16_384) this.#withinLimits.set(query, true);
    }
    const createContext = (): Context => this.options.createContext(language);
    const door = await this.#door(language);
    const answer = await door.answer(request, createContext);
    if (plain !== null && isPlainSuccess(answer)) {
      this.#learn(request.headers.accept ?? '', answer.contentType);
      void this.#documents?.noteSuccess(plain, createContext, answer.body);
    }
    return answer;
  }

  /** Apollo Server decides which media type an accept header gets; its decisions are remembered. */
  #learn(accept: string, contentType: string): void {
    if (accept.length <= 200) this.#contentTypes.set(accept, contentType);
  }

  #languageOf(header: string | undefined): Language {
    if (header === undefined) return 'zh';
    const known = this.#languages.get(header);
    if (known !== undefined) return known;
    const language = acceptedLanguage(header);
    if (header.length <= 200) this.#languages.set(header, language);
    return language;
  }

  #door(language: Language): Promise<FrontDoor<Context>> {
    let door = this.#doors.get(language);
    if (door === undefined) {
      const { schema, introspection, reportBug } = this.options;
      door = openFrontDoor<Context>({ schema, introspection, reportBug, language });
      this.#doors.set(language, door);
    }
    return door;
  }
}

const isPlainSuccess = ({ status, body }: Answer): boolean => status === 200 && body.startsWith('{"data":{');

const isIdentity = (encoding: string | undefined): boolean => encoding === undefined || encoding === 'identity';

function queryOf({ method, search, body }: GraphqlRequest): string | null {
  const query =
    method === 'GET'
      ? new URLSearchParams(search).get('query')
      : typeof body === 'object' && body !== null && 'query' in body
        ? body.query
        : null;
  return typeof query === 'string' ? query : null;
}
