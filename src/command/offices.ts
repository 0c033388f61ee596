import { parseArgs } from 'node:util'
import { namesOf, officesOf, officesOn, todayHere } from '#commons/directory'
import { dayAfter, end, give, holdingInWords, periodInWords, serviceLabels } from '#commons/people'
import { serviceCalled } from './services.ts'
import { dayOf, personOf, within } from './within.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

function officeIn(given: string[]) {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, login: option, role: option, service: option, as: option },
      ...{ mandate: option, 'acting-for': option, 'handed-on-by': option },
      ...{ 'first-day': option, 'last-day': option },
    },
  })
  const { login, role, service, mandate } = values
  if (!login) throw new Usage('Say who by --login.')
  if ([role, service, mandate].filter((one) => one !== undefined).length !== 1)
    throw new Usage('Say what: --role, --service or --mandate.')
  const { as = 'editor' } = values
  const what = (['editor', 'head', 'observer'] as const).find((one) => one === as)
  if (!what) throw new Usage('--as is editor, head or observer.')
  return { ...values, login, function: what }
}

/** Gives somebody a role, a function in a service or a mandate, for the days that are said. */
export function giveOffice(given: string[]): Promise<void> {
  const said = officeIn(given)
  const { authority, login, role, service, mandate = '' } = said
  const { 'acting-for': acting, 'handed-on-by': handed } = said
  const period = {
    valid_from: dayOf(said['first-day'], 'first-day'),
    valid_to: dayAfter(dayOf(said['last-day'], 'last-day')),
  }
  return within(authority, async () => {
    const behind = acting ?? handed
    const of = {
      ...{ personId: await personOf(login), ...period },
      held: acting ? ('acting' as const) : handed ? ('delegated' as const) : ('own' as const),
      forId: behind ? await personOf(behind) : null,
    }
    if (service) {
      const { id: serviceId } = await serviceCalled(service)
      await give({ ...of, kind: 'function', what: said.function, serviceId })
      return `${login} is ${said.function} of ${service}.`
    }
    await give({
      ...of,
      ...(role ? { kind: 'role', what: role } : { kind: 'mandate', what: mandate }),
    })
    return role ? `${login} has the role ${role}.` : `${login} has the mandate ${mandate}.`
  })
}

/** Ends what somebody holds, at once or after its last day. */
export function endOffice(given: string[]): Promise<void> {
  const { authority, login, role, service, mandate, 'last-day': last } = officeIn(given)
  const without = dayAfter(dayOf(last, 'last-day')) ?? todayHere()
  return within(authority, async () => {
    const id = await personOf(login)
    const serviceId = service ? (await serviceCalled(service)).id : null
    const found = (await officesOf([id])).findLast(
      ({ kind, what, service_id, valid_to }) =>
        (!valid_to || Temporal.PlainDate.compare(valid_to, todayHere()) > 0) &&
        (service ? kind === 'function' && service_id === serviceId : what === (role ?? mandate)),
    )
    if (!found) throw new Refused(`${login} does not hold ${role ?? mandate ?? service}.`)
    await end(id, found, without)
    return `${login} holds ${role ?? mandate ?? service} no more from ${without} on.`
  })
}

/** Says who holds what on a day, today unless told. */
export function listOffices(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { authority: option, on: option } })
  return within(values.authority, async () => {
    const offices = await officesOn(dayOf(values.on, 'on') ?? todayHere())
    const labels = await serviceLabels()
    const names = await namesOf(offices.map(({ person_id }) => person_id))
    const lines = offices.map(
      (one) =>
        `${names.get(one.person_id) ?? ''}: ${holdingInWords(one, labels)}, ${periodInWords(one)}`,
    )
    return lines.join('\n') || 'Nobody holds anything.'
  })
}
