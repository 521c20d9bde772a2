import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badUserInput } from '../graphql/faults.ts';
import type { Log } from '../log.ts';
import type { Published } from '../pki/publish.ts';
import { answerFault } from './answer.ts';
import { addMailbox, type Mailbox } from './mailbox.ts';
import { addPki } from './pki.ts';
import { openStaticFiles, type StaticFiles } from './static-files.ts';

export interface PageParts {
  readonly schema: GraphQLSchema;
  /** Whether GraphiQL and the schema's text are shown. */
  readonly playground: boolean;
  /** The folder of the built web application; `null` where there is none. */
  readonly webRoot: string | null;
  readonly mailbox: Mailbox;
  /** `/.well-known/jwks.json`: what authorisation tokens are checked with. */
  publishedKeys(): object;
  /** Of the built-in authority; null: there is none. */
  readonly published: Published | null;
  readonly log: Log;
  /** What is in the way of serving; nothing, if it can serve. */
  ready(): Promise<readonly string[]>;
}

const playgroundPage = '/graphiql.html';
const startPage = '/index.html';

/** Everything that is asked for by GET: health, schema text, GraphiQL, the mailbox, the web application. */
export function addPages(server: FastifyInstance, parts: PageParts): void {
  const files = parts.webRoot === null ? null : openStaticFiles(parts.webRoot);
  addHealth(server, parts);
  addPlayground(server, parts, files);
  addMailbox(server, parts.mailbox);
  addPublishedKeys(server, parts);
  addPki(server, parts.published, parts.log);
  addWebApplication(server, files);
}

function addHealth(server: FastifyInstance, parts: PageParts): void {
  server.get('/livez', () => ({ status: 'up' }));
  server.get('/readyz', async (_request, reply) => {
    const problems = await parts.ready().catch(() => ['unknown']);
    if (problems.length === 0) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready', problems });
  });
}

function addPublishedKeys(server: FastifyInstance, parts: PageParts): void {
  // Old enough after an hour that a key which was exchanged is seen; the answer is the same for everybody.
  server.get('/.well-known/jwks.json', (_request, reply) =>
    reply
      .type('application/jwk-set+json')
      .header('cache-control', 'public, max-age=3600')
      .send(parts.publishedKeys()),
  );
}

function addPlayground(server: FastifyInstance, parts: PageParts, files: StaticFiles | null): void {
  const text = parts.playground ? printSchema(lexicographicSortSchema(parts.schema)) : null;
  if (text !== null) {
    server.get('/schema.graphql', (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send(text),
    );
  }
  const page = parts.playground && files?.has(playgroundPage) === true ? files : null;
  server.get('/graphql', (request, reply) => {
    if (page !== null && wantsPage(request))
      page.send(playgroundPage, request, reply, 'playground');
    else answerFault(request, reply.header('allow', 'POST'), badUserInput('Expected POST.', 405));
  });
}

/** Files by their name; every other page's address is a place within the application. */
function addWebApplication(server: FastifyInstance, files: StaticFiles | null): void {
  if (files === null) return;
  server.get('/*', (request, reply) => {
    const [path = '/'] = request.url.split('?');
    if (files.has(path) && path !== playgroundPage) files.send(path, request, reply);
    // The address itself is a page for whoever asks: a monitor sends no wish for HTML.
    else if (path === '/' || (isPlace(path) && wantsPage(request)))
      files.send(startPage, request, reply);
    else reply.callNotFound();
  });
}

/** What has a dot in its last part is a file that isn't there. */
function isPlace(path: string): boolean {
  return !path.slice(path.lastIndexOf('/')).includes('.');
}

function wantsPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') === true;
}
