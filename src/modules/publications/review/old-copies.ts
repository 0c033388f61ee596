import { actAs, system } from '#kernel/access'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import type { Dossier } from '#commons/dossiers'
import {
  canonicalJson,
  contentOf,
  publicationsOf,
  withdraw,
  withdrawAll,
} from '#commons/publication'
import { meetingCopies } from '../agenda-copy.ts'
import { pointCopies, type Weighed } from '../compose.ts'
import { hider, type Masks, PublicMeeting, PublicPoint, textsOf, withMasks } from '#modules/copies'
import { leaveOut } from '../entry.ts'
import { agendasTelling } from '../lines.ts'
import { type OpenMeeting, originOf } from '../origin.ts'
import { renewAgenda } from '../renewing.ts'
import type { PublicRule } from '../rule.ts'
import { masksOf } from './reviewing.ts'
import { finder } from '#commons/pseudonymisation'

/**
 * Takes copies of points off the public pages that say what is masked of them now, say who voted what where their organ shows that no
 * more, or name files that leave no more or were made anew. Where the one that everybody reads is among them nothing took its place: no
 * older one does either.
 */
export async function dropUnmasked(
  points: readonly Weighed[],
  known: ReadonlyMap<string, Dossier>,
  { names }: Pick<PublicRule, 'names'>,
): Promise<void> {
  const masked = await masksOf(points.map(({ item }) => item.id))
  for (const { item, copy } of points) {
    const dossier = known.get(item.id)
    if (!dossier) continue
    const given = copy?.content.whole && new Set(copy.content.annexes.map(({ hash }) => hash))
    const masks = masked(item.id)
    if (!given && names && !masksAny(masks)) continue
    const open = await openCopies(dossier, pointCopies.name)
    const saying = open.filter((one) => {
      const was = { title: one.title, content: PublicPoint.parse(one.content) }
      if (given && was.content.annexes.some(({ hash }) => !given.has(hash))) return true
      if (!names && was.content.votes.some(({ voters }) => voters.length > 0)) return true
      const hidden = inItsLanguage(() => withMasks(was, masks))
      return canonicalJson(hidden) !== canonicalJson(was)
    })
    const [latest] = open
    if (latest && saying.includes(latest)) {
      const slugs = await withdrawAll(dossier, pointCopies, { reason: why(), said: why() })
      await leaveOut(slugs)
    } else for (const { id } of saying) await withdraw(dossier, id, why())
  }
}

/**
 * The same of agendas, by the titles of their points, why these are kept back, and who was there: those before the one that was published
 * now, of this meeting and of others on whose agendas its points stood. In an agenda a point may have had another number: what is masked
 * of one is looked for in all lines.
 */
export async function dropAgendas(
  meeting: OpenMeeting,
  points: readonly Weighed[],
  { names }: Pick<PublicRule, 'names'>,
): Promise<void> {
  const ids = points.map(({ item }) => item.id as string)
  const masked = await masksOf(ids)
  const hidden = ids.flatMap((id) => [...masked(id)].filter(([, isMasked]) => isMasked))
  if (hidden.length === 0 && names) return
  const hide = hider(new Map(hidden))
  const others = await meetingsTelling(
    meeting,
    ids.filter((id) => masksAny(masked(id))),
  )
  const says = (content: unknown) => {
    const words = PublicMeeting.parse(content).points.map(
      ({ title, withheld }) => `${title}\n${withheld ?? ''}`,
    )
    return inItsLanguage(() => hide(words.join('\n'))) !== words.join('\n')
  }
  for (const one of [meeting, ...others]) {
    const [latest, ...older] = await openCopies(one, meetingCopies.name)
    for (const { id, content } of older) {
      const named = one === meeting && !names && PublicMeeting.parse(content).attendance
      if (named || says(content)) await withdraw(one, id, why())
    }
    if (one !== meeting && latest && says(latest.content))
      await renewAgenda(one.id, { reason: why(), said: why() })
  }
}

/** The other meetings whose public agendas tell or told of these points. */
async function meetingsTelling(
  meeting: OpenMeeting,
  itemIds: readonly string[],
): Promise<OpenMeeting[]> {
  const ids = new Set((await agendasTelling(itemIds)).map(({ meeting_id }) => meeting_id))
  ids.delete(meeting.id)
  return actAs(system, () => originOf(meeting).meetingsOf([...ids]))
}

/** Whether words stand in a copy of a point that everybody reads, also where it says them no more. */
export async function standInCopies(itemId: string, words: string): Promise<boolean> {
  const find = finder([words])
  const open = (await publicationsOf(itemId)).filter(isOpen(pointCopies.name))
  const contents = await contentOf(open)
  return open.some(({ id, title }) => {
    const content = PublicPoint.parse(contents.get(id))
    return textsOf({ title, content }).some((text) => find(text.words).length > 0)
  })
}

const isOpen = (by: string) => (one: { publisher: string; withdrawn_at: unknown }) =>
  one.publisher === by && one.withdrawn_at === null

/** The copies that everybody reads, the latest first. */
async function openCopies(dossier: Dossier, by: string) {
  const open = (await publicationsOf(dossier.id)).filter(isOpen(by))
  const contents = await contentOf(open)
  return open.map((one) => ({ ...one, content: contents.get(one.id) }))
}

const masksAny = (masks: Masks) => [...masks.values()].includes(true)

const why = () => inItsLanguage(() => t('publications.review.withdrawn'))
