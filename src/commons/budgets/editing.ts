import { z } from 'zod'
import type { Permission } from '#kernel/access'
import {
  type Attempt,
  amountWithin,
  type Call,
  cents,
  form,
  id,
  optionalLine,
  type PageRoutes,
  year,
} from '#kernel/http'
import { redirect } from '#kernel/pages'
import { type Dossier, type Kind, load } from '#commons/dossiers'
import { addLine, removeLine } from './line.ts'

/** Cents: so many lines of ten thousand million euros still add up exactly. */
const most = 1e12

/** As a form asks it, in euros. */
export const TypedLine = z.object({
  source_id: id(),
  year: year(),
  cents: cents(-most, most),
  comment: optionalLine(500),
})

/** As the API takes it, in cents as its answers tell them. */
export const NewBudgetLine = TypedLine.extend({ cents: amountWithin(-most, most) })

interface BudgetRoutes<Own extends object> {
  kind: Kind<Own>
  permission: Permission
  /** The vocabulary of its sources. */
  sources: string
  /** Throws where the one who acts may not change the budget of this dossier. */
  allow: (dossier: Dossier<Own>) => Promise<void>
  /** Shows the page of the dossier again, with what is wrong with the answer. */
  again: (c: Call, attempt: Attempt) => Promise<Response>
}

/**
 * Adds to the pages of a trade the routes that `BudgetCard` posts to, below the page of its dossiers
 * (`/items/:id`). All lead back to the dossier.
 */
export function budgetRoutes<Own extends object>(
  pages: PageRoutes,
  path: string,
  { kind, permission, sources, allow, again }: BudgetRoutes<Own>,
): void {
  pages.post(`${path}/budget`, permission, form(TypedLine, again), async (c, line) => {
    const dossier = await load(c, kind)
    await allow(dossier)
    await addLine(dossier, sources, line)
    return redirect(c, kind.path(dossier.id), { key: 'budgets.added' })
  })
  pages.post(`${path}/budget/:line/removal`, permission, async (c) => {
    const dossier = await load(c, kind)
    await allow(dossier)
    await removeLine(dossier, c.req.param('line') ?? '')
    return redirect(c, kind.path(dossier.id), { key: 'budgets.removed' })
  })
}
