/** The embedded PostgreSQL cannot start; the message is one sentence for the operator's terminal. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}

/** The code of a system error (`ENOENT`), of PostgreSQL (`57P03`), or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST'])

/** Turns what the system refused about `folder` into a sentence that says what to do. */
export function explainSystemError(error: unknown, folder: string): StartFailure {
  if (error instanceof StartFailure) return error
  const code = codeOf(error)
  const cause = { cause: error }
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder)
  if (code && unwritable.has(code) && !isSpawn(error)) {
    const sentence = `The database folder ${folder} cannot be written (${code}): give it to the account that starts Beffroi, or choose another folder.`
    return new StartFailure(sentence, cause)
  }
  const words = error instanceof Error ? error.message : String(error)
  return new StartFailure(`The embedded database in ${folder} does not start: ${words}`, cause)
}

/** A binary that the system cannot run also says ENOENT or EACCES, but the folder is innocent. */
function isSpawn(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn')
}

/**
 * Turns what initdb or postgres wrote before it gave up into a sentence that says what to do;
 * `log` is the file in which the rest can be read.
 */
export function explainOutput(output: string, folder: string, log?: string): StartFailure {
  if (/no space left on device|disk quota exceeded/i.test(output)) return diskFull(folder)
  if (/error while loading shared libraries|Library not loaded/.test(output)) {
    return new StartFailure(
      'The PostgreSQL binaries miss their libraries: run "npm rebuild" with install scripts allowed, or set DATABASE_URL.',
    )
  }
  const lines = output.trim().split('\n')
  const line = lines.findLast((text) => /FATAL|PANIC|error:/.test(text)) ?? lines.at(-1) ?? ''
  const reason = line.replace(/^.*?(FATAL|PANIC|error):\s*/, '') || 'it says nothing'
  const more = log ? ` (more in ${log})` : ''
  return new StartFailure(`PostgreSQL does not start in ${folder}: ${reason}${more}.`)
}

function diskFull(folder: string) {
  return new StartFailure(`The disk of the database folder ${folder} is full: free some space.`)
}
