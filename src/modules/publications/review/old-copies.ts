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
import { PublicMeeting, PublicPoint } from '../content.ts'
import { leaveOut } from '../entry.ts'
import type { OpenMeeting } from '../origin.ts'
import type { PublicRule } from '../rule.ts'
import { hider, type Masks, withMasks } from './texts.ts'

/**
 * Takes copies of points off the public pages that say what is masked of them now, say who voted what where their organ shows that no
 * more, or name files that leave no more or were made anew: older ones, and those of points that are not published anew.
 */
export async function dropUnmasked(
  points: readonly Weighed[],
  known: ReadonlyMap<string, Dossier>,
  { names }: Pick<PublicRule, 'names'>,
): Promise<void> {
  for (const { item, review, copy } of points) {
    const dossier = known.get(item.id)
    if (!dossier) continue
    const given = copy?.content.whole && new Set(copy.content.annexes.map(({ hash }) => hash))
    const masks = review?.masks ?? new Map<string, boolean>()
    if (!given && names && !masksAny(masks)) continue
    const open = await openCopies(dossier, pointCopies.name)
    if (open.length === 0) continue
    const saying = open.filter((one) => {
      const was = { title: one.title, content: PublicPoint.parse(one.content) }
      if (given && was.content.annexes.some(({ hash }) => !given.has(hash))) return true
      if (!names && was.content.votes.some(({ voters }) => voters.length > 0)) return true
      const hidden = inItsLanguage(() => withMasks(was, masks))
      return canonicalJson(hidden) !== canonicalJson(was)
    })
    if (saying.length === open.length) {
      const slugs = await withdrawAll(dossier, pointCopies, { reason: why(), said: why() })
      await leaveOut(slugs)
    } else for (const { id } of saying) await withdraw(dossier, id, why())
  }
}

/** The same of agendas, by the titles of their points, why these are kept back, and who was there. */
export async function dropAgendas(
  meeting: OpenMeeting,
  points: readonly Weighed[],
  { names }: Pick<PublicRule, 'names'>,
): Promise<void> {
  const masks = new Map(
    points.flatMap(({ item, review }) =>
      review && masksAny(review.masks) ? [[item.number ?? '', review.masks] as const] : [],
    ),
  )
  if (masks.size === 0 && names) return
  for (const { id, content } of await openCopies(meeting, meetingCopies.name)) {
    const { points: lines, attendance } = PublicMeeting.parse(content)
    const saying = lines.some(({ number, title, withheld }) => {
      const its = masks.get(number)
      const words = `${title}\n${withheld ?? ''}`
      return its && inItsLanguage(() => hider(its)(words)) !== words
    })
    if (saying || (attendance && !names)) await withdraw(meeting, id, why())
  }
}

async function openCopies(dossier: Dossier, by: string) {
  const open = (await publicationsOf(dossier.id)).filter(
    (one) => one.publisher === by && one.withdrawn_at === null,
  )
  const contents = await contentOf(open)
  return open.map((one) => ({ ...one, content: contents.get(one.id) }))
}

const masksAny = (masks: Masks) => [...masks.values()].includes(true)

const why = () => inItsLanguage(() => t('publications.review.withdrawn'))
