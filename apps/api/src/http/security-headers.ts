/** Nothing at all: for answers that are data. */
const dataPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** GraphiQL's editor writes its own styles and starts workers; this page alone may. */
const playgroundPolicy = [
  ...pagePolicy.filter((one) => !one.startsWith('style-src') && !one.startsWith('font-src')),
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
];

/** A page that is words alone: no script at all. */
const textPolicy = `${dataPolicy}; style-src 'self'`;

/** The Content-Security-Policy of each kind of answer; none allows inline script (A21). */
export const contentPolicies = {
  data: dataPolicy,
  text: textPolicy,
  page: pagePolicy.join('; '),
  playground: playgroundPolicy.join('; '),
} as const;

/** On every answer. What is dynamic is stored nowhere; files whose name is their hash say otherwise. */
export const securityHeaders = {
  'content-security-policy': contentPolicies.data,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** Over HTTPS: a browser that was here once comes without encryption never again (a year, ASVS 3.4.1). */
export const strictTransport = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const;
