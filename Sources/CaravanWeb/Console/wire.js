// Lines of the protocol `caravan/1`: how a request is written, and how a reply is cut into lines.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One word of a request line; quoted where it has to be. */
function word(text) {
  const plain = String(text);
  if (plain !== '' && !/[\s"=]/.test(plain)) return plain;
  const escaped = plain.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** The bytes of a request: its line and, where there is one, its body. */
export function requestBytes(verb, args, options, body) {
  const bytes = body === undefined ? undefined : typeof body === 'string' ? encoder.encode(body) : body;
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const words = [verb, ...args.map(word), ...given.map(([key, value]) => `${key}=${word(value)}`)];
  if (bytes) words.push(`bytes=${bytes.length}`);
  const line = encoder.encode(`${words.join(' ')}\n`);
  return bytes ? new Blob([line, bytes, '\n']) : new Blob([line]);
}

/** The words of a closing line, quotes and escapes resolved. */
function words(line) {
  const pattern = /(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g;
  const escapes = { n: '\n', t: '\t' };
  return (line.match(pattern) ?? []).map((raw) =>
    raw.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner) => inner.replace(/\\(.)/g, (__, c) => escapes[c] ?? c)));
}

/** A closing line as `{ok, code, message, fields}`. */
export function parseClosing(line) {
  const [status, ...rest] = words(line);
  const ok = status === 'OK';
  const pairs = ok ? rest : rest.slice(2);
  const fields = Object.fromEntries(pairs.map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  }));
  return { ok, code: ok ? '' : rest[0], message: ok ? '' : rest[1], fields };
}

/** Cuts arriving bytes into lines, and hands out counted bytes where a closing line announces them. */
export class LineReader {
  #reader;
  #held = [];

  constructor(stream) {
    this.#reader = stream.getReader();
  }

  /** The next line without its end; undefined where the stream is over. */
  async line() {
    let from = 0;
    for (;;) {
      for (; from < this.#held.length; from += 1) {
        const end = this.#held[from].indexOf(10);
        if (end >= 0) return decoder.decode(this.#take(from, end, 1)).replace(/\r$/, '');
      }
      if (!await this.#more()) return undefined;
    }
  }

  /** Exactly so many bytes. */
  async bytes(count) {
    const size = () => this.#held.reduce((sum, chunk) => sum + chunk.length, 0);
    while (size() < count) {
      if (!await this.#more()) break;
    }
    const all = new Uint8Array(await new Blob(this.#held).arrayBuffer());
    this.#held = [all.subarray(count)];
    return all.slice(0, count);
  }

  async #more() {
    const { done, value } = await this.#reader.read();
    if (!done) this.#held.push(value);
    return !done;
  }

  /** What lies before position `end` of chunk `index`; `skip` bytes behind it are passed over. */
  #take(index, end, skip) {
    const parts = [...this.#held.slice(0, index), this.#held[index].subarray(0, end)];
    this.#held = [this.#held[index].subarray(end + skip), ...this.#held.slice(index + 1)];
    if (parts.length === 1) return parts[0];
    const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
    return joined;
  }
}
