import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import {
  type Attempt,
  type Call,
  day,
  decimal,
  form,
  gathered,
  line,
  optionalDecimal,
  optionalLine,
  type PageRoutes,
} from '#kernel/http'
import { redirect } from '#kernel/pages'
import { type Dossier, type Kind, load } from '#commons/dossiers'
import { addIndicator, noteMeasure, removeIndicator } from './indicator.ts'

/** `targets`: the value to come to by year, typed as `targets.<year>`. */
export const NewIndicator = z.preprocess(
  (given: Record<string, unknown>) => ({ targets: gathered('targets')(given), ...given }),
  z.object({
    label: line(200),
    unit: optionalLine(40),
    source: optionalLine(200),
    direction: z.enum(['up', 'down']).default('up'),
    baseline: optionalDecimal(),
    targets: z.record(z.string().regex(/^\d{4}$/), optionalDecimal()),
  }),
)

export const NewMeasure = z.object({
  measured_on: day({ since: 1990, ahead: 1 }),
  value: decimal(),
  note: optionalLine(500),
})

interface IndicatorRoutes<Own extends object> {
  kind: Kind<Own>
  permission: Permission
  mayEdit: (dossier: Dossier<Own>) => Promise<boolean>
  /** Shows the page of the dossier again, with what is wrong with the answer. */
  again: (c: Call, attempt: Attempt) => Promise<Response>
}

/**
 * Adds to the pages of a trade the routes that `IndicatorCard` posts to, below the page of its
 * dossiers (`/items/:id`). All lead back to the dossier.
 */
export function indicatorRoutes<Own extends object>(
  pages: PageRoutes,
  path: string,
  { kind, permission, mayEdit, again }: IndicatorRoutes<Own>,
): void {
  const editable = async (c: Call) => {
    const dossier = await load(c, kind)
    ensure(await mayEdit(dossier), Forbidden, 'indicators.not_editable')
    return dossier
  }
  pages.post(`${path}/indicators`, permission, form(NewIndicator, again), async (c, fresh) => {
    const dossier = await editable(c)
    await addIndicator(dossier, fresh)
    return redirect(c, kind.path(dossier.id), { key: 'indicators.added' })
  })
  pages.post(
    `${path}/indicators/:indicator/measures`,
    permission,
    form(NewMeasure, again),
    async (c, measure) => {
      const dossier = await editable(c)
      await noteMeasure(dossier, c.req.param('indicator') ?? '', measure)
      return redirect(c, kind.path(dossier.id), { key: 'indicators.measure.noted' })
    },
  )
  pages.post(`${path}/indicators/:indicator/removal`, permission, async (c) => {
    const dossier = await editable(c)
    await removeIndicator(dossier, c.req.param('indicator') ?? '')
    return redirect(c, kind.path(dossier.id), { key: 'indicators.removed' })
  })
}
