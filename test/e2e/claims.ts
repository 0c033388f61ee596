import { createHash } from 'node:crypto'
import { mkdirSync, openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** Things of which one is enough in a run, whichever worker comes to it first. */
export class Claims {
  private readonly known = new Set<string>()
  private readonly name: string

  constructor(name: string) {
    this.name = name
  }

  /** Whether this is the first time in the run that somebody asks of it; from then on it is not. */
  isNew(one: string): boolean {
    if (this.known.has(one)) return false
    this.known.add(one)
    return this.claim(createHash('sha256').update(one).digest('hex'))
  }

  /** A file that two make at once is made by one of them. */
  private claim(file: string): boolean {
    const folder = join(inject('fileFolder'), 'claims', this.name)
    mkdirSync(folder, { recursive: true })
    try {
      closeSync(openSync(join(folder, file), 'wx'))
      return true
    } catch (failure) {
      if (failure instanceof Error && 'code' in failure && failure.code === 'EEXIST') return false
      throw failure
    }
  }
}
