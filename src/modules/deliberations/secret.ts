import { Invalid } from '#kernel/errors'
import { today } from '#commons/clock'
import { applied, type OrganKind } from '#commons/law'
import { organs } from '#commons/organs'

/** Matters of persons that the law has voted in secret, by organ (CDLD L1122-27). */
export const matters = [
  'other',
  'candidate_presentation',
  'appointment',
  'availability',
  'preventive_suspension',
  'discipline',
] as const
export type Matter = (typeof matters)[number]

const secretLaw = applied('vote.secret', 'secret_ballot', 'deliberations.applies.secret')

/** The article by which a matter is voted in secret by an organ on a day; null where it need not be. */
export async function secretArticle(
  matter: Matter,
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<string | null> {
  if (matter === 'other') return null
  const rule = await secretLaw.on(kind, day)
  return rule?.value.matters.includes(matter) ? rule.article : null
}

interface Balloted {
  organ_id: string
  matter: Matter
  poll_type: 'freehand' | 'secret' | 'no_vote'
}

/** Refuses that a point is written with another vote than the secret one that its matter asks for. */
export async function ensureSecret({ organ_id, matter, poll_type }: Balloted): Promise<void> {
  if (matter === 'other' || poll_type === 'secret') return
  const kind = (await organs()).find(({ id }) => id === organ_id)?.kind
  const article = kind && (await secretArticle(matter, kind, today()))
  if (article) throw Invalid.field('poll_type', 'deliberations.item.secret_by_law', { article })
}
