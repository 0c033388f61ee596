import { createHash } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { Stale } from '#kernel/errors'
import type { Attempt, Call } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Note } from '#kernel/ui'

/** What the schema of a form takes besides: the edition that it was made from, for `ensureEdition`. */
export const Edition = z.object({ edition: z.string().max(40) })

/**
 * Tells what stands from what stood before, where it has no version of its own: a short digest of all that the
 * form shows. The same things in the same order give the same.
 */
export const editionOf = (standing: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(standing) ?? '')
    .digest('base64url')
    .slice(0, 22)

/**
 * Throws `Stale` where what stands is not what the form was made from: nobody overwrites unseen. `standing` was
 * read under a lock that others wait for; `by` is who set it, where that is known.
 */
export function ensureEdition(standing: unknown, edition: string, by?: string): void {
  if (editionOf(standing) !== edition) throw new Stale(by || t('pages.somebody'))
}

/** The same for the API, where the edition is told as `ETag` and may be sent back as `If-Match`. */
export function ensureMatch(c: Call, standing: unknown, by?: string): void {
  const match = c.req.header('If-Match')
  if (match && match !== '*') ensureEdition(standing, match.replace(/^"|"$/g, ''), by)
}

/** Tells the edition of what an answer of the API shows. */
export const tellEdition = (c: Call, standing: unknown): void =>
  c.header('ETag', `"${editionOf(standing)}"`)

interface EditionFieldProps {
  /** What stands, as `ensureEdition` will find it. */
  of: unknown
  attempt: Attempt | undefined
  /** What stands, in words, to be compared with what one chose. */
  children?: Child
}

/**
 * Stands first in a form that sets what stands: the edition that it is made from. Where somebody else set it
 * meanwhile, it shows theirs beside what was chosen, which the next try puts in its place.
 */
export function EditionField({ of, attempt, children }: EditionFieldProps) {
  const sent = attempt?.stale ? undefined : attempt?.values['edition']
  return (
    <>
      <input type="hidden" name="edition" value={typeof sent === 'string' ? sent : editionOf(of)} />
      {attempt?.stale && (
        <div role="alert">
          <Note tone="warn" title={t('pages.overtaken', { name: attempt.stale.by })}>
            {children}
          </Note>
        </div>
      )}
    </>
  )
}
