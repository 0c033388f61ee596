import { actAs } from '#kernel/access'
import { Problem } from '#kernel/errors'
import { addPerson, councillor } from '#commons/directory'
import { isPast } from '#commons/clock'
import { read } from '#commons/dossiers'
import { change } from '#commons/workflow'
import type { Language } from '#kernel/i18n'
import { givenAuthority, prepared, type TestAuthority, type TestPerson } from '#test/harness'
import { attendance, type Presence, recordAttendance } from '#modules/sittings'
import { terms } from '#commons/vocabularies'
import { categories } from '../category.ts'
import { type Item, items, WrittenItem, writeItem } from '../item.ts'
import { type Meeting, meetings } from '../meeting.ts'
import { freeze, openSitting } from '../meeting-steps.ts'
import { planMeeting } from '../planning.ts'
import { present } from '../order.ts'
import { addSeat, type Organ, organs, type SeatPart } from '#commons/organs'
import { itemWorkflow } from '../workflow.ts'

/** A municipality with two organs. Four vote in the council, two in the college. */
export interface Town {
  authority: TestAuthority
  works: string
  finance: string
  /** A category. */
  roads: string
  council: Organ
  college: Organ
  /** Editor of the works. */
  agent: TestPerson
  /** Head of the works. */
  head: TestPerson
  /** Editor of the finances: for the works, one of all agents. */
  accountant: TestPerson
  secretariat: TestPerson
  /** Secretary of both organs, without a vote. */
  dg: TestPerson
  /** Presides over both. */
  mayor: TestPerson
  /** Sits in the council only. */
  councillor: TestPerson
  /** Sits in the college only. */
  alderman: TestPerson
}

export const givenTown = prepared(() => foundTown())
/** A CPAS, as a town: its council of social action stands for the council, its permanent bureau for the college. */
export const givenCpas = prepared(() => foundTown('cpas'))

/** One whose services, organs and people have ids that no other has. */
export async function foundTown(kind = 'municipality', languages?: Language[]): Promise<Town> {
  const authority = await givenAuthority(kind, { ...(languages && { languages }) })
  const works = await authority.service('Travaux')
  const finance = await authority.service('Finances')
  const agent = await authority.person({ roles: ['agent'], in: works })
  const head = await authority.person({ roles: ['agent'], in: works, as: 'head' })
  const accountant = await authority.person({ roles: ['agent'], in: finance })
  const secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
  const dg = await authority.person({ roles: ['agent', 'director_general'] })
  const mayor = await authority.person({ roles: ['mayor', 'councillor'] })
  const councillor = await authority.person({ roles: ['councillor'] })
  const alderman = await authority.person({ roles: ['councillor'] })
  const known = await authority.asSystem(async () => {
    const [council, college] = await organs()
    const [category] = await terms(categories.name)
    if (!council || !college || !category) throw new Error('The authority was not provisioned')
    for (const organ of [council, college]) {
      await seat(organ, mayor.id, 'president')
      await seat(organ, dg.id, 'secretary')
    }
    await seat(council, councillor.id, 'member')
    await seat(college, alderman.id, 'member')
    for (const lastName of ['Falleur', 'Hautval'])
      await seat(council, await absentee(lastName), 'member')
    return { council, college, roads: category.id }
  })
  return {
    authority,
    works,
    finance,
    ...known,
    agent,
    head,
    accountant,
    secretariat,
    dg: await authority.signIn(dg.id),
    mayor: await authority.signIn(mayor.id),
    councillor: await authority.signIn(councillor.id),
    alderman: await authority.signIn(alderman.id),
  }
}

const seat = (organ: Organ, personId: string, part: SeatPart) =>
  addSeat({
    organId: organ.id,
    personId,
    part,
    title: part,
    validFrom: Temporal.PlainDate.from('2018-12-03'),
  })

/** Somebody who sits and never signs in. */
const absentee = (lastName: string) =>
  addPerson({ civility: 'mr', firstName: 'Luc', lastName, roles: [councillor] })

export type Sketch = Partial<WrittenItem>

/** A point as its form or the API takes it. */
export const written = (town: Town, sketch: Sketch = {}) => ({ ...asTyped(town), ...sketch })

/** The same as it is typed in the form: texts alone. */
export const asTyped = (town: Town, sketch: Record<string, string> = {}) => ({
  title: 'Réfection de la rue du Moulin',
  organ_id: town.council.id,
  service_id: town.works,
  category_id: town.roads,
  motivation: 'Vu le rapport',
  decision: 'D’approuver',
  ...sketch,
})

const steps = ['propose', 'endorse', 'validate'] as const

/** A point of the works, led by each in turn as far as `until`. */
export function givenItem(
  town: Town,
  sketch: Sketch = {},
  until: 'created' | 'proposed' | 'endorsed' | 'validated' = 'validated',
): Promise<Item> {
  const doers = { propose: town.agent, endorse: town.head, validate: town.dg }
  const input = WrittenItem.parse(written(town, sketch))
  return town.authority.asSystem(async () => {
    let item = await actAs(town.agent.actor, () => writeItem(input))
    for (const verb of steps) {
      // Past the head of its service it waits for the director general, in the same state.
      if (item.state === until || (until === 'endorsed' && item.level_no === 2)) break
      const last = item
      item = await actAs(doers[verb].actor, () => change(items, itemWorkflow, last, verb))
    }
    return item
  })
}

