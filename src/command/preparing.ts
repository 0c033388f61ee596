import { parseArgs } from 'node:util'
import { lockedOrgan } from '#commons/organs'
import { beingPrepared, releaseAll } from '#modules/preparation'
import {
  freeStuck,
  levelsOf,
  schemeOf,
  setScheme,
  shiftsOf,
  validators,
  waitingAt,
} from '#modules/validation'
import { organOf } from './organs.ts'
import { personOf, within } from './within.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const
const flag = { type: 'boolean' } as const

function given(args: string[]) {
  return parseArgs({
    args,
    options: {
      ...{ authority: option, organ: option, login: option },
      ...{ level: { type: 'string', multiple: true, default: [] as string[] } },
      ...{ shortcuts: flag, look: flag, saw: flag },
    },
  }).values
}

/** Says by which levels the points of an organ are validated, who validates there and how many wait. */
export function listLevels(args: string[]): Promise<void> {
  const { authority, organ } = given(args)
  return within(authority, async () => {
    const body = await organOf(organ)
    const { levels, shortcuts } = await schemeOf(body.id)
    const waiting = await waitingAt(body)
    const lines = levels.map(({ id, title, by }, at) => {
      const { count, stuck } = waiting.get(id) ?? { count: 0, stuck: 0 }
      const lost = stuck > 0 ? `, of which ${stuck} where nobody validates any more` : ''
      return `${at + 1}. ${title} (${by}): ${count} wait${lost}`
    })
    if (lines.length === 0) return 'Points are validated as they are written.'
    return [...lines, ...(shortcuts ? ['Later levels need not wait for those before.'] : [])].join(
      '\n',
    )
  })
}

/** Gives an organ other levels: those of a name that it has keep their points. `--look` only says what becomes of points. */
export function setLevels(args: string[]): Promise<void> {
  const { authority, organ, level, shortcuts = false, look, saw = false } = given(args)
  return within(authority, async () => {
    const body = await lockedOrgan((await organOf(organ)).id)
    const before = await schemeOf(body.id)
    const known = validators().map(([by]) => by)
    const wanted = level.map((said) => {
      const [, title = '', by = ''] = /^(.+)=([^=]+)$/.exec(said) ?? []
      if (!known.includes(by))
        throw new Usage(`--level is TITLE=WHO, and WHO one of ${known.join(', ')}.`)
      const id = before.levels.find((one) => one.title === title.trim())?.id ?? ''
      return { id, title: title.trim(), by }
    })
    const scheme = { levels: levelsOf(wanted), shortcuts }
    const moved = (await shiftsOf(body, scheme)).map(
      ({ from, to, count }) => `${count} points go from ${from} to ${to || 'validated'}`,
    )
    if (look) return moved.join('\n') || 'No point goes elsewhere.'
    if (moved.length > 0 && !saw)
      throw new Refused(`${moved.join('\n')}\nSay --saw to let them go there.`)
    await setScheme(body, scheme, true)
    return [`${body.acronym} has ${scheme.levels.length} levels.`, ...moved].join('\n')
  })
}

/** Sends on what waits where nobody validates any more. */
export function freeLevels(args: string[]): Promise<void> {
  const { authority, organ } = given(args)
  return within(authority, async () => {
    const freed = await freeStuck(await lockedOrgan((await organOf(organ)).id))
    return `${freed} points were sent on.`
  })
}

/** Says who has which point in hand, and what was said of its urgency and completeness. */
export function listPrepared(args: string[]): Promise<void> {
  const { authority, organ } = given(args)
  return within(authority, async () => {
    const all = await beingPrepared(organ ? (await organOf(organ)).id : null)
    const lines = all.map(
      ({ organ: body, title, level, state, takenBy, emergency, completeness }) =>
        [
          `${body} ${title} (${level || state})`,
          takenBy && `in hand of ${takenBy}`,
          emergency && `urgency ${emergency}`,
          completeness && `completeness ${completeness}`,
        ]
          .filter(Boolean)
          .join(', '),
    )
    return lines.join('\n') || 'Nobody has a point in hand, and nothing was said of any.'
  })
}

/** Gives back all points that somebody has in hand, who is away. */
export function releasePoints(args: string[]): Promise<void> {
  const { authority, login } = given(args)
  if (!login) throw new Usage('Say whose by --login.')
  return within(authority, async () => {
    const count = await releaseAll(await personOf(login))
    return `${count} points are in nobody’s hand any more.`
  })
}
