import { z } from 'zod'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { insertionMethods, type InsertionMethod, type Organ, setInsertion } from '#commons/organs'
import { insert, keepsDecided, placed, problemsOf } from '#commons/ordering'
import { optionalChoice, rowsOf, yesNo } from '#commons/records'
import {
  agendaEntries,
  agendaOf,
  knownTo,
  dayOf,
  isOver,
  type Meeting,
  reorderAgenda,
  sittingRule,
} from '#modules/deliberations'

/** The methods of an organ as its form asks for them, in their sequence (méthodes d’insertion). */
export const methodsField = rowsOf(
  insertionMethods.length,
  {
    by: optionalChoice(insertionMethods, (one) => t(`orders.by.${one}`), { label: 'orders.by' }),
    reversed: yesNo({ label: 'orders.reversed' }),
  },
  { label: 'orders.methods', help: 'orders.methods_help' },
)

export const Sequence = z.array(
  z.object({ by: z.enum(insertionMethods), reversed: z.boolean().default(false) }),
)

/** A method of a sequence; privacy and votes come in the order of their lists. */
function methodOf({ by, reversed }: z.output<typeof Sequence>[number]): InsertionMethod {
  if (by === 'at_the_end') return { by }
  const turned = reversed && { reversed }
  if (by === 'on_privacy') return { by, order: ['public', 'secret'], ...turned }
  if (by === 'on_poll_type') return { by, order: ['freehand', 'secret', 'no_vote'], ...turned }
  return { by, ...turned }
}

/** What a form or a program gave, as methods. Throws `Invalid` where they cannot be together (A18). */
export function methodsOf(
  given: readonly { by?: unknown; reversed?: unknown }[],
): InsertionMethod[] {
  const named = given.filter(({ by }) => by !== null && by !== '' && by !== undefined)
  const read = Sequence.safeParse(named)
  if (!read.success) throw Invalid.field('methods', 'http.field.choose')
  const methods = read.data.map(methodOf)
  const [problem] = problemsOf(methods)
  if (!problem) return methods
  switch (problem.problem) {
    case 'same_method_twice':
      throw Invalid.field('methods', 'orders.twice', { method: t(`orders.by.${problem.by}`) })
    case 'at_the_end_is_alone':
      throw Invalid.field('methods', 'orders.at_the_end_is_alone')
    case 'no_method':
      throw Invalid.field('methods', 'orders.no_method')
  }
}

/** How the methods of an organ stand in its form. */
export const rowsIn = (methods: readonly InsertionMethod[]) =>
  methods.map((one) => ({ by: one.by, reversed: 'reversed' in one && one.reversed === true }))

/** Orders the agendas of an organ so from now on; those that stand keep their order. */
export async function setOrder(body: Organ, methods: readonly InsertionMethod[]): Promise<void> {
  await setInsertion(body, methods)
}

/** A point of an agenda, with the number that it would have. */
export interface Previewed {
  id: string
  title: string
  now: string
  next: string
}

/** An agenda as methods would order it. */
interface Preview {
  /** Those of its points that the one who looks may read. */
  lines: Previewed[]
  /** How many would move, of all that it has. */
  moved: number
  all: number
  /** What is decided keeps its number. */
  keeps: boolean
}

/** A real agenda as these methods would order it, from its first point to its last; nothing is written. */
export async function previewOf(
  meeting: Meeting,
  body: Organ,
  methods: readonly InsertionMethod[],
): Promise<Preview> {
  // A meeting is read by more people than each of its points: a closed session has titles, too.
  const read = new Set((await agendaOf(meeting.id)).map(({ id }) => id))
  const entries = await knownTo(methods, await agendaEntries(meeting.id))
  const places = insert([], entries, methods, await sittingRule(body.kind, dayOf(meeting)))
  const now = new Map(
    placed(entries).map(({ id, number }, at) => [
      id,
      { title: entries[at]?.title ?? '', now: number },
    ]),
  )
  const lines = places.flatMap(({ id, number }) => {
    const one = now.get(id)
    return one ? [{ id, ...one, next: number }] : []
  })
  return {
    lines: lines.filter(({ id }) => read.has(id)),
    moved: lines.filter((one) => one.now !== one.next).length,
    all: lines.length,
    keeps: keepsDecided(entries, places),
  }
}

/** Orders a whole agenda anew by the methods of its organ, but what is decided. */
export async function reorder(meeting: Meeting, body: Organ): Promise<void> {
  ensure(!isOver(meeting), Conflict, 'deliberations.meeting.closed_already')
  await reorderAgenda(meeting, body.insertion)
}
