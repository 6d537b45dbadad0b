/** An export cannot be made or written. The message names what, what is wrong and what to do. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}
