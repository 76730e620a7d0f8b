import { parseNodeId } from '../../src/policy/node-id.js';

/** One enrolment as both stacks show it, apart from how they name and nest it. */
export interface ListedEnrolment {
  readonly id: string;
  readonly status: string;
  readonly level: string;
  readonly enrolledOn: string;
  readonly institution: Named | null;
  readonly region: Named | null;
  readonly occupation: Named | null;
}

interface Named {
  readonly code: string;
  readonly nameZh: string;
}

/** How many a page holds. */
export const LISTED = 50;

/** What a server is asked, and how its answer is read. */
export interface ListRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly read: (data: unknown) => readonly ListedEnrolment[];
}

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;
const NESTED = 'institution { code nameZh } region { code nameZh } occupation { code nameZh }';

const requestOf = (
  operationName: string,
  selection: string,
  headers: Readonly<Record<string, string>>,
  read: ListRequest['read'],
): ListRequest => ({
  headers: { ...JSON_HEADERS, ...headers },
  body: JSON.stringify({ query: `query ${operationName} { ${selection} }`, operationName }),
  read,
});

interface ServiceData {
  readonly enrolments: { readonly nodes: readonly ListedEnrolment[] };
}

const serviceList = (operationName: string, fields: string, token: string): ListRequest =>
  requestOf(operationName, `enrolments(first: ${LISTED}) { nodes { ${fields} } }`, { authorization: `Bearer ${token}` }, (data) =>
    (data as ServiceData).enrolments.nodes.map((node) => ({ ...node, id: parseNodeId(node.id)?.key ?? '' })),
  );

/** The list that is compared, asked of the service. */
export const serviceRequest = (token: string): ListRequest => serviceList('Enrolments', `id status level enrolledOn ${NESTED}`, token);

/** The same with name and masked number, which only the service can give. */
export const namedRequest = (token: string): ListRequest =>
  serviceList('EnrolmentsWithNames', `id status level enrolledOn name identityNumber ${NESTED}`, token);

type PeerNode = Omit<ListedEnrolment, 'id'> & { readonly rowId: string };

interface PeerData {
  readonly allEnrolments: { readonly nodes: readonly PeerNode[] };
}

/** The list that is compared, asked of PostGraphile: in its own order, which is that of the primary key. */
export const peerRequest: ListRequest = requestOf(
  'Enrolments',
  `allEnrolments(first: ${LISTED}) { nodes { rowId status level enrolledOn ${NESTED} } }`,
  {},
  (data) => (data as PeerData).allEnrolments.nodes.map(({ rowId, ...node }) => ({ id: rowId, ...node })),
);

/** An answer as it came over the wire, and what it lists. */
export interface ListAnswer {
  readonly text: string;
  readonly rows: readonly ListedEnrolment[];
}

/** Asks a server once. Throws on anything but an answer without errors that lists a whole page. */
export async function askList(url: string, { headers, body, read }: ListRequest): Promise<ListAnswer> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 400)}`);
  const answer = JSON.parse(text) as { readonly data?: unknown; readonly errors?: unknown };
  if (answer.errors !== undefined || !answer.data) throw new Error(`${url} answered errors: ${text.slice(0, 400)}`);
  const rows = read(answer.data);
  if (rows.length !== LISTED) throw new Error(`${url} listed ${rows.length} enrolments instead of ${LISTED}`);
  return { text, rows };
}
