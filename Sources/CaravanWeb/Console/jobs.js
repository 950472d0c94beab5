// Jobs: followed until they end, also over a lost connection; stopped and cancelled.
import { connection } from './connection.js';
import { command, ConnectionLost } from './protocol.js';

/** Follows a job; resolves with the fields of the closing line, rejects with the daemon's error. */
export async function follow(job, onPoint, signal) {
  for (;;) {
    try {
      return (await command('WATCH', [job], {}, { onStream: onPoint, signal })).fields;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      await connection.restored(signal);
    }
  }
}

/** What the daemon knows of a job. */
export async function describe(job, signal) {
  return (await command('JOB', [job], {}, { signal })).records[0];
}

/** The jobs of a week, the newest first. */
export async function listJobs(week, signal) {
  return (await command('JOBS', [week], {}, { signal })).records;
}

export const isOpen = (record) => record.state === 'queued' || record.state === 'running';

/** Ends a job and keeps its best plan. */
export const stop = (job) => command('STOP', [job]);

/** Ends a job and throws its plan away. */
export const cancel = (job) => command('CANCEL', [job]);
