import { ensureProven } from '#kernel/auth'
import { audit } from '#kernel/audit'
import { db, type Latest, latest } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { formatDate, t } from '#kernel/i18n'
import { ensureEdition } from '#kernel/pages'
import { keepPastName, lockedFacts, type OwnFacts, pastNames, writeFacts } from '#kernel/tenancy'
import { languageNames } from '#kernel/ui'
import { todayHere } from '#commons/directory'
import { enterpriseInWords } from '#commons/parties'
import { hueInWords } from './hue.tsx'
import { liesAtInWords } from './lies-at.ts'
import type { Facts } from './schema.ts'

const changed = event('authority.facts.change', { toDossier: false })

/** What the form is made from. */
export const standing = (facts: OwnFacts) => [
  ...[facts.name, facts.shortName, facts.address, facts.number, facts.languages, facts.hue],
  ...[facts.arms, facts.armsAlt, facts.liesAt],
]

/** What of it changed, told in words: of arms only that they are others. */
type Told = Record<keyof OwnFacts, string>

const told = ({ arms, ...facts }: OwnFacts): Told => ({
  name: facts.name,
  shortName: facts.shortName,
  address: facts.address.join(', '),
  number: facts.number && enterpriseInWords(facts.number),
  languages: facts.languages.map((one) => languageNames[one]).join(', '),
  hue: hueInWords(facts.hue),
  arms: arms && t('authority.arms_given'),
  armsAlt: facts.armsAlt,
  liesAt: liesAtInWords(facts.liesAt),
})

/**
 * Changes what the authority says of itself; another name holds from a day on, and what was made before keeps the one of its
 * day. Throws `ProofNeeded`, `Stale`, and `Invalid` where a number that is given would change, or the day of a name is to
 * come or not after that of the name before.
 */
export async function changeFacts(
  fresh: Facts,
  { arms, edition }: { arms?: string | undefined; edition?: string | undefined },
): Promise<void> {
  ensureProven()
  const before = await lockedFacts()
  if (edition !== undefined) ensureEdition(standing(before), edition)
  const { name, short_name: shortName, address, hue, language, offered = [] } = fresh
  if (before.number && fresh.number !== before.number)
    throw Invalid.field('number', 'authority.number_stays')
  const kept = arms ?? (fresh.no_arms ? '' : before.arms)
  const after: OwnFacts = {
    ...{ name, shortName, address, hue, number: fresh.number, arms: kept },
    languages: [language, ...offered.filter((one) => one !== language)],
    armsAlt: kept ? fresh.arms_alt : '',
    liesAt: fresh.lies_at,
  }
  if (after.name !== before.name || after.shortName !== before.shortName)
    await rename(before, fresh.name_from)
  await writeFacts(after)
  const [was, is] = [told(before), told(after)]
  const names = (Object.keys(is) as (keyof OwnFacts)[]).filter(
    (one) => JSON.stringify(before[one]) !== JSON.stringify(after[one]),
  )
  if (names.length === 0) return
  await emit(changed, null, {
    changed: names.map((one) => ({ what: one, from: was[one], to: is[one] })),
  })
  await audit('authority_changed', names.map((one) => t(`authority.fact.${one}`)).join(', '))
}

async function rename(before: OwnFacts, day: Temporal.PlainDate | null): Promise<void> {
  const today = todayHere()
  const from = day ?? today
  const { compare } = Temporal.PlainDate
  if (compare(from, today) > 0) throw Invalid.field('name_from', 'authority.name_to_come')
  const [last] = await pastNames()
  if (last && compare(from, last.valid_to) === 0 && compare(from, today) === 0) return
  if (last && compare(from, last.valid_to) <= 0)
    throw Invalid.field('name_from', 'authority.name_before', {
      day: formatDate(last.valid_to, 'short'),
    })
  await keepPastName(before, from)
}

/** What was changed, by whom and when. */
export interface Change {
  at: Temporal.Instant
  by: string
  changed: { what: keyof OwnFacts; from: string; to: string }[]
}

/** The changes, the last first. */
export async function changes(most: number | null): Promise<Latest<Change>> {
  const { rows, all } = await latest(
    db()
      .selectFrom('kernel.event')
      .select(['at', 'actor_name', 'data'])
      .where('type', '=', changed)
      .orderBy('id', 'desc'),
    most,
  )
  // Written by `changeFacts`, which knows no other shape.
  const of = (data: Record<string, unknown>) => data['changed'] as Change['changed']
  return {
    all,
    rows: rows.map(({ at, actor_name, data }) => ({ at, by: actor_name, changed: of(data) })),
  }
}

/** A change in words: « Nom : « Commune de Beauval » → « Ville de Beauval » ». */
export const changeInWords = ({ changed: some }: Change): string =>
  some
    .map(({ what, from, to }) =>
      t('authority.changed', {
        ...{ what: t(`authority.fact.${what}`), from: from || '—', to: to || '—' },
      }),
    )
    .join(' · ')
