import type { GraphQLSchema } from 'graphql';

import { createLoaders } from './loaders.ts';
import { hasMailQueue } from './notices/has-mail-queue.ts';
import { readMailbox } from './notices/read-mailbox.ts';
import type { Asked } from './operation.ts';
import { type RunningServer, startServer } from './server.ts';
import type { Services } from './services.ts';
import { resolveCaller } from './sessions/resolve-caller.ts';

/** Serves the API, and the built web application where there is one. */
export function serve(
  services: Services,
  schema: GraphQLSchema,
  webRoot: string | null,
): Promise<RunningServer> {
  const { settings, log, database } = services;
  return startServer({
    settings,
    log,
    schema,
    webRoot,
    clientAuthorities: [],
    mailbox: settings.mailbox ? () => readMailbox(services) : null,
    publishedKeys: services.authorizationTokens.published,
    resolveCaller: (request, passive) => resolveCaller(services, request, passive),
    contextOf: (caller, request, reply): Asked => ({
      caller,
      request,
      reply,
      services,
      loaders: createLoaders(services),
    }),
    ready: async () => {
      try {
        await database.ping();
      } catch {
        return ['The database does not answer.'];
      }
      return settings.mail === null || (await hasMailQueue(database))
        ? []
        : [
            'The tables of the mail queue are missing: npm run -s monban -- migrate lays them down.',
          ];
    },
  });
}
