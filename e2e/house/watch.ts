import type { BrowserContext } from 'playwright-core';

/** Listens to everything that pages of this browser complain about, and to whom they talk. */
export async function watch(
  context: BrowserContext,
  tell: (trouble: string) => void,
): Promise<void> {
  context.on('console', (message) => {
    const type = message.type();
    // The browser's own note that a session was over when a page asked: so it is meant to be.
    if (message.text().includes('status of 401')) return;
    if (type === 'error' || type === 'warning') tell(`console ${type}: ${message.text()}`);
  });
  context.on('weberror', (error) => tell(`thrown: ${error.error().message}`));
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1')
      tell(`asked ${hostname} for ${request.url()}`);
  });
  await context.exposeFunction('tellViolation', (violation: string) =>
    tell(`against the content policy: ${violation}`),
  );
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { tellViolation } = globalThis as unknown as { tellViolation(text: string): void };
      tellViolation(`${violatedDirective} ${blockedURI}`);
    });
  });
}
