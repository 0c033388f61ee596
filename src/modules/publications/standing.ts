import { actAs, system } from '#kernel/access'
import { inItsLanguage } from '#kernel/tenancy'
import {
  canonicalJson,
  contentOf,
  type Copy,
  type Publication,
  publicationsOfMany,
} from '#commons/publication'
import { agendaOf } from './agenda-copy.ts'
import { type Weighed, weigh, type WeighedMeeting } from './compose.ts'
import type { PublicPoint } from '#modules/copies'
import { type OpenMeeting, originOf } from './origin.ts'
import { openAgendaOf, openCopyOf } from './slugs.ts'

/** A point as everybody would read it now, and whether they do. */
export interface Standing extends Weighed {
  /** Undefined where it stays in the house. */
  copy: Copy<PublicPoint> | undefined
  /** Whether it is public already, as it is now or as it was. */
  state: 'same' | 'changed' | 'fresh' | 'stays'
  /** Whether everybody reads a copy of it, of now or of before. */
  isPublic: boolean
}

/** The agenda that everybody reads, and whether it says something else than it would now. */
interface Agenda {
  shown: Publication | undefined
  isChanged: boolean
}

/** What would leave of a meeting now, beside what did: of the points that the one who acts may read. */
export async function standingOf(
  meeting: OpenMeeting,
): Promise<Omit<WeighedMeeting, 'points'> & { points: Standing[]; agenda: Agenda }> {
  const seen = await originOf(meeting).seenOn(meeting)
  const weighed = await actAs(system, () => weigh(meeting))
  const { points, ...told } = weighed
  const mine = points.filter(({ item }) => seen.has(item.id))
  const known = await publicationsOfMany(mine.map(({ item }) => item.id))
  const shown = new Map(
    mine.flatMap(({ item: { id } }) => {
      const last = openCopyOf(known.get(id))
      return last ? [[id as string, last] as const] : []
    }),
  )
  const contents = await contentOf([...shown.values()])
  return {
    ...told,
    agenda: await agendaNow(weighed),
    points: mine.map((one) => {
      const { copy } = one
      const last = shown.get(one.item.id)
      const isPublic = last !== undefined
      if (!copy) return { ...one, copy, isPublic, state: 'stays' }
      if (!last) return { ...one, copy, isPublic, state: 'fresh' }
      const isSame =
        last.title === copy.title &&
        canonicalJson(contents.get(last.id)) === canonicalJson(copy.content)
      return { ...one, copy, isPublic, state: isSame ? 'same' : 'changed' }
    }),
  }
}

async function agendaNow(weighed: WeighedMeeting): Promise<Agenda> {
  const shown = await openAgendaOf(weighed.meeting.id)
  if (!shown) return { shown, isChanged: false }
  const { title, content } = await actAs(system, () => inItsLanguage(() => agendaOf(weighed)))
  const was = (await contentOf([shown])).get(shown.id)
  const isSame = shown.title === title && canonicalJson(was) === canonicalJson(content)
  return { shown, isChanged: !isSame }
}
