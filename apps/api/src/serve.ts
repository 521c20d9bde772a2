import type { GraphQLSchema } from 'graphql';

import { createLoaders } from './loaders.ts';
import { readMailbox } from './notices/read-mailbox.ts';
import type { Asked } from './operation.ts';
import { authorityFields } from './pki/authority-fields.ts';
import { pemOf } from './pki/pem.ts';
import { publish } from './pki/publish.ts';
import { watchReadiness } from './readiness.ts';
import { type RunningServer, startServer } from './server.ts';
import type { Services } from './services.ts';
import { resolveCaller } from './sessions/resolve-caller.ts';

/** Serves the API, and the built web application where there is one. */
export async function serve(
  services: Services,
  schema: GraphQLSchema,
  webRoot: string | null,
): Promise<RunningServer> {
  const { settings, log } = services;
  // Without the lists none of the bank's certificates is good; everybody else gets in, and the sweep tries again.
  await services.bankAuthorities?.refresh();
  return startServer({
    settings,
    log,
    schema,
    webRoot,
    clientAuthorities: await ownAuthorities(services),
    mailbox: settings.mailbox ? () => readMailbox(services) : null,
    publishedKeys: services.authorizationTokens.published,
    published: publish(services),
    resolveCaller: (request, passive) => resolveCaller(services, request, passive),
    contextOf: (caller, request, reply): Asked => ({
      caller,
      request,
      reply,
      services,
      loaders: createLoaders(services),
    }),
    ready: watchReadiness(services),
  });
}

/** Browsers offer the certificates of those that are named; without one they offer all that they have. */
async function ownAuthorities({ authority, log }: Services): Promise<readonly string[]> {
  try {
    return authority === null ? [] : [pemOf('CERTIFICATE', await authority.certificate())];
  } catch (fault) {
    // People log on, with certificates too; only new ones have to wait.
    log.error('the built-in authority can’t be read', authorityFields(fault));
    return [];
  }
}
