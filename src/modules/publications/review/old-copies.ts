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
import type { Item, Meeting } from '#modules/deliberations'
import { meetingCopies, pointCopies, type Weighed } from '../compose.ts'
import { PublicMeeting, PublicPoint } from '../content.ts'
import { leaveOut } from '../entry.ts'
import { hider, type Masks, withMasks } from './texts.ts'

/**
 * Takes copies of points off the public pages that say what is masked of them now, or name files that leave no more or were made anew:
 * older ones, and those of points that are not published anew.
 */
export async function dropUnmasked(
  points: readonly Weighed[],
  known: ReadonlyMap<string, Item>,
): Promise<void> {
  for (const { item, review, copy } of points) {
    const dossier = known.get(item.id)
    if (!dossier) continue
    const given = copy?.content.whole && new Set(copy.content.annexes.map(({ hash }) => hash))
    const masks = review?.masks ?? new Map<string, boolean>()
    if (!given && !masksAny(masks)) continue
    const open = await openCopies(dossier, pointCopies.name)
    if (open.length === 0) continue
    const saying = open.filter((one) => {
      const was = { title: one.title, content: PublicPoint.parse(one.content) }
      if (given && was.content.annexes.some(({ hash }) => !given.has(hash))) return true
      const hidden = inItsLanguage(() => withMasks(was, masks))
      return canonicalJson(hidden) !== canonicalJson(was)
    })
    if (saying.length === open.length) {
      const slugs = await withdrawAll(dossier, pointCopies, { reason: why(), said: why() })
      await leaveOut(slugs)
    } else for (const { id } of saying) await withdraw(dossier, id, why())
  }
}

/** The same of agendas, by the titles of their points. */
export async function dropAgendas(meeting: Meeting, points: readonly Weighed[]): Promise<void> {
  const masks = new Map(
    points.flatMap(({ item, review }) =>
      review && masksAny(review.masks) ? [[item.number ?? '', review.masks] as const] : [],
    ),
  )
  if (masks.size === 0) return
  for (const { id, content } of await openCopies(meeting, meetingCopies.name)) {
    const saying = PublicMeeting.parse(content).points.some(({ number, title }) => {
      const its = masks.get(number)
      return its && inItsLanguage(() => hider(its)(title)) !== title
    })
    if (saying) await withdraw(meeting, id, why())
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
