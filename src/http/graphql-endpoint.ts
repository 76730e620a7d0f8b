import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Caller, Language, RequestContext } from '../graphql/context.js';
import { acceptedLanguage } from './accept-language.js';
import { type Answer, type Refusal, REFUSALS, refusalAnswer } from './answer.js';
import { BoundedMap } from './bounded-map.js';
import type { CompiledDocument } from './compile-document.js';
import { CompiledDocuments, type PlainRequest, plainRequest } from './compiled-documents.js';
import { type FrontDoor, type GraphqlRequest, openFrontDoor } from './front-door.js';
import type { Allowance } from './limits/rate-limits.js';
import { isLargeRequest, largeRequestRefusal } from './limits/large-request.js';
import { parseWithinLimits } from './limits/parse-within-limits.js';
import { requestCost, UNREADABLE_COST } from './limits/request-cost.js';
import { type Admission, Reception, type ReceptionOptions } from './reception.js';
import { isJsonType } from './request-body.js';

export interface EndpointOptions<Context extends RequestContext> extends ReceptionOptions {
  readonly schema: GraphQLSchema;
  readonly createContext: (caller: Caller) => Context;
  readonly introspection: boolean;
  readonly isFastPathOn: boolean;
  /** Logs an error that is our fault and returns the id that the caller may quote. */
  readonly reportBug: (bug: unknown) => string;
}

/** What `/graphql` answers, apart from how bytes come and go. `address` is where the connection comes from. */
export interface GraphqlEndpoint {
  post(headers: IncomingHttpHeaders, text: string, address: string): Answer | Promise<Answer>;
  get(headers: IncomingHttpHeaders, search: string, address: string): Promise<Answer>;
  close(): Promise<void>;
}

/** One request of an admitted caller. */
interface Visit {
  readonly request: GraphqlRequest;
  readonly caller: Caller;
  readonly allowance: Allowance | null;
  /** Length of what was sent, in characters. */
  readonly length: number;
}

/** A request costs one more for each so many characters that it carries. */
const CHARACTERS_PER_COST = 1024;

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
  /** Documents within every bound, with their cost. */
  readonly #costs = new BoundedMap<string, number>(500);
  readonly #documents: CompiledDocuments<Context> | null;
  readonly #reception: Reception;

  constructor(private readonly options: EndpointOptions<Context>) {
    this.#documents = options.isFastPathOn ? new CompiledDocuments<Context>(options.schema, options.reportBug) : null;
    this.#reception = new Reception(options);
  }

  async open(): Promise<void> {
    await this.#door('zh');
  }

  post(headers: IncomingHttpHeaders, text: string, address: string): Answer | Promise<Answer> {
    const language = this.#languageOf(headers['accept-language']);
    const admission = this.#reception.admit(headers, address, language);
    if (admission instanceof Promise) return admission.then((found) => this.#postAs(found, headers, text, language));
    return this.#postAs(admission, headers, text, language);
  }

  async get(headers: IncomingHttpHeaders, search: string, address: string): Promise<Answer> {
    const language = this.#languageOf(headers['accept-language']);
    const admission = await this.#reception.admit(headers, address, language);
    if (admission.kind === 'refused') return refusalAnswer(admission.refusal, language, headers);
    return this.#slow({ ...admission, request: { method: 'GET', headers, search, body: undefined }, length: search.length }, null);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#doors.values()].map(async (door) => (await door).close()));
  }

  #postAs(admission: Admission, headers: IncomingHttpHeaders, text: string, language: Language): Answer | Promise<Answer> {
    if (admission.kind === 'refused') return refusalAnswer(admission.refusal, language, headers);
    const { caller, allowance } = admission;
    if (!isJsonType(headers['content-type']) || !isIdentity(headers['content-encoding']))
      return refusalAnswer(REFUSALS.contentType, language, headers);
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      // JSON.parse quotes the text in its message; the refusal says enough.
      return refusalAnswer(REFUSALS.bodyNotJson, language, headers);
    }
    const visit: Visit = { request: { method: 'POST', headers, search: '', body }, caller, allowance, length: text.length };
    if (isLargeRequest(text.length)) return this.#large(visit);
    const plain = this.#documents === null ? null : plainRequest(body);
    const contentType = this.#contentTypes.get(headers.accept ?? '');
    const compiled = plain === null || contentType === undefined ? null : (this.#documents?.find(plain) ?? null);
    if (plain === null || compiled === null || contentType === undefined) return this.#slow(visit, plain);
    if (allowance !== null) this.#spend(visit, plain.query);
    const result = this.#run(compiled, plain, caller);
    if (typeof result === 'string') return { status: 200, contentType, body: result };
    if (result === null) return this.#again(visit, plain);
    return result.then(
      (found) => (found === null ? this.#again(visit, plain) : { status: 200, contentType, body: found }),
      () => this.#again(visit, plain),
    );
  }

  #run(compiled: CompiledDocument<Context>, plain: PlainRequest, caller: Caller): ReturnType<CompiledDocument<Context>> {
    try {
      return compiled(this.options.createContext(caller), plain.variables);
    } catch {
      // Whatever went wrong, Apollo Server meets it again and words it.
      return null;
    }
  }

  /** A compiled query that did not end in plain success: the same request through Apollo Server, which words what happened. */
  async #again(visit: Visit, plain: PlainRequest): Promise<Answer> {
    const answer = await this.#answer(visit, plain);
    if (isPlainSuccess(answer)) this.#documents?.noteStoodAside(plain);
    return answer;
  }

  async #large(visit: Visit): Promise<Answer> {
    const query = queryOf(visit.request);
    const bounded = query === null ? null : parseWithinLimits(query);
    const refusal = bounded?.kind === 'document' ? largeRequestRefusal(bounded.document) : null;
    if (refusal === null) return this.#slow(visit, null);
    visit.allowance?.spend(UNREADABLE_COST);
    return refusalAnswer(refusal, visit.caller.language, visit.request.headers);
  }

  async #slow(visit: Visit, plain: PlainRequest | null): Promise<Answer> {
    const refusal = this.#spend(visit, queryOf(visit.request));
    return refusal === null ? this.#answer(visit, plain) : refusalAnswer(refusal, visit.caller.language, visit.request.headers);
  }

  /** Charges the caller for a document; the refusal of one that exceeds the bounds, else null. */
  #spend({ allowance, length }: Visit, query: string | null): Refusal | null {
    const { cost, refusal } = this.#costOf(query);
    allowance?.spend(cost + Math.floor(length / CHARACTERS_PER_COST));
    return refusal;
  }

  #costOf(query: string | null): { readonly cost: number; readonly refusal: Refusal | null } {
    if (query === null) return UNREADABLE;
    const known = this.#costs.get(query);
    if (known !== undefined) return { cost: known, refusal: null };
    const bounded = parseWithinLimits(query);
    if (bounded.kind !== 'document') return bounded.kind === 'refused' ? { ...UNREADABLE, refusal: bounded.refusal } : UNREADABLE;
    const cost = requestCost(bounded.document);
    if (query.length < 16_384) this.#costs.set(query, cost);
    return { cost, refusal: null };
  }

  async #answer({ request, caller }: Visit, plain: PlainRequest | null): Promise<Answer> {
    const createContext = (): Context => this.options.createContext(caller);
    const door = await this.#door(caller.language);
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

const UNREADABLE = { cost: UNREADABLE_COST, refusal: null } as const;

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
