/** What the launcher tells the operator, in one plain line on the error stream, so that a command's own output stays clean. */

/** Something the operator has to put right before the program can run; `code` becomes the exit code. */
export class LaunchError extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** Prints one line. */
export function say(line) {
  process.stderr.write(`inteko: ${line}\n`);
}

/** Ends the launcher: a LaunchError as its sentence, anything else with its stack. */
export function fail(error) {
  if (error instanceof LaunchError) say(error.message);
  else process.stderr.write(`${error?.stack ?? error}\n`);
  process.exit(error instanceof LaunchError ? error.code : 1);
}
