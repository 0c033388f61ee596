import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { todayHere } from '#commons/directory'
import { writeAtOnce } from '#commons/imports'
import {
  beginOrgan,
  changeOrgan,
  closeOrgan,
  endSeat,
  lockedOrgan,
  nameOf,
  type Organ,
  organs,
  reopenOrgan,
  replaceSeat,
  resumeSeat,
  seatLists,
  seatPerson,
  seatsOf,
  sitsOn,
} from '#commons/organs'
import { dayAfter } from '#commons/people'
import { dayOf, personOf, within } from './within.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

/** The organ of an acronym or a name. */
export async function organOf(text: string | undefined): Promise<Organ> {
  if (!text) throw new Usage('Say which by --organ.')
  const all = await organs()
  const found = all.find((one) =>
    [one.acronym, one.name].some((called) => called.toLowerCase() === text.toLowerCase()),
  )
  if (found) return found
  throw new Refused(`No organ is ${text}, but ${all.map(({ acronym }) => acronym).join(', ')}.`)
}

function organIn(given: string[]) {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, organ: option, name: option, acronym: option, kind: option },
      ...{ 'speaks-as': option, seats: option, 'last-day': option },
      mistaken: { type: 'boolean' },
    },
  })
  const { seats } = values
  if (seats !== undefined && !/^\d{1,3}$/.test(seats)) throw new Usage('--seats is a number.')
  return values
}

/** Says the organs, with who presides and how many sit. */
export function listOrgans(given: string[]): Promise<void> {
  const { authority } = organIn(given)
  return within(authority, async () => {
    const today = todayHere()
    const lines = []
    for (const one of await organs()) {
      const sitting = (await seatsOf(one.id)).filter((seat) => sitsOn(seat, today))
      const president = sitting.find(({ part }) => part === 'president')
      const ends = one.closed_on ? `, until ${one.closed_on.subtract({ days: 1 })}` : ''
      const presides = president ? nameOf(president) : 'nobody'
      lines.push(
        `${one.acronym} ${one.name} (${one.kind}): ${presides} presides, ${sitting.length} sit${ends}`,
      )
    }
    return lines.join('\n') || 'There is no organ.'
  })
}

/** Adds an organ of a kind that the law gives to the authority. */
export function addOne(given: string[]): Promise<void> {
  const { authority, name, acronym, kind, seats, 'speaks-as': speaks = '' } = organIn(given)
  if (!name || !acronym || !kind) throw new Usage('An organ has --kind, --name and --acronym.')
  return within(authority, async () => {
    const said = { name, acronym, speaks_as: speaks, seats: seats ? Number(seats) : null }
    await beginOrgan({ ...said, kind })
    return `The organ ${name} is added.`
  })
}

/** Calls an organ otherwise, or gives it another number of seats; what is not said stays. */
export function changeOne(given: string[]): Promise<void> {
  const { authority, organ, name, acronym, seats, mistaken, 'speaks-as': speaks } = organIn(given)
  return within(authority, async () => {
    const body = await lockedOrgan((await organOf(organ)).id)
    await changeOrgan(body, {
      mistaken: mistaken === true,
      ...{ name: name ?? body.name, acronym: acronym ?? body.acronym },
      // Another name is spoken otherwise, unless that is said.
      speaks_as: speaks ?? (name ? '' : body.speaks_as),
      seats: seats === undefined ? body.seats : Number(seats),
    })
    return `${organ} is called ${name ?? body.name}.`
  })
}

/** Ends an organ, today or on a later day. */
export function closeOne(given: string[]): Promise<void> {
  const { authority, organ, 'last-day': last } = organIn(given)
  const gone = dayAfter(dayOf(last, 'last-day')) ?? todayHere().add({ days: 1 })
  return within(authority, async () => {
    await closeOrgan((await organOf(organ)).id, gone)
    return `${organ} ends; it is there until ${gone.subtract({ days: 1 })}.`
  })
}

/** Lets an organ go on that ended, or was to. */
export function reopenOne(given: string[]): Promise<void> {
  const { authority, organ } = organIn(given)
  return within(authority, async () => {
    await reopenOrgan((await organOf(organ)).id)
    return `${organ} goes on; its seats are to be given anew.`
  })
}

function seatIn(given: string[]) {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, organ: option, person: option, by: option, part: option },
      ...{ title: option, group: option, 'first-day': option, 'last-day': option },
    },
  })
  return values
}

