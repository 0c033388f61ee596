import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import { type ApiRoutes, id, optionalLines } from '#kernel/http'
import { type Kind, readMany } from '#commons/dossiers'
import type { Workflow } from '#commons/workflow'
import {
  type Act,
  type Acting,
  type Effects,
  effectsOn,
  ensureMay,
  isOffered,
  type Offered,
  offeredOf,
  taken,
  told,
  type Wanted,
} from './act.ts'
import { asked, type Fields } from './fields.ts'
import type { ListedRecord } from './list.ts'

/** How many dossiers are acted on at once. */
export const mostActed = 200

/** The steps of a kind of dossiers that are taken for many at once. */
export interface Acts {
  /** Of all of them, what each asks besides. */
  readonly asks: Fields
  /** Those that someone who reads these rows might take for one of them. */
  readonly offered: (rows: readonly ListedRecord[]) => Offered[]
  /** The step of this name. Throws `Forbidden` where it is none for the one who acts. */
  readonly named: (verb: string) => Offered
  /** What a step would do, row by row; nothing is written. */
  readonly foresee: (wanted: Wanted) => Promise<Effects>
  /** Takes it for those that can follow: each is locked, and its guards are asked again. */
  readonly take: (wanted: Wanted) => Promise<Effects>
}

/** Declares the steps that a list offers for many dossiers at once, the one that leads on last. */
export function actsOf<Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  acts: readonly Acting<Own, V>['act'][],
): Acts {
  const all = acts.map((act): Acting<Own, V> => ({ kind, flow, act }))
  function named(verb: string): Acting<Own, V> {
    const found = all.find(({ act }) => act.verb === verb)
    if (!found) throw Invalid.field('verb', 'http.field.choose')
    ensureMay(found.act)
    return found
  }
  const idsOf = ({ picked }: Wanted) => picked.slice(0, mostActed).map(({ id }) => id)

  return {
    asks: Object.assign({}, ...acts.map(({ asks = {} }) => asks)) as Fields, // Each is of fields.
    offered: (rows) => all.filter((one) => isOffered(one, rows)).map(offeredOf),
    named: (verb) => offeredOf(named(verb)),

    async foresee(wanted) {
      const acting = named(wanted.verb)
      const { asks = {}, proposes, onto } = acting.act
      const dossiers = await readMany(kind, idsOf(wanted))
      const isTold = Object.keys(asks).some((name) => wanted.answers[name])
      const proposed = isTold ? wanted.answers : ((await proposes?.(dossiers)) ?? {})
      const { data: answers = null } = asked(asks).safeParse(proposed)
      const there = answers ? await onto?.(answers, { lock: false }) : undefined
      const { effects, unseen } = await effectsOn(acting, { ...wanted, dossiers, onto: there })
      return { effects, unseen, answers }
    },

    async take(wanted) {
      const acting = named(wanted.verb)
      const answers = told(acting, wanted.answers)
      // What the step leads to is locked before the dossiers, as every verb of the house does.
      const onto = await acting.act.onto?.(answers, { lock: true })
      const dossiers = await readMany(kind, idsOf(wanted), { lock: true })
      const { effects, unseen, follow } = await effectsOn(acting, { ...wanted, dossiers, onto })
      if (follow.length > 0) await taken(acting, follow, onto, wanted.comment)
      return { effects, unseen, answers }
    },
  }
}

const Dossiers = z
  .array(z.object({ id: id(), version: z.int().optional() }))
  .min(1)
  .max(mostActed)
const Line = z.object({ id: z.uuid(), title: z.string(), reference: z.string() })
const Answer = z.object({
  done: z.array(Line),
  left: z.array(Line.extend({ why: z.string() })),
  unseen: z.int().describe('How many of these ids are none that I see.'),
})

/** Adds to an API the route of the steps that are taken for many at once, each a step by itself. */
export function actsApi(
  api: ApiRoutes,
  at: string,
  permission: Permission,
  acts: Acts,
  { what }: { what: string },
): void {
  const answers = Object.entries(acts.asks).map(([name, { schema }]) => [name, schema.optional()])
  const body = z.object({
    verb: z.string(),
    dossiers: Dossiers,
    comment: optionalLines(2000),
    answers: z.object(Object.fromEntries(answers)).default({}),
    effect_only: z.boolean().default(false).describe('Nothing is written: only what would be.'),
  })
  api.on(
    'post',
    at,
    permission,
    {
      summary: `Take a step for many ${what}s at once, or tell what it would do`,
      body,
      answer: Answer,
    },
    async (_c, { dossiers: picked, effect_only, ...rest }) => {
      const wanted = { ...rest, picked }
      const { effects, unseen } = await (effect_only ? acts.foresee(wanted) : acts.take(wanted))
      return {
        done: effects.filter(({ left }) => left === null),
        left: effects.flatMap(({ left, ...one }) => (left === null ? [] : { ...one, why: left })),
        unseen,
      }
    },
  )
}

export type { Act }
