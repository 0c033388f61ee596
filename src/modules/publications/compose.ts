import { actAs, system } from '#kernel/access'
import { inItsLanguage } from '#kernel/tenancy'
import { citeOpenly } from '#commons/law'
import { type Organ, organ } from '#commons/organs'
import { type Copy, publicationsOfMany, publisher } from '#commons/publication'
import { settled } from '#commons/settings'
import { dayOf, items, sittingRule } from '#modules/deliberations'
import { filesLeaving, type ItemFiles } from './annexes/leaving.ts'
import { type Choice, choicesOf } from './choice.ts'
import { hider, type LeavingText, masking, PublicPoint, textsOf } from '#modules/copies'
import { projectsDue } from './deadline.ts'
import { type Leaving, leavingOf } from './leaving.ts'
import { meetingNamed, type OpenMeeting, type OpenPoint, originOf, pointsNamed } from './origin.ts'
import { maskedLink } from './review/link.ts'
import { awaitedOf, type Review, reviewsOf } from './review/reviewing.ts'
import { type PublicRule, publicRuleOf } from './rule.ts'
import { freshSlug, meetingSlug, openCopyOf, publishedPoints, slugOfPoint } from './slugs.ts'

/** A point of a meeting, and what of it leaves. */
export interface Weighed<P extends OpenPoint = OpenPoint> {
  item: P
  /** How it ended, as its origin says it. */
  outcome: string
  choice: Choice
  leaving: Leaving
  files: ItemFiles
  /** What was judged of its words; undefined where none of them leave. */
  review?: Review | undefined
  /** As everybody would read it; undefined where it stays. */
  copy?: Copy<PublicPoint> | undefined
}

/** A meeting, its organ, and what of each of its points leaves now, in the order of the agenda. */
export interface WeighedMeeting<
  M extends OpenMeeting = OpenMeeting,
  P extends OpenPoint = OpenPoint,
> {
  meeting: M
  body: Organ
  rule: PublicRule
  closedBy: string | null
  /** Whether its minutes are approved. */
  approved: boolean
  points: Weighed<P>[]
}

/** What everybody may read of a meeting, asked anew: the only place where that is decided. */
export async function weigh(meeting: OpenMeeting): Promise<WeighedMeeting> {
  const weighed = await weighByLaw(meeting)
  const copies = await actAs(system, () => inItsLanguage(() => composedOf(weighed)))
  const texts = new Map<string, LeavingText[]>()
  for (const { item, choice, leaving } of weighed.points) {
    const copy = copies.get(item.id)
    if (copy) texts.set(item.id, textsOf(copy))
    else if ('stays' in leaving && leaving.stays === 'withheld')
      texts.set(item.id, [
        { part: 'withheld', words: choice.withheld },
        ...(choice.title ? [{ part: 'title' as const, words: choice.title }] : []),
      ])
    else if ('stays' in leaving && leaving.stays === 'not_decided')
      texts.set(item.id, [{ part: 'title', words: choice.title || item.title }])
  }
  const reviews = await reviewsOf(meeting, texts)
  const link = await settled(maskedLink)
  const points = weighed.points.map((one): Weighed => {
    const review = reviews.get(one.item.id)
    // What is kept back stays so, whatever is still to judge of the reason.
    if (!review || ('stays' in one.leaving && one.leaving.stays === 'withheld'))
      return { ...one, review }
    const hide = hider(review.masks)
    // Its bytes say what is masked since they were made: they are being made anew.
    const isOld = one.files.titles.some((title) => inItsLanguage(() => hide(title)) !== title)
    const awaited = awaitedOf(review, weighed.rule) ?? (isOld ? 'files' : undefined)
    const copy = copies.get(one.item.id)
    return {
      ...{ ...one, review, leaving: awaited ? { stays: awaited } : one.leaving },
      copy: awaited ? undefined : copy && inItsLanguage(() => masking(copy, review.masks, link)),
    }
  })
  return { ...weighed, points }
}

