import { audit } from '#kernel/audit'
import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import type { Dossier, Kind } from '#commons/dossiers'
import { namingRestricted, type Restriction } from '#commons/holdings'
import type { Workflow } from './definition.ts'

/** That a dossier names somebody whose data are not to be used for now, and that a step says why it is taken all the same. */
export const usedDespite = ({ reference, since }: Restriction): string =>
  t('workflow.restricted', { reference, since })

/** The steps that ask no more than why, by kind of dossier: these can say it. */
const plain = new Map<string, Set<string>>()

/** Has these steps of a kind ask why, where a dossier names somebody restricted. */
export function askWhyDespite(kind: string, verbs: readonly string[]): void {
  plain.set(kind, new Set([...(plain.get(kind) ?? []), ...verbs]))
}

/** Whether a step asks why then: what an organ decides is an act of the law, and is written down alone. */
export const asksWhyDespite = ({ kind }: Workflow, verb: string): boolean =>
  plain.get(kind)?.has(verb) ?? false

/**
 * That a dossier which names somebody restricted goes on is written into the security log, and why it does is said by who takes
 * the step. GDPR art. 18 § 2. Throws `Conflict` where nobody says it.
 */
export async function ensureWhyDespite<Own extends object>(
  kind: Kind<Own>,
  flow: Workflow,
  verb: string,
  steps: readonly { dossier: Dossier; comment?: string }[],
): Promise<void> {
  const found = await namingRestricted(
    kind.name,
    steps.map(({ dossier }) => dossier.id),
  )
  if (found.size === 0) return
  for (const { dossier, comment = '' } of steps) {
    const one = found.get(dossier.id)
    if (!one) continue
    const { reference, since } = one
    const isSaid = comment.trim() !== '' || !asksWhyDespite(flow, verb)
    ensure(isSaid, Conflict, 'workflow.restricted', { reference, since })
    await audit('restricted_used', kind.path(dossier.id))
  }
}
