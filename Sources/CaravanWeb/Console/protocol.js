// Commands to the daemon, one HTTP request each; the reply is read as it arrives.
import { LineReader, parseClosing, requestBytes } from './wire.js';
import { connection } from './connection.js';
import { token } from './token.js';

/** The daemon answered `ERR`. */
export class DaemonError extends Error {
  constructor(code, message, fields, records) {
    super(message);
    Object.assign(this, { code, fields, records });
  }
}

/** Nobody answered, or the reply ended before its closing line. */
export class ConnectionLost extends Error {}

const reads = new Set(['PING', 'STATUS', 'WEEKS', 'WEEK', 'JOBS', 'JOB', 'PLANS', 'PLAN', 'DIFF', 'COVERAGE', 'EXPLAIN',
  'EXPORT', 'PROPOSAL']);

/**
 * Carries out one command. Commands that only read are repeated until the connection is back.
 * @param handlers `body` to send along, `onRecord` and `onStream` for lines as they come, `signal` to give up.
 * @returns `{records, fields, payload}`; records are left out where `onRecord` takes them.
 */
export async function command(verb, args = [], options = {}, handlers = {}) {
  for (;;) {
    try {
      return await once(verb, args, options, handlers);
    } catch (error) {
      if (handlers.signal?.aborted) throw error;
      if (error instanceof DaemonError && error.code === 'denied') {
        await token.ask(handlers.signal);
      } else if (error instanceof ConnectionLost && reads.has(verb)) {
        await connection.restored(handlers.signal);
      } else {
        throw error;
      }
    }
  }
}

async function once(verb, args, options, { body, onRecord, onStream, signal }) {
  const headers = { 'Content-Type': 'application/x-caravan-request', ...token.header() };
  const answer = await fetchOrLose({
    method: 'POST', headers, body: requestBytes(verb, args, options, body), signal, cache: 'no-store',
  }, signal);
  if (answer.status === 401) throw new DaemonError('denied', '', {}, []);
  if (!answer.ok || !answer.body) {
    if (answer.status >= 502) throw lost();
    throw new DaemonError('internal', `HTTP ${answer.status}: ${await answer.text()}`, {}, []);
  }
  connection.isAlive();
  const reader = new LineReader(answer.body);
  const records = [];
  for (;;) {
    const line = await lineOrLose(reader, signal);
    if (line.startsWith('+ ')) {
      const record = JSON.parse(line.slice(2));
      if (onRecord) onRecord(record); else records.push(record);
    } else if (line.startsWith('* ')) {
      onStream?.(JSON.parse(line.slice(2)));
    } else if (line !== '') {
      return close(parseClosing(line), records, reader);
    }
  }
}

async function close(closing, records, reader) {
  if (!closing.ok) throw new DaemonError(closing.code, closing.message, closing.fields, records);
  const size = closing.fields.bytes;
  const payload = size === undefined ? undefined : await reader.bytes(Number(size));
  return { records, fields: closing.fields, payload };
}

async function fetchOrLose(request, signal) {
  try {
    return await fetch('api/command', request);
  } catch (error) {
    throw signal?.aborted ? error : lost();
  }
}

async function lineOrLose(reader, signal) {
  let line;
  try {
    line = await reader.line();
  } catch (error) {
    throw signal?.aborted ? error : lost();
  }
  if (line === undefined) throw lost();
  return line;
}

function lost() {
  connection.isLost();
  return new ConnectionLost('connection lost');
}
