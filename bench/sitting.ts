import { z } from 'zod'
import { addAnnexes } from '#commons/annexes'
import { addPerson, addService, agent, councillor, services } from '#commons/directory'
import { addSeat, type Organ, organs } from '#commons/organs'
import { terms } from '#commons/vocabularies'
import { enforceMany } from '#commons/workflow'
import {
  categories,
  type Item,
  items,
  itemWorkflow,
  planMeeting,
  presentMany,
  secretariat,
  WrittenItem,
  writeItem,
} from '#modules/deliberations'
import { call, newAuthorities, several, type Standing, type Who } from './acts.ts'
import { type Load, load } from './load.ts'
import { inAuthority, meetingOf, pointsOf, signedIn } from './scene.ts'

/** What is measured of a sitting besides its agenda and its minutes. */
export interface SittingFigures {
  /** The agenda of 250 points is frozen, and all of them get their references. */
  references: Load
  /** 50 points are frozen, of which 25 go to another organ with 5 annexes each. */
  sending: Load
  /** The page of how 40 members were at each of 25 points, one connection. */
  grid: Load
  /** Certified extracts of 25 points are issued, one of each. */
  extracts: Load
}

const Made = z.object({ id: z.uuid() })

const evening = (on: Temporal.PlainDate) =>
  on.toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: '20:00' }).toInstant()

/** Freezing, sending and grid in a new authority, references and extracts in the one of this slug. */
export async function sittingFigures(
  standing: Standing,
  port: number,
  slug: string,
): Promise<SittingFigures> {
  const who = await signedIn(standing.database, slug, 'secretariat')
  const [town = ''] = (await newAuthorities(standing, 1)).slugs
  await peopled(standing, town, 40)
  return {
    references: await referencesGiven(standing, port, who, slug),
    extracts: await extractsIssued(standing, port, who, slug),
    sending: await frozenWithSendings(standing, port, town),
    grid: await gridShown(standing, port, town),
  }
}

const step = (port: number, who: Who, meeting: string, verb: string): Promise<unknown> =>
  call(port, who, 'POST', `/deliberations/meetings/${meeting}/steps`, { verb })

async function referencesGiven({ database }: Standing, port: number, who: Who, slug: string) {
  const meeting = await meetingOf(database, slug, 250)
  return several(
    async () => void (await step(port, who, meeting, 'freeze')),
    4,
    async () => void (await step(port, who, meeting, 'unfreeze')),
  )
}

async function extractsIssued({ database }: Standing, port: number, who: Who, slug: string) {
  const meeting = await meetingOf(database, slug, 100)
  const accepted = await pointsOf(database, slug, meeting, 'accepted')
  const asked = { items: accepted.slice(0, 25), recipient: 'SPW' }
  return several(
    async () =>
      void (await call(port, who, 'POST', `/deliberations/meetings/${meeting}/extracts`, asked)),
    4,
  )
}

/** A service, a secretariat, and a council of so many who vote. */
export function peopled({ database }: Standing, slug: string, members: number): Promise<void> {
  return inAuthority(database, slug, async () => {
    await addService('Travaux')
    const named = { civility: 'mrs', firstName: 'Alix' } as const
    const account = { login: 'secretariat', password: crypto.randomUUID() }
    await addPerson({ ...named, lastName: 'Belaval', roles: [agent, secretariat], account })
    const { council } = await organsHere()
    for (let at = 1; at <= members; at += 1) {
      const member = { ...named, lastName: `Membre ${at}`, roles: [councillor] }
      const personId = await addPerson({ ...member, account: { ...account, login: `m${at}` } })
      const part = at === 1 ? 'president' : 'member'
      const validFrom = Temporal.PlainDate.from('2018-12-03')
      await addSeat({ organId: council.id, personId, part, title: 'Conseillère', validFrom })
    }
  })
}

async function organsHere(): Promise<{ council: Organ; college: Organ }> {
  const [council, college] = await organs()
  if (!council || !college) throw new Error('The authority was not provisioned')
  return { council, college }
}