const part = (text: string | undefined) => {
  const known = (['president', 'member', 'secretary'] as const).find((one) => one === text)
  if (text !== undefined && !known) throw new Usage('--part is president, member or secretary.')
  return known ?? 'member'
}

/** Says who sits in an organ on each of its days. */
export function listSeats(given: string[]): Promise<void> {
  const { authority, organ } = seatIn(given)
  return within(authority, async () => {
    const seats = await seatsOf((await organOf(organ)).id)
    const lines = seats.map((one) => {
      const until = one.valid_to ? ` until ${one.valid_to.subtract({ days: 1 })}` : ''
      return `${one.part} ${nameOf(one)}, ${one.title || '-'}, from ${one.valid_from}${until}`
    })
    return lines.join('\n') || 'Nobody ever sat there.'
  })
}

/** Seats somebody in an organ, for the days that are said. */
export function addSeatOf(given: string[]): Promise<void> {
  const { authority, organ, person, title = '', group = '', ...sent } = seatIn(given)
  const from = dayOf(sent['first-day'], 'first-day')
  if (!person || !from) throw new Usage('A seat has --organ, --person and --first-day.')
  return within(authority, async () => {
    await seatPerson(await organOf(organ), {
      ...{ personId: await personOf(person), part: part(sent.part), title, group },
      ...{ validFrom: from, validTo: dayAfter(dayOf(sent['last-day'], 'last-day')) },
    })
    return `${person} sits.`
  })
}

/** The seat that somebody has in an organ now, or will have. */
async function seatOf(body: Organ, person: string | undefined) {
  if (!person) throw new Usage('Say whose by --person.')
  const id = await personOf(person)
  const today = todayHere()
  const found = (await seatsOf(body.id)).findLast(
    ({ person_id, valid_to }) =>
      person_id === id && (!valid_to || Temporal.PlainDate.compare(valid_to, today) > 0),
  )
  if (!found) throw new Refused(`${person} has no seat in ${body.name}.`)
  return found
}

/** Ends the seat of somebody, today or after its last day. */
export function endSeatOf(given: string[]): Promise<void> {
  const { authority, organ, person, 'last-day': last } = seatIn(given)
  const gone = dayAfter(dayOf(last, 'last-day')) ?? todayHere().add({ days: 1 })
  return within(authority, async () => {
    const body = await organOf(organ)
    await endSeat(body, await seatOf(body, person), gone)
    return `The seat of ${person} is ended.`
  })
}

/** A seat that was ended goes on: the last one that somebody had in an organ. */
export function resumeSeatOf(given: string[]): Promise<void> {
  const { authority, organ, person } = seatIn(given)
  if (!person) throw new Usage('Say whose by --person.')
  return within(authority, async () => {
    const body = await organOf(organ)
    const id = await personOf(person)
    const found = (await seatsOf(body.id)).findLast(({ person_id }) => person_id === id)
    if (!found) throw new Refused(`${person} never had a seat in ${body.name}.`)
    await resumeSeat(body, found)
    return `${person} sits on.`
  })
}

/** Somebody takes the seat of another from a day on. */
export function replaceSeatOf(given: string[]): Promise<void> {
  const { authority, organ, person, by, title = '', group = '', ...sent } = seatIn(given)
  const from = dayOf(sent['first-day'], 'first-day')
  if (!by || !from) throw new Usage('A replacement has --organ, --person, --by and --first-day.')
  return within(authority, async () => {
    const body = await organOf(organ)
    const personId = await personOf(by)
    await replaceSeat(body, await seatOf(body, person), { personId, title, group, from })
    return `${by} replaces ${person}.`
  })
}

/** Reads a list of seats in; says each row that is wrong, and writes nothing then unless these are left out. */
export function importSeats(given: string[]): Promise<void> {
  const flag = { type: 'boolean' } as const
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { authority: option, 'leave-out': flag, same: flag },
  })
  const [path] = positionals
  if (!path) throw new Usage('Say which file.')
  return within(values.authority, async () => {
    const { written, wrong } = await writeAtOnce(seatLists, await readFile(path), {
      ...{ leave_out: values['leave-out'] === true, same: values.same === true },
      ...{ others: [], all_others: false },
    })
    return [...wrong, `${written} ${written === 1 ? 'seat is' : 'seats are'} written.`].join('\n')
  })
}