let days = 0

export interface MeetingSketch {
  organ?: Organ
  /** `2025-06-26`; else a past day of its own. */
  day?: string
  /** `20:00` unless told. */
  time?: string
  items?: readonly Sketch[]
  /** Points that came once it was in session, urgent ones that nobody declared so yet. */
  late?: readonly Sketch[]
  until?: 'created' | 'frozen' | 'decided'
}

/** A meeting of the council with its points; once in session, everybody is there. */
export async function givenMeeting(
  town: Town,
  {
    organ = town.council,
    day,
    time = '20:00',
    items: sketches = [{}],
    late: lates = [],
    until = 'decided',
  }: MeetingSketch = {},
): Promise<{ meeting: Meeting; points: Item[] }> {
  const on = Temporal.PlainDate.from(day ?? '2024-01-01').add({ days: day ? 0 : (days += 1) })
  const validated: Item[] = []
  for (const sketch of sketches)
    validated.push(await givenItem(town, { ...sketch, organ_id: organ.id }))
  const urgent: Item[] = []
  for (const sketch of lates) urgent.push(await givenItem(town, { ...sketch, organ_id: organ.id }))
  return town.authority.as(town.secretariat, async () => {
    const startsAt = on.toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: time })
    const plan = { organId: organ.id, startsAt: startsAt.toInstant(), place: 'Maison communale' }
    let meeting = await planMeeting({ ...plan, held: isPast(on) })
    for (const item of validated) await present(item, meeting)
    if (until !== 'created') meeting = await freeze(meeting)
    if (until === 'decided') {
      meeting = await openSitting(meeting)
      await recordAttendance(meeting, await presences(meeting))
    }
    for (const item of urgent) await present(item, meeting)
    const points: Item[] = []
    for (const { id } of [...validated, ...urgent]) points.push(await read(items, id))
    return { meeting, points }
  })
}

/** A meeting in session with one point. */
export async function givenPoint(
  town: Town,
  sketch: Sketch = {},
  organ = town.council,
): Promise<{ meeting: Meeting; item: Item }> {
  const { meeting, points } = await givenMeeting(town, { organ, items: [sketch] })
  const [item] = points
  if (!item) throw new Error('The meeting has no point')
  return { meeting, item }
}

/** A meeting in session with one point of its agenda, and one that came since: the latter. */
export async function givenLatePoint(
  town: Town,
  sketch: Sketch = {},
  organ = town.council,
): Promise<{ meeting: Meeting; item: Item }> {
  const { meeting, points } = await givenMeeting(town, { organ, late: [sketch] })
  const [, item] = points
  if (!item) throw new Error('Nothing came late')
  return { meeting, item }
}

/** The seats of a meeting, the president's first, the secretary's last. */
export const seatIds = async (town: Town, meeting: { id: string }): Promise<string[]> =>
  (await onMeeting(town, town.secretariat, meeting, attendance)).map(({ id }) => id)

/** A ballot of each member who is there, in the order of their seats: who is given no choice abstains. */
export async function ballotsOf<Choice extends 'yes' | 'no' | 'abstain'>(
  town: Town,
  meeting: { id: string },
  ...choices: Choice[]
): Promise<Record<string, Choice | 'abstain'>> {
  const members = (await onMeeting(town, town.secretariat, meeting, attendance)).filter(
    ({ part, presence }) => part !== 'secretary' && presence === 'present',
  )
  return Object.fromEntries(members.map(({ id }, at) => [id, choices[at] ?? 'abstain']))
}

/** Everybody present but these persons. */
export async function presences(
  meeting: Meeting,
  excused: readonly TestPerson[] = [],
): Promise<Record<string, Presence>> {
  const away = new Set(excused.map(({ id }) => id))
  const seats = await attendance(meeting)
  return Object.fromEntries(
    seats.map(({ id, person_id }) => [id, away.has(person_id) ? 'excused' : 'present']),
  )
}

/** Does something to a meeting on behalf of somebody, as a route does. */
export const onMeeting = <T>(
  town: Town,
  who: TestPerson,
  { id }: { id: string },
  verb: (meeting: Meeting) => T | Promise<T>,
): Promise<T> => town.authority.as(who, async () => verb(await read(meetings, id, { lock: true })))

/** Does something to a point on behalf of somebody, as a route does. */
export const onItem = <T>(
  town: Town,
  who: TestPerson,
  { id }: { id: string },
  verb: (item: Item) => T | Promise<T>,
): Promise<T> => town.authority.as(who, async () => verb(await read(items, id, { lock: true })))

/** A point as it is now. */
export const seen = (town: Town, { id }: { id: string }): Promise<Item> =>
  town.authority.asSystem(() => read(items, id))

/** The problem with which something is refused. */
export async function refusal(deed: Promise<unknown>): Promise<Problem> {
  const outcome = await deed.then(
    () => 'it was done',
    (thrown: unknown) => thrown,
  )
  if (outcome instanceof Problem) return outcome
  throw outcome instanceof Error ? outcome : new Error(String(outcome))
}

/** What a page says in its main part, without its markup. */
export function mainWords({ text }: { text: string }): string {
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(text) ?? []
  const words = main.replace(/<(?:dialog|svg).*?<\/(?:dialog|svg)>/gs, ' ').replace(/<[^>]+>/g, ' ')
  return words
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[^\S\u00A0]+/g, ' ')
}
