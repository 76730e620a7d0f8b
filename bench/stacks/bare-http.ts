import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** No GraphQL at all: reads the body, parses its JSON and sends the bytes of the file that it was given. What HTTP itself costs. */
const answer = readFileSync(process.argv[2] ?? '');
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { query } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly query?: unknown };
    response.writeHead(typeof query === 'string' ? 200 : 400, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': answer.length,
    });
    response.end(answer);
  });
});
server.listen(Number(process.env['PORT']), process.env['HOST']);
process.once('SIGTERM', () => process.exit(0));