/** Points of an organ that wait for a meeting. */
async function pointsFor(organ: Organ, count: number): Promise<Item[]> {
  const [[service], [category]] = [await services(), await terms(categories.name)]
  const said = { organ_id: organ.id, service_id: service?.id, category_id: category?.id }
  const texts = { motivation: '<p>Vu le rapport ;</p>', decision: '<p>D’approuver.</p>' }
  const written: Item[] = []
  for (let at = 1; at <= count; at += 1)
    written.push(await writeItem(WrittenItem.parse({ title: `Point ${at}`, ...said, ...texts })))
  const waiting = written.map((dossier) => ({ dossier }))
  const proposed = await enforceMany(items, itemWorkflow, 'propose', waiting)
  const steps = proposed.map((dossier) => ({ dossier }))
  return enforceMany(items, itemWorkflow, 'validate', steps)
}

/** Each time anew: a point goes once. */
async function frozenWithSendings({ database }: Standing, port: number, slug: string) {
  const who = await signedIn(database, slug, 'secretariat')
  const within = <T>(work: () => Promise<T>) => inAuthority(database, slug, work)
  const { college } = await within(organsHere)
  const { items: ways } = Ways.parse(await call(port, who, 'GET', '/sendings/destinations'))
  const way = ways.find(({ from_id }) => from_id === college.id)
  if (!way) throw new Error('An authority has no way from its college')
  const { id: destination_id, version } = way
  const path = `/sendings/destinations/${destination_id}`
  await call(port, who, 'PUT', path, { version, sent_when: 'frozen' })
  let meeting = ''
  return several(
    async () => void (await step(port, who, meeting, 'freeze')),
    3,
    async (at) => {
      const going = await within(async () => {
        const points = await pointsFor(college, 50)
        const startsAt = evening(Temporal.Now.plainDateISO().add({ days: 10 + at }))
        const planned = await planMeeting({ organId: college.id, startsAt, place: 'Salle' })
        await presentMany(points, planned, enforceMany)
        meeting = planned.id
        const half = points.filter((_, place) => place % 2 === 0)
        await addAnnexes(half.flatMap((dossier) => fiveFor(dossier)))
        return half
      })
      for (const { id } of going)
        await call(port, who, 'POST', `/sendings/of/${id}`, { destination_id })
    },
  )
}
const Ways = z.object({
  items: z.array(z.object({ id: z.uuid(), from_id: z.uuid(), version: z.int() })),
})

const fiveFor = (dossier: Item) =>
  Array.from({ length: 5 }, (_, at) => ({
    dossier,
    name: `annexe-${at}.txt`,
    bytes: Buffer.from(`${dossier.id} ${at}`),
  }))

async function gridShown(standing: Standing, port: number, slug: string) {
  const { who, meeting } = await councilSits(standing, port, slug, 25)
  const asks = [{ ...who, path: `/deliberations/meetings/${meeting}/grid` }]
  await load(port, asks, { seconds: 1, connections: 1 })
  return load(port, asks, { seconds: 3, connections: 1 })
}

/** A council that sits on so many points, all of it there. */
export async function councilSits(
  { database }: Standing,
  port: number,
  slug: string,
  points: number,
) {
  const who = await signedIn(database, slug, 'secretariat')
  const [meeting, first] = await inAuthority(database, slug, async () => {
    const { council } = await organsHere()
    const startsAt = evening(Temporal.Now.plainDateISO().subtract({ days: 1 }))
    const plan = { organId: council.id, startsAt, place: 'Salle', held: true }
    const planned = await planMeeting(plan)
    const [presented] = await presentMany(await pointsFor(council, points), planned, enforceMany)
    return [planned.id, presented?.id] as const
  })
  for (const verb of ['freeze', 'decide']) await step(port, who, meeting, verb)
  const attendance = `/deliberations/meetings/${meeting}/attendance`
  const { items: seats } = Listed.parse(await call(port, who, 'GET', attendance))
  const present = Object.fromEntries(seats.map(({ id }) => [id, 'present']))
  await call(port, who, 'PUT', attendance, present)
  return { who, meeting, item: first ?? '' }
}
const Listed = z.object({ items: z.array(Made) })
