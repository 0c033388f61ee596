import { audit } from '#kernel/audit'
import { ensure, NotFound } from '#kernel/errors'
import { folded, t } from '#kernel/i18n'
import { keepBrought } from '#kernel/pictures'
import { clean, describedAs, isEmpty, type RichText, withKept } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { addAnnexes } from '#commons/annexes'
import { addService } from '#commons/directory'
import { read, readMany, rememberImports } from '#commons/dossiers'
import { addTerm } from '#commons/vocabularies'
import type { Organ } from '#commons/organs'
import { categories, type Item, items, meetingPath, meetings } from '#modules/deliberations'
import { outcomeOf, shownNumber } from '#commons/plone'
import { closeAsHeld, seal } from './past.ts'
import {
  type ForeignItem,
  type PastItem,
  takeOverItems,
  takeOverMeeting,
  takeOverPast,
} from './take-over.ts'
import { annexId, type Here, source } from './known.ts'
import { type Mapped, type Meant, remember } from './mapping.ts'
import type { Plan } from './plan.ts'
import type { PlannedLabel } from './resolve.ts'
import type { RemoteAnnex, RemoteItem, RemoteMeeting } from './types.ts'

/** What an import wrote. */
export interface Imported {
  meetingId: string
  items: number
  annexes: number
}

/**
 * Carries out a plan that is ready, in the open transaction: categories and services, the meeting
 * with its agenda open, its points in the order of their numbers, their annexes.
 */
export async function commit(plan: Plan, here: Here): Promise<Imported> {
  const { meeting: remote } = plan.meeting
  if (!remote) throw new Error('A plan that is ready has a meeting')
  const ofCategories = await settle('category', plan.categories, (name) =>
    addTerm(categories.name, name),
  )
  const ofServices = await settle('service', plan.services, (name) => addService(name))
  await remember([...ofCategories.fresh, ...ofServices.fresh])
  const meetingId = here.meetingId ?? (await importMeeting(remote, here.organ))
  const fresh = plan.items.filter((planned) => planned.action === 'create')
  const given = await inTurn(fresh, async ({ item, category, service }) => ({
    ...(await foreign(item)),
    category_id: ofCategories.ids.get(category?.token ?? '') ?? null,
    service_id: ofServices.ids.get(service.token) ?? null,
  }))
  const taken = plan.held
    ? await takeOverPast(await read(meetings, meetingId), asTheyWere(fresh, given))
    : await takeOverItems(meetingId, given)
  const ours = new Map(fresh.map(({ item }, at) => [item.uid, taken[at]]))
  const annexes = plan.items.flatMap((planned) => {
    if (planned.action === 'refused') return []
    const { uid } = planned.item
    const id = ours.get(uid)?.id ?? here.dossiers.get(uid) ?? ''
    return planned.annexes.flatMap(({ action, annex }) =>
      action === 'create' ? { id, annex } : [],
    )
  })
  await importAnnexes(annexes)
  if (plan.held) await settleAsHeld(meetingId, remote, fresh, taken)
  await audit('import', meetingPath({ id: meetingId }))
  return { meetingId, items: fresh.length, annexes: annexes.length }
}

type Fresh = Extract<Plan['items'][number], { action: 'create' }>

/** Points with what was decided of them. */
const asTheyWere = (fresh: readonly Fresh[], given: readonly ForeignItem[]): PastItem[] =>
  given.flatMap((one, at) => {
    const { item } = fresh[at] ?? {}
    const state = item && outcomeOf(item)
    if (!item || !state) return []
    return { ...one, state, reference: item.reference ?? '', to_discuss: item.toDiscuss }
  })

/** Closes the meeting, keeps what it and its points said that has no place here, and seals all of it. */
async function settleAsHeld(
  meetingId: string,
  remote: RemoteMeeting,
  fresh: readonly Fresh[],
  taken: readonly Item[],
): Promise<void> {
  const { uid, title, number, state, attendees, signatures, observations } = remote
  const meeting = await read(meetings, meetingId, { lock: true })
  await closeAsHeld(meeting, { source, uid, title, number, state })
  await seal([
    {
      ...{ id: meetingId, number: number === null ? '' : String(number), state: state ?? '' },
      ...{ attendees, advisers: [], texts: filled({ signatures, observations }) },
    },
    ...taken.flatMap(({ id }, at) => {
      const { item } = fresh[at] ?? {}
      if (!item) return []
      const described = isEmpty(item.motivation)
        ? {}
        : { description: item.description, detailedDescription: item.detailedDescription }
      const texts = filled({
        ...{ votesResult: item.votesResult, observations: item.observations, ...described },
      })
      const { attendees: there, advisers } = item
      return {
        ...{ id, number: shownNumber(item.number), state: item.state ?? '', texts },
        ...{ attendees: there, advisers },
      }
    }),
  ])
}

