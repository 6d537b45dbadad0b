/** How a command ends. Scripts rely on these numbers. */
export const EXIT = {
  done: 0,
  failed: 1,
  /** Wrong use: an option, an argument or a query parameter. */
  usage: 2,
  /** Done, and some bulletins were rejected. */
  rejected: 3,
  /** Stopped by Ctrl-C, as shells number it. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Waits for a command, tells its failure, and ends the program with its code. */
export type Finish = (code: Promise<ExitCode>) => Promise<void>;

/** The user asked for something that cannot be meant. The message says what was given, what is wrong, and what to give. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command could not do what it was asked for, for a reason outside the program. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
