import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import {
  type Attempt,
  type Call,
  form,
  optionalLine,
  optionalLines,
  type PageRoutes,
} from '#kernel/http'
import { localPath, redirect } from '#kernel/pages'
import { type Dossier, type Kind, load, readMany } from '#commons/dossiers'
import { change, stateName } from './change.ts'
import type { Workflow } from './definition.ts'
import { askWhyDespite } from './restricted.ts'

/** The steps of a dossier that ask no more than why: its page offers them, one route makes them. */
export interface PlainSteps<Own extends object, V extends string> {
  readonly kind: Kind<Own>
  readonly flow: Workflow<string, V>
  readonly verbs: readonly V[]
  /** What is sent to make one, by form and API alike. */
  readonly schema: ReturnType<typeof schemaOf<V>>
  readonly made: Partial<Record<V, (id: string, comment: string) => Promise<Dossier<Own>>>>
}

const schemaOf = <V extends string>(verbs: readonly V[]) =>
  z.object({ verb: z.enum(verbs), comment: optionalLines(2000) })

/**
 * Names the plain steps of a workflow: unless `verbs` says which, all that a person makes directly.
 * `made` makes some otherwise than by `change`, from the id of the dossier, which it reads, and why.
 */
export function plainSteps<Own extends object, V extends string>(
  kind: Kind<Own>,
  flow: Workflow<string, V>,
  {
    verbs = direct(flow),
    made = {},
  }: Partial<Pick<PlainSteps<Own, NoInfer<V>>, 'verbs' | 'made'>> = {},
): PlainSteps<Own, V> {
  askWhyDespite(flow.kind, verbs)
  return { kind, flow, verbs, schema: schemaOf(verbs), made }
}

function direct<V extends string>(flow: Workflow<string, V>): V[] {
  // Object.keys gives the transitions' own names.
  return (Object.keys(flow.transitions) as V[]).filter(
    (verb) => flow.transitions[verb].who.length > 0,
  )
}

/**
 * Makes the step that a route was sent, on the dossier that it is about. Throws `Invalid` for a verb
 * that is none of these steps.
 */
export async function takeStep<Own extends object, V extends string>(
  c: Call,
  { kind, flow, verbs, made }: PlainSteps<Own, V>,
  { verb, comment }: { verb: V; comment: string },
): Promise<Dossier<Own>> {
  if (!verbs.includes(verb)) throw Invalid.field('verb', 'http.field.choose')
  const make = made[verb]
  if (make) return make(c.req.param('id') ?? '', comment)
  return change(kind, flow, await load(c, kind), verb, { comment })
}

interface StepRoute {
  /** Shows the page of the dossier again, with what is wrong with the answer. */
  again: (c: Call, attempt: Attempt) => Promise<Response>
  /** Where the one goes who may no longer see what he sent on. */
  away: string
}

/** Adds to the pages of a trade the route to which the head of a dossier's page posts its steps. */
export function stepRoute<Own extends object, V extends string>(
  pages: PageRoutes,
  path: string,
  permission: Permission,
  steps: PlainSteps<Own, V>,
  { again, away }: StepRoute,
): void {
  const schema = steps.schema.extend({ back: optionalLine(4000) })
  pages.post(`${path}/steps`, permission, form(schema, again), async (c, { back, ...sent }) => {
    const { id, state, title } = await takeStep(c, steps, sent)
    const { kind } = steps
    if (back)
      return redirect(c, localPath(back), {
        key: 'workflow.stepped_of',
        params: { title, state: stateName(kind.name, state) },
      })
    const [visible] = await readMany(kind, [id])
    return redirect(c, visible ? kind.path(id) : away, {
      key: 'workflow.stepped',
      params: { state: stateName(kind.name, state) },
    })
  })
}
