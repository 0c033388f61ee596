import { z } from 'zod'
import { permission } from '#kernel/access'
import type { Call } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { ensureFresh, load, Version } from '#commons/dossiers'
import { takeStep } from '#commons/workflow'
import { type Element, actions, elements } from '../element.ts'
import { WrittenElement } from '../element-fields.tsx'
import {
  mirror,
  movePlace,
  orderChildren,
  placesOf,
  shareOut,
  standingPlaces,
  unplace,
} from '../placement.ts'
import { AtParent, LevelOf, MovedPlace, Moving, Shares, Step } from '../schema.ts'
import { stepsOf } from '../step.ts'
import { eraseElement } from '../structure.ts'
import { editElement, writeBelow } from '../writing.ts'
import { answerOf, Whole } from './answers.ts'
import { api } from './routes.ts'

const reads = permission('strategy.read')
const edits = permission('strategy.element.edit')

const read = { summary: 'An element, with what is computed of it', answer: Whole }
api.on('get', '/elements/:id', reads, read, async (c) => {
  const one = await load(c, actions)
  tellEdition(c, standingPlaces(await placesOf(one.id)))
  return answerOf(one)
})

/**
 * Adds a route that changes an element, and answers as what it made or left it; without a body to whoever gave away
 * their own sight of it.
 */
export function verb<S extends z.ZodType>(
  [method, path, summary]: readonly ['post' | 'put', string, string],
  body: S,
  act: (one: Element, sent: z.output<S>, c: Call) => Promise<Element | null | void>,
  allowed = edits,
): void {
  const status: 200 | 201 = path === '/children' ? 201 : 200
  const route = { summary, status, body: body as z.ZodType<z.output<S>>, answer: Whole }
  api.on(method, `/elements/:id${path}`, allowed, route, async (c, sent) => {
    const one = await load(c, actions)
    const { id } = (await act(one, sent, c)) ?? one
    const [left] = await elements([id])
    return left ? answerOf(left) : c.body(null, 204)
  })
}

/** Adds a route that takes away what its address names. */
export function removal(
  [path, summary]: readonly [string, string],
  remove: (one: Element, named: string) => Promise<unknown>,
): void {
  api.on('delete', `/elements/:id${path}`, edits, { summary }, async (c) => {
    const named = path.slice(path.indexOf(':') + 1)
    await remove(await load(c, actions), c.req.param(named) ?? '')
  })
}

verb(
  ['post', '/children', 'Write an element below this one'],
  WrittenElement.extend(LevelOf.shape),
  (one, { level, ...written }) => writeBelow(one, level, written),
)
verb(
  ['put', '', 'Rewrite an element, from the version that was read'],
  WrittenElement.extend(Version.shape),
  async (one, { version, ...written }) => {
    await ensureFresh(one, version)
    return editElement(one, written)
  },
)
removal(['', 'Erase an element that was written by mistake'], eraseElement)
verb(
  ['post', '/steps', 'Send an element on or back'],
  Step,
  async (one, step, c) => void (await takeStep(c, stepsOf(one), step)),
  permission('strategy.element.step'),
)
verb(
  ['post', '/order', 'Put one that stands below it at a position, from 1'],
  Moving.omit({ told: true }),
  (one, { id, position }) => orderChildren(one.id, id, position),
)

verb(
  [
    'put',
    '/places',
    'Share its budget out over its places, in per cent by parent; `If-Match` with the ETag of the element refuses where it was shared otherwise meanwhile',
  ],
  z.object({ weights: Shares }),
  async (one, { weights }, c) => {
    ensureMatch(c, standingPlaces(await placesOf(one.id)))
    await shareOut(one, weights)
  },
)
verb(['post', '/mirrors', 'Show it in another place too'], AtParent, (one, { parent }) =>
  mirror(one, parent),
)
verb(
  ['post', '/places/move', 'Move it below another, from where it stands'],
  MovedPlace,
  (one, { parent, from }) => movePlace(one, parent, from),
)
removal(['/places/:parent', 'Take it out of one of its places'], unplace)
