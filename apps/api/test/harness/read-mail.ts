/** A mail taken apart, as its recipient's program does. */
export interface ReadMail {
  readonly text: string;
  readonly html: string;
}

/** Reads both parts out of what came over the wire. */
export function readMail(raw: string): ReadMail {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const parts = raw.split(`--${boundary}`).map((part) => {
    const end = part.indexOf('\r\n\r\n');
    return { head: part.slice(0, end).toLowerCase(), body: part.slice(end + 4) };
  });
  const partOf = (type: string) => {
    const part = parts.find(({ head }) => head.includes(`content-type: ${type}; charset=utf-8`));
    return part === undefined ? '' : decoded(part.body, part.head);
  };
  return { text: partOf('text/plain'), html: partOf('text/html') };
}

function decoded(body: string, head: string): string {
  const bytes = head.includes('base64')
    ? Buffer.from(body, 'base64')
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          ),
        'latin1',
      );
  return bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd();
}

/** A header's words, without its encoding. */
export function decodedHeader(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_all, code: string) =>
                String.fromCharCode(Number.parseInt(code, 16)),
              ),
            'latin1',
          ).toString('utf8'),
    );
}
