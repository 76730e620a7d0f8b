/** What every stack is asked: the estimate of five lines, of which three are payable, one is held and one is refused. */
export const ESTIMATE_QUERY = `query SubsidyEstimate($input: SubsidyEstimateInput!) {
  subsidyEstimate(input: $input) {
    amount
    lines {
      occupation { code nameZh }
      level
      headCount
      requiredHours
      hourlyRate
      amountPerTrainee
      amount
      status
      reasons { code }
    }
    notices { code }
  }
}`;

/** The heads of the first two lines, which differ from request to request so that no answer can be kept. */
export interface Heads {
  readonly first: number;
  readonly second: number;
}

const HEADS_MIN = 100;
const HEADS_STEPS = 900;

/** The heads of the n-th request: always three digits, so that all requests have equal size, and 810,000 pairs before one comes again. */
export const headsOf = (n: number): Heads => ({
  first: HEADS_MIN + (n % HEADS_STEPS),
  second: HEADS_MIN + (Math.floor(n / HEADS_STEPS) % HEADS_STEPS),
});

const TEMPLATE = JSON.stringify({
  query: ESTIMATE_QUERY,
  operationName: 'SubsidyEstimate',
  variables: {
    input: {
      on: '2026-03-02',
      lines: [
        { occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 'FIRST' },
        { occupation: 'AI', level: 'INTERMEDIATE', headCount: 'SECOND' },
        { occupation: 'IOT', level: 'SENIOR', headCount: 24, deliveredHours: '240.5', onlineHours: '100.25' },
        { occupation: 'INTELLIGENT_MANUFACTURING', level: 'JUNIOR', headCount: 40, deliveredHours: '96.5', onlineHours: '60' },
        { occupation: 'CLOUD_COMPUTING', level: 'SENIOR', headCount: 12 },
      ],
    },
  },
});
const [BEFORE = '', BETWEEN = '', AFTER = ''] = TEMPLATE.split(/"FIRST"|"SECOND"/u);

/** The body of a request. */
export const estimateBody = ({ first, second }: Heads): string => `${BEFORE}${first}${BETWEEN}${second}${AFTER}`;

export const REQUEST_HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;

/** An answer as it came over the wire, with its `data`. */
export interface EstimateAnswer {
  readonly text: string;
  readonly data: { readonly subsidyEstimate: { readonly amount: string } };
}

/** Asks a server once. Throws on anything but an answer without errors. */
export async function askEstimate(url: string, heads: Heads = headsOf(0)): Promise<EstimateAnswer> {
  const response = await fetch(url, { method: 'POST', headers: REQUEST_HEADERS, body: estimateBody(heads) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 200)}`);
  const answer = JSON.parse(text) as { readonly data?: EstimateAnswer['data'] | null; readonly errors?: unknown };
  if (answer.errors !== undefined || !answer.data) throw new Error(`${url} answered errors: ${text.slice(0, 200)}`);
  return { text, data: answer.data };
}
