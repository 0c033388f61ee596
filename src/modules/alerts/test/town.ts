import { afterAll, beforeEach } from 'vitest'
import { db } from '#kernel/db'
import { useOpenLetterbox } from '#kernel/mail'
import type { Meeting } from '#modules/deliberations'
import { recordAttendance } from '#modules/sittings'
import { adoptRemaining } from '#modules/votes'
import {
  givenMeeting,
  givenTown,
  onMeeting,
  presences,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { openSitting } from '../../deliberations/test/verbs.ts'
import { tellNews } from '../tell.ts'
import { alertsTo, openLetterbox } from './subscribers.ts'

export let town: Town

/** Each test of the file has a town of its own, whose letters are read where they are kept. */
export function inTown(): void {
  beforeEach(async () => {
    town = await givenTown()
    openLetterbox(town.authority)
  })
  afterAll(() => {
    useOpenLetterbox([])
  })
}

export const zoe = 'zoe@example.org'
export const mill: Sketch = {
  title: 'Réfection de la rue du Moulin',
  decision: 'D’approuver le marché',
}
export const park: Sketch = { title: 'Un banc au parc', decision: 'D’acheter un banc' }
export const person: Sketch = {
  title: 'Engagement d’une personne du Moulin',
  privacy: 'secret',
}

const page = (meeting: { id: string }) => `/deliberations/meetings/${meeting.id}/publication`

/** A meeting with a frozen agenda, two days ago or in so many days. */
export function frozen(items: readonly Sketch[], days = -2) {
  const day = Temporal.Now.plainDateISO().add({ days }).toString()
  return givenMeeting(town, { items, day, until: 'frozen' })
}

export const publish = (meeting: { id: string }) => town.secretariat.visitor.post(page(meeting), {})

/** Says what leaves of a point, on its page: why it is kept back, or under which title it leaves. */
export async function choose(
  meeting: { id: string },
  item: { id: string } | undefined,
  chosen: { withheld?: string; title?: string },
): Promise<void> {
  const path = `${page(meeting)}/choices/${item?.id}`
  const { text } = await town.secretariat.visitor.get(page(meeting))
  const [, edition = ''] =
    /name="edition" value="([^"]*)"/.exec(text.slice(text.indexOf(path))) ?? []
  const said = { edition, withheld: '', title: '', ...chosen }
  const answer = await town.secretariat.visitor.post(path, said)
  if (answer.status !== 303) throw new Error(answer.text)
}
export const withhold = (meeting: { id: string }, item: { id: string } | undefined) =>
  choose(meeting, item, { withheld: 'Négociation en cours' })

export async function close(meeting: Meeting): Promise<void> {
  await onMeeting(town, town.secretariat, meeting, async (one) => {
    const opened = await openSitting(one)
    await recordAttendance(opened, await presences(opened))
    await adoptRemaining(opened)
  })
  await town.secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, {
    verb: 'close',
  })
}

/** The alerts that came to an address. */
export const mine = (email = zoe) => alertsTo(town.authority, email)
export const anybody = () => town.authority.visitor()

/** What is public, by its slugs. */
export const slugs = () =>
  town.authority.asSystem(async () =>
    (await db().selectFrom('publications.entry').select('slug').execute()).map(({ slug }) => slug),
  )
/** The job, at once. */
export const tell = async (some: readonly string[]) =>
  town.authority.asSystem(() => tellNews.run({ slugs: some }))
