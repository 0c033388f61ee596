import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { allServices, todayHere } from '#commons/directory'
import {
  beginService,
  closeServiceOn,
  dayAfter,
  give,
  importPeople,
  leave,
  meant,
  resumePerson,
  suspendPerson,
} from '#commons/people'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

/** Does something for an authority, as the house, in one transaction. */
const within = (slug: string | undefined, work: () => Promise<string>): Promise<void> =>
  onHouse(async (standing) => {
    const authority = await authorityOf(standing, slug)
    console.log(await asHouse(standing, authority, work))
  })

/** The person of a login, a name or an address. */
async function personOf(login: string): Promise<string> {
  const id = await meant(login, 'login')
  if (!id) throw new Refused(`Nobody is meant by « ${login} ».`)
  return id
}

function dayOf(text: string | undefined, name: string): Temporal.PlainDate | null {
  if (text === undefined) return null
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new Usage(`--${name} is a day: 2026-06-25.`)
  return Temporal.PlainDate.from(text)
}

function loginIn(given: string[]) {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, login: option, role: option, heir: option },
      ...{ 'first-day': option, 'last-day': option },
    },
  })
  const { login, ...rest } = values
  if (!login) throw new Usage('Say who by --login.')
  return { login, ...rest }
}

/** Lets nobody in under a login any more, until told; the sessions end at once. */
export function suspend(given: string[]): Promise<void> {
  const { authority, login } = loginIn(given)
  return within(authority, async () => {
    await suspendPerson(await personOf(login))
    return `${login} comes in no more.`
  })
}

/** Lets somebody in again. */
export function resume(given: string[]): Promise<void> {
  const { authority, login } = loginIn(given)
  return within(authority, async () => {
    await resumePerson(await personOf(login))
    return `${login} may come in again.`
  })
}

/** Somebody leaves, at once or after their last day. */
export function letLeave(given: string[]): Promise<void> {
  const { authority, login, heir, 'last-day': last } = loginIn(given)
  const gone = dayAfter(dayOf(last, 'last-day')) ?? todayHere()
  return within(authority, async () => {
    const heirId = heir ? await personOf(heir) : null
    await leave(await personOf(login), { gone, heirId })
    return `${login} is gone on ${gone}.`
  })
}

/** Gives somebody a role, for the days that are said. */
export function giveRole(given: string[]): Promise<void> {
  const { authority, login, role, 'first-day': first, 'last-day': last } = loginIn(given)
  if (!role) throw new Usage('Say which by --role.')
  const period = {
    valid_from: dayOf(first, 'first-day'),
    valid_to: dayAfter(dayOf(last, 'last-day')),
  }
  return within(authority, async () => {
    await give({ kind: 'role', personId: await personOf(login), what: role, ...period })
    return `${login} has the role ${role}.`
  })
}

/** Reads a list of people in; says each row that is wrong, and writes nothing then unless these are left out. */
export function importList(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      authority: option,
      'leave-out': { type: 'boolean' },
      same: { type: 'boolean' },
      others: { type: 'boolean' },
    },
  })
  const [path] = positionals
  if (!path) throw new Usage('Say which file.')
  return within(values.authority, async () => {
    const answers = {
      ...{ leave_out: values['leave-out'] === true, same: values.same === true },
      ...{ others: [], all_others: values.others === true },
    }
    const { written, wrong } = await importPeople(await readFile(path), answers)
    return [...wrong, `${written} people are written.`].join('\n')
  })
}

function serviceIn(given: string[]) {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, name: option, 'part-of': option, successor: option },
      ...{ 'first-day': option, 'last-day': option },
    },
  })
  const { name, ...rest } = values
  if (!name) throw new Usage('A service has --name.')
  return { name, ...rest }
}

async function serviceCalled(name: string) {
  const found = (await allServices()).find((one) => one.name === name || one.label === name)
  if (!found) throw new Refused(`No service is called « ${name} ».`)
  return found
}

/** Adds a service, as part of another at will. */
export function addOne(given: string[]): Promise<void> {
  const { authority, name, 'part-of': above, 'first-day': first } = serviceIn(given)
  const firstDay = dayOf(first, 'first-day')
  return within(authority, async () => {
    const parentId = above ? (await serviceCalled(above)).id : null
    await beginService({ name, parentId, firstDay })
    return `The service ${name} is added.`
  })
}

/** Closes a service, at once or after its last day. */
export function closeOne(given: string[]): Promise<void> {
  const { authority, name, successor, 'last-day': last } = serviceIn(given)
  const gone = dayAfter(dayOf(last, 'last-day')) ?? todayHere()
  return within(authority, async () => {
    const successorId = successor ? (await serviceCalled(successor)).id : null
    await closeServiceOn(await serviceCalled(name), { gone, successorId })
    return `The service ${name} is closed on ${gone}.`
  })
}
