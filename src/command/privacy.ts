import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { NotFound } from '#kernel/errors'
import { editionOf } from '#kernel/pages'
import { formatDateTime, t } from '#kernel/i18n'
import { actionInWords } from '#commons/journal'
import {
  activities,
  allRequests,
  decideErasure,
  erasableOf,
  erasureStanding,
  gathered,
  lift,
  readingsOfRequest,
  requestCalled,
  restrict,
} from '#commons/privacy'
import { stateName } from '#commons/workflow'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

interface Given {
  words: string[]
  sure: boolean
  because: string | undefined
}

/** Does something for an authority, as the house, in one transaction. */
function within(given: string[], work: (given: Given) => Promise<string>): Promise<void> {
  const { values, positionals } = parseArgs({
    ...{
      args: given,
      options: { authority: option, because: option, sure: { type: 'boolean' } },
      allowPositionals: true,
    },
  })
  return onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    const said = { words: positionals, because: values.because, sure: values.sure ?? false }
    console.log(`${authority.name}\n${await asHouse(standing, authority, () => work(said))}`)
  })
}

async function requestIn(words: readonly string[]) {
  const [reference] = words
  if (!reference) throw new Usage('Which request? Give its reference.')
  try {
    return await requestCalled(reference)
  } catch (failure) {
    if (failure instanceof NotFound) throw new Refused(`No request is called « ${reference} ».`)
    throw failure
  }
}

/** Says the register of processing activities. */
export const tellRegister = (given: string[]): Promise<void> =>
  within(given, async () =>
    activities()
      .map((one) =>
        [one.title, one.purpose, one.basis, one.persons, one.data, one.recipients, one.kept]
          .map((line, at) => line.replaceAll(/^/gm, at === 0 ? '  ' : '    '))
          .join('\n'),
      )
      .join('\n'),
  )

/** Says which requests of persons there are. */
export const listRequests = (given: string[]): Promise<void> =>
  within(given, async () => {
    const all = await allRequests()
    const lines = all.map(
      ({ reference, title, state, due_on }) =>
        `  ${reference.padEnd(16)} ${stateName('privacy.request', state)}, ${due_on ?? '—'}  ${title}`,
    )
    return lines.join('\n') || `  ${t('privacy.request.none')}`
  })

/** Writes what is held of whom a request is into a file. */
export const gatherData = (given: string[]): Promise<void> =>
  within(given, async ({ words }) => {
    const [, file] = words
    if (!file) throw new Usage('Give the reference of a request, and a file.')
    const bytes = await gathered(await requestIn(words))
    await writeFile(file, bytes, { mode: 0o600, flag: 'wx' })
    return `  ${file}: ${bytes.length} bytes`
  })

/** Says who saw the data of whom a request is. */
export const tellReadings = (given: string[]): Promise<void> =>
  within(given, async ({ words }) => {
    const { rows } = await readingsOfRequest(await requestIn(words))
    const lines = rows.map(
      ({ at, who, action, subject }) =>
        `  ${formatDateTime(at, 'short')}  ${who}  ${actionInWords(action)}  ${subject}`,
    )
    return lines.join('\n') || `  ${t('privacy.readings_none')}`
  })

/** Restricts what is held of whom a request is. */
export const restrictData = (given: string[]): Promise<void> =>
  within(given, async ({ words }) => {
    await restrict(await requestIn(words))
    return `  ${t('privacy.restricted_now')}`
  })

/** Lifts that again, for a reason that the person was told. */
export const liftRestriction = (given: string[]): Promise<void> =>
  within(given, async ({ words, because }) => {
    if (!because?.trim()) throw new Usage('Say why by --because; the person is told before.')
    await lift(await requestIn(words), because.trim())
    return `  ${t('privacy.lifted')}`
  })

/** Says what of whom a request is could be erased; with --sure it is proposed, and a person confirms. */
export const eraseData = (given: string[]): Promise<void> =>
  within(given, async ({ words, sure }) => {
    const request = await requestIn(words)
    const found = await erasableOf(request)
    const lines = found.map(
      ({ title, what, goes, kept }) => `  ${title} (${what}): ${kept ?? goes}`,
    )
    if (sure) {
      const count = await decideErasure(request, editionOf(erasureStanding(found)))
      lines.push(`  ${t('privacy.erase.decided', { count })}`)
    }
    return lines.join('\n') || `  ${t('privacy.erase.nothing')}`
  })
