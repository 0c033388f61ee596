import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { type Attempt, integer } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Note, type ShownDraft } from '#kernel/ui'
import { lastToChange } from './history.ts'
import type { Dossier } from './kind.ts'

/** What the schema of a form takes besides: the version that it was made from, for `ensureFresh`. */
export const Version = z.object({ version: integer(1, 1_000_000) })

interface VersionFieldProps {
  dossier: Dossier
  attempt: Attempt | undefined
  /** How the dossier is now, to be compared with what one typed. */
  children: Child
}

/**
 * Stands first in the form of a dossier: the version that it is made from. Where somebody else
 * wrote meanwhile, it shows their version beside what was typed, which the next try overwrites.
 */
export function VersionField({ dossier, attempt, children }: VersionFieldProps) {
  const typed = attempt?.stale ? undefined : attempt?.values['version']
  return (
    <>
      <input type="hidden" name="version" value={Number(typed ?? dossier.version)} />
      {attempt?.stale && (
        <div role="alert">
          <Note tone="warn" title={t('dossiers.stale', { name: attempt.stale.by })}>
            <details>
              <summary>{t('dossiers.stale_theirs')}</summary>
              {children}
            </details>
          </Note>
        </div>
      )}
    </>
  )
}

/** What a draft says of a dossier, as its form shows it: also that somebody else wrote since it was begun. */
export async function foundAgain(
  draft: ShownDraft | undefined,
  dossier?: Dossier,
): Promise<Attempt | undefined> {
  if (!draft) return undefined
  const { values } = draft
  const behind = dossier && Number(values['version']) !== dossier.version
  return { values, errors: {}, ...(behind && { stale: { by: await lastToChange(dossier.id) } }) }
}