/** What the law and the rule of the organ say of each point, before its words are looked at. */
export async function weighByLaw(meeting: OpenMeeting): Promise<WeighedMeeting> {
  const body = await organ(meeting.organ_id)
  const rule = await publicRuleOf(meeting.organ_id)
  const { closedBy } = await sittingRule(body.kind, dayOf(meeting))
  const origin = originOf(meeting)
  const grounds = await origin.grounds(meeting)
  const ids = await origin.idsOn(meeting)
  const choiceOf = await choicesOf(ids)
  const known = new Map((await origin.pointsOf(ids)).map((item) => [item.id as string, item]))
  const copies = await publicationsOfMany(ids)
  const filesOf = await filesLeaving(new Map(ids.map((id) => [id, choiceOf(id).annexes])))
  const points = ids.flatMap((id) => {
    const item = known.get(id)
    if (!item) return []
    const choice = choiceOf(id)
    const files = filesOf(id)
    const weighable = grounds.of(item)
    const shown = openCopyOf(copies.get(id)) !== undefined
    const said = { withheld: choice.withheld !== '', shown }
    const allowed = leavingOf(weighable, said, { rule, closedBy, ...grounds })
    const waits = 'leaves' in allowed && allowed.whole && files.waits
    const leaving = waits ? { stays: 'files' as const } : allowed
    return [{ item, outcome: weighable.state, choice, files, leaving }]
  })
  return { meeting, body, rule, closedBy, approved: grounds.approved, points }
}

const pathOfPoint = (slug: string) => `/decisions/${slug}`

/** What is proposed to an organ, or what it decided. */
export const pointCopies = publisher<PublicPoint>({
  name: publishedPoints,
  kind: items.name,
  content: PublicPoint,
  compose: async (id) => {
    const copy = (await composePoints([id])).get(id)
    if (!copy) throw new Error(`The point ${id} does not leave`)
    return copy
  },
  composeMany: composePoints,
  path: pathOfPoint,
})

async function composePoints(ids: readonly string[]): Promise<Map<string, Copy<PublicPoint>>> {
  const all = await pointsNamed(ids)
  const made = new Map<string, Copy<PublicPoint>>()
  for (const [meetingId, some] of Map.groupBy(all, ({ meeting_id }) => meeting_id)) {
    if (!meetingId) continue
    const wanted = new Set(some.map(({ id }) => id as string))
    const { points } = await weigh(await meetingNamed(meetingId))
    for (const { item, copy } of points) if (copy && wanted.has(item.id)) made.set(item.id, copy)
  }
  return made
}

/** The copies of points of one meeting that leave, before anything is masked in them; what they share is read once. */
async function composedOf({
  meeting,
  body,
  rule,
  points,
}: WeighedMeeting): Promise<Map<string, Copy<PublicPoint>>> {
  const leaving = points.flatMap((one) =>
    'leaves' in one.leaving ? [{ ...one, leaving: one.leaving }] : [],
  )
  const ids = leaving.map(({ item }) => item.id as string)
  const told = await originOf(meeting).told(meeting, rule, leaving)
  const due = await dueOf(meeting)
  const slugOfMeeting = await meetingSlug(meeting, body)
  const copies = await publicationsOfMany(ids)
  const made = new Map<string, Copy<PublicPoint>>()
  for (const { item, choice, files: given, leaving: what } of leaving) {
    const { leaves: stage, whole } = what
    const own = told.get(item.id)
    if (!own) continue
    made.set(item.id, {
      slug: slugOfPoint(copies.get(item.id) ?? []) ?? freshSlug(meeting, body),
      title: choice.title || item.title,
      files: whole ? given.files : [],
      content: {
        ...{ stage, whole, organ: { name: body.name, kind: body.kind } },
        ...{ meeting: slugOfMeeting, starts_at: meeting.starts_at.toString() },
        ...{ number: item.number ?? '', reference: item.reference },
        due,
        ...own,
        annexes: whole ? given.annexes : [],
      },
    })
  }
  return made
}

/** By when the projects of a meeting were to be public and by which article. */
async function dueOf(meeting: OpenMeeting): Promise<PublicPoint['due']> {
  const found = await projectsDue(meeting)
  if (!found) return null
  const { rule, reckoning } = found
  return { day: reckoning.date.toString(), article: citeOpenly(rule) }
}