/** Those that say anything; pictures stay with the texts of the point. */
const filled = (texts: Readonly<Record<string, RichText>>) =>
  Object.entries(texts).flatMap(([field, html]) =>
    isEmpty(html) ? [] : [{ field, html: withKept(html, () => undefined) }],
  )

/** Makes what is to be made; says what each token of theirs stands for, and which are to be remembered from now on. */
async function settle(
  what: Mapped,
  labels: readonly PlannedLabel[],
  add: (name: string) => Promise<{ id: string }>,
): Promise<{ ids: Map<string, string>; fresh: Meant[] }> {
  const made = new Map<string, string>()
  const ids = new Map<string, string>()
  const fresh: Meant[] = []
  for (const { token, resolution } of labels) {
    if (resolution.kind === 'question') continue
    const key = resolution.kind === 'create' ? folded(resolution.name) : ''
    const id =
      resolution.kind === 'create'
        ? (made.get(key) ?? (await add(resolution.name)).id)
        : resolution.id
    made.set(key, id)
    ids.set(token, id)
    if (resolution.kind !== 'known') fresh.push({ what, token, id })
  }
  return { ids, fresh }
}

async function importMeeting(remote: RemoteMeeting, organ: Organ | null): Promise<string> {
  const { uid, title, number, state } = remote
  const plan = {
    organId: organ?.id ?? '',
    startsAt: remote.startsAt.toInstant(),
    place: remote.place,
    assembly: attendanceOf(remote),
  }
  const origin = { source, uid, hash: '', told: { title, number, state } }
  return (await takeOverMeeting(origin, plan)).id
}

/** Who was there, excused and absent, as one text in the language of the authority. */
function attendanceOf({ assembly, excused, absents }: RemoteMeeting): RichText {
  const others = inItsLanguage(() =>
    [
      { heading: t('plonemeeting.excused'), text: excused },
      { heading: t('plonemeeting.absents'), text: absents },
    ].flatMap(({ heading, text }) => (isEmpty(text) ? [] : [`<h3>${heading}</h3>${text}`])),
  )
  return clean(struckOut([assembly, ...others].join(''))).html
}

/** PloneMeeting strikes out, on the list of those present, whoever stands between double brackets. */
export const struckOut = (html: string) => html.replaceAll(/\[\[([^[\]]*)\]\]/g, '<s>$1</s>')

/** One after the other: each may keep pictures. */
async function inTurn<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const made: B[] = []
  for (const one of all) made.push(await work(one))
  return made
}

/** A text with its pictures as files of ours, described by a word where they had none. */
async function withPictures(html: RichText, { brought }: RemoteItem): Promise<RichText> {
  const lost = (alt: string) => inItsLanguage(() => t('plonemeeting.lost_picture', { alt }))
  const kept = await keepBrought(html, brought, lost)
  return describedAs(
    kept.html,
    inItsLanguage(() => t('plonemeeting.picture')),
  )
}

/** A point in our terms, its category and service aside. */
async function foreign(
  remote: RemoteItem,
): Promise<Omit<ForeignItem, 'category_id' | 'service_id'>> {
  const { uid, hash, number, reference, title, listType, privacy, founding, decision } = remote
  return {
    origin: { source, uid, hash, told: { number, reference } },
    ...{ title, number: shownNumber(number) },
    list_type: listType,
    privacy,
    poll_type: pollTypeOf(remote),
    motivation: await withPictures(founding, remote),
    decision: await withPictures(decision, remote),
  }
}

/** How we vote on it: PloneMeeting tells ways of voting in public apart that the law does not. */
function pollTypeOf({ pollType, votesAreSecret }: RemoteItem): ForeignItem['poll_type'] {
  if (pollType === 'no_vote') return 'no_vote'
  const secret = pollType === 'secret' || pollType === 'secret_separated'
  return secret || (pollType === null && votesAreSecret) ? 'secret' : 'freehand'
}

/** Adds annexes to their points, of which each must be one that the one who imports may read. */
async function importAnnexes(wanted: readonly { id: string; annex: RemoteAnnex }[]): Promise<void> {
  const ids = [...new Set(wanted.map(({ id }) => id))]
  const points = new Map((await readMany(items, ids)).map((one) => [one.id as string, one]))
  const files = wanted.flatMap(({ id, annex: { uid, title, filename, bytes } }) => {
    const dossier = points.get(id)
    ensure(dossier, NotFound, 'errors.not_found')
    return bytes ? { dossier, name: filename ?? title, title, bytes, uid, archived: true } : []
  })
  const added = await addAnnexes(files)
  await rememberImports(
    source,
    added.map(({ hash }, at) => ({
      externalId: annexId(files[at]?.uid ?? ''),
      dossierId: files[at]?.dossier.id ?? '',
      contentHash: hash,
    })),
  )
}
