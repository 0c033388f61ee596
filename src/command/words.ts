/** The command was understood and is refused: exit code 1. */
export class Refused extends Error {}

/** The command was not understood: exit code 2. */
export class Usage extends Error {}
