import { parseArgs } from 'node:util'
import { allServices, todayHere } from '#commons/directory'
import { beginService, changeService, closeServiceOn, dayAfter, goOnWith } from '#commons/people'
import { dayOf, within } from './within.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

function serviceIn(given: string[]) {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, name: option, 'part-of': option, successor: option, to: option },
      ...{ 'first-day': option, 'last-day': option },
    },
  })
  const { name, ...rest } = values
  if (!name) throw new Usage('A service has --name.')
  return { name, ...rest }
}

/** The service of a name, or of a name with those of which it is part. */
export async function serviceCalled(name: string) {
  const found = (await allServices()).find((one) => one.name === name || one.label === name)
  if (!found) throw new Refused(`No service is called « ${name} ».`)
  return found
}

/** Says the services, with those of which they are part and their days. */
export function listServices(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { authority: option } })
  return within(values.authority, async () => {
    const lines = (await allServices()).map(({ label, opened_on: from, closed_on: gone }) => {
      const until = gone ? ` until ${gone.subtract({ days: 1 })}` : ''
      return `${label}${from ? ` from ${from}` : ''}${until}`
    })
    return lines.join('\n') || 'There is no service.'
  })
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

/** Calls a service otherwise, or makes it part of another; `--part-of ''` makes it stand by itself. */
export function changeOne(given: string[]): Promise<void> {
  const { authority, name, to, 'part-of': above } = serviceIn(given)
  return within(authority, async () => {
    const service = await serviceCalled(name)
    const parentId = above ? (await serviceCalled(above)).id : null
    await changeService(service, {
      name: to ?? service.name,
      parentId: above === undefined ? service.parent_id : parentId,
    })
    return `The service is called ${to ?? service.name}.`
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

/** A service that closed, or was to, goes on. */
export function reopenOne(given: string[]): Promise<void> {
  const { authority, name } = serviceIn(given)
  return within(authority, async () => {
    await goOnWith(await serviceCalled(name))
    return `The service ${name} goes on.`
  })
}
