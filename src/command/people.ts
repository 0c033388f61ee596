import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { writeAtOnce } from '#commons/imports'
import { foreseeInvitations, inviteMany, leftInWords } from '#commons/invitations'
import {
  comeBack,
  dayAfter,
  invite,
  leave,
  listPeople,
  mergePersons,
  peopleLists,
  resumePerson,
  stay,
  suspendPerson,
} from '#commons/people'
import { dayOf, personOf, within } from './within.ts'
import { Usage } from './words.ts'

const option = { type: 'string' } as const

function loginIn(given: string[]) {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, login: option, heir: option, into: option },
      'last-day': option,
    },
  })
  const { login, ...rest } = values
  if (!login) throw new Usage('Say who by --login.')
  return { login, ...rest }
}

/** Says who is there, or how many there are of those whose name, login or address holds some words. */
export function listAll(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { authority: option, on: option },
  })
  return within(values.authority, async () => {
    const on = dayOf(values.on, 'on') ?? undefined
    const { items, next } = await listPeople({ q: positionals.join(' '), on }, { most: 500 })
    const lines = items.map((one) => {
      const holds = one.holds.map(({ what }) => what).join(', ')
      return `${one.last_name} ${one.first_name} <${one.login || '-'}> ${one.state}: ${holds || '-'}`
    })
    return [...lines, ...(next ? ['There are more: narrow them by words.'] : [])].join('\n')
  })
}

/** Does one thing about somebody, and says it. */
const about =
  (verb: (id: string) => Promise<unknown>, says: (login: string) => string) =>
  (given: string[]): Promise<void> => {
    const { authority, login } = loginIn(given)
    return within(authority, async () => {
      await verb(await personOf(login))
      return says(login)
    })
  }

/** Lets nobody in under a login any more, until told; the sessions end at once. */
export const suspend = about(suspendPerson, (login) => `${login} comes in no more.`)
/** Lets somebody in again. */
export const resume = about(resumePerson, (login) => `${login} may come in again.`)
const inviteOne = about(invite, (login) => `An invitation goes to ${login}.`)

/** Writes to somebody, or to all who never were invited or whose invitation is over, how they give themselves a password. */
export function inviteThem(given: string[]): Promise<void> {
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, login: option },
      ...{ never: flag, lapsed: flag, waiting: flag, look: flag },
    },
  })
  const access = (['never', 'lapsed', 'waiting'] as const).filter((one) => values[one])
  const [which, another] = access
  if (!which) return inviteOne(given)
  if (another || values.login)
    throw new Usage('Say one of --login, --never, --lapsed and --waiting.')
  return within(values.authority, async () => {
    const whom = { asked: { access: which } }
    const again = { again: which === 'waiting' }
    const { people, later } = await foreseeInvitations(whom, again)
    const follow = people.filter(({ left }) => left === null)
    if (!values.look && follow.length > 0) await inviteMany(whom, again)
    const lines = people.map(({ name, address, left }) =>
      left ? leftInWords(name, left) : `${name} <${address}>`,
    )
    return [
      ...lines,
      `${follow.length} ${values.look ? 'would be' : 'are'} invited, ${people.length - follow.length} left out.`,
      ...(later > 0 ? [`${later} more wait for the next time.`] : []),
    ].join('\n')
  })
}
/** Somebody who was to leave stays. */
export const letStay = about(stay, (login) => `${login} stays.`)
/** Somebody who left is there again. */
export const letReturn = about(comeBack, (login) => `${login} is there again, and holds nothing.`)

/** Somebody leaves, at once or after their last day. */
export function letLeave(given: string[]): Promise<void> {
  const { authority, login, heir, 'last-day': last } = loginIn(given)
  const gone = dayAfter(dayOf(last, 'last-day'))
  return within(authority, async () => {
    const heirId = heir ? await personOf(heir) : null
    await leave(await personOf(login), { gone, heirId })
    return gone ? `${login} is gone on ${gone}.` : `${login} is gone; today was their last day.`
  })
}

/** Somebody is the same as another, who stays. */
export function mergeOne(given: string[]): Promise<void> {
  const { authority, login, into } = loginIn(given)
  if (!into) throw new Usage('Say who stays by --into.')
  return within(authority, async () => {
    await mergePersons(await personOf(login), await personOf(into))
    return `${login} is ${into} from now on.`
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
    const { written, wrong } = await writeAtOnce(peopleLists, await readFile(path), answers)
    return [...wrong, `${written} people are written.`].join('\n')
  })
}
