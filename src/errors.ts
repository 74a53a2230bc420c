/** The user asked for something that cannot be: one line names value, place and remedy. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something that should have worked did not: a folder that can't be written, a platform without an answer. Exit code 1. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
}

/** One line for people from anything that was thrown; system errors lose their call noise but keep their code. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return firstLine(String(error));
  return firstLine(error.message || error.name);
}

/** The system's error code ('ENOENT', 'EACCES', …) of anything that was thrown, if it carries one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
