import { z } from 'zod'
import { event } from '#kernel/events'
import { slot } from '#kernel/module'
import type { PublicFile } from './files.ts'

/** What a trade says of a dossier to everybody. */
export interface Copy<C> {
  /** Its name in addresses, of `a-z`, `0-9` and hyphens; it stays with its dossier. */
  slug: string
  title: string
  content: C
  /** The files that leave with it, kept by then, whose hashes its content names: open to everybody while it is public. */
  files?: readonly PublicFile[]
}

/** One sort of thing that a trade publishes. */
export interface Publisher<C = unknown> {
  /** `accountability.plan`: as its copies are kept. */
  readonly name: string
  /** The kind of dossiers that it makes copies of. */
  readonly kind: string
  /**
   * The whitelist: what it does not name cannot leave. Copies are kept for ever, so a later version
   * of it still reads the older ones: what is added is optional.
   */
  readonly content: z.ZodType<C>
  /** Made as the house itself and in the language of the authority, who may read everything. */
  readonly compose: (dossierId: string) => Promise<Copy<C>>
  /** The same of many, by their ids, where what they share is read once. */
  readonly composeMany?: (dossierIds: readonly string[]) => Promise<ReadonlyMap<string, Copy<C>>>
  /** The public page of the latest copy. */
  readonly path: (slug: string) => string
}

/** The publishers of the house, filled by the modules. */
export const publishers = slot<Publisher>('publishers')

/** A copy that is about to leave, of the dossier `subject`. */
export type Leaving<C = unknown> = Copy<C> & { subject: string }

/** Looks at copies of one publisher before any leaves, all of one act at once; throws where one may not. */
export interface CopyCheck {
  /** The name of the publisher. */
  readonly of: string
  readonly check: (copies: readonly Leaving[]) => Promise<void>
}

/** What is asked of copies by the act of publishing, whatever door it came by. */
export const copyChecks = slot<CopyCheck>('copyChecks')

/**
 * Declares a publisher. Throws where its schema would let through what it does not name: every
 * object in it is a `z.strictObject`, and every value has a type that JSON knows.
 */
export function publisher<C>(declared: Publisher<C>): Publisher<C> {
  const open = openings(z.toJSONSchema(declared.content, { io: 'input' }), '')
  if (open.length > 0)
    throw new Error(`${declared.name} would publish what its schema does not name: ${open.join()}`)
  for (const verb of ['publish', 'withdraw_publication']) event(`${declared.kind}.${verb}`)
  return declared
}

/** The places of a JSON Schema that take anything. */
function openings(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const entries = Object.entries(schema)
  const strict = 'additionalProperties' in schema && schema.additionalProperties === false
  if (entries.length === 0 || ('properties' in schema && !strict)) return [place || '/']
  return entries.flatMap(([name, inner]) => openings(inner, `${place}/${name}`))
}
