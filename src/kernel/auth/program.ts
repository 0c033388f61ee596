import type { Actor } from '#kernel/access'
import { slot } from '#kernel/module'

/** A program that asks. */
export interface ProgramAsks {
  /** The key or the token that it sent. */
  readonly token: string
  /** What it calls itself beside its key, where it shows that as a password: its id or its name. */
  readonly named?: string
  /** It does something, and not only reads. */
  readonly acts: boolean
  /** The request, which is counted once however often one asks who sends it. */
  readonly request: object
}

/** Finds out which program asks; the first that is filled. Programs are no accounts: they have no session and no page. */
export const programActors = slot<(asks: ProgramAsks) => Promise<Actor | null>>('programActors')
