import type { Child } from 'hono/jsx'
import type { Call } from '#kernel/http'
import { slot } from '#kernel/module'
import type { Published } from '#commons/publication'
import type { PublicMeeting, PublicPoint } from '#modules/copies'

/** A copy of a point or of an agenda. */
export type PublicCopy =
  | { of: 'point'; copy: Published<PublicPoint> }
  | { of: 'meeting'; copy: Published<PublicMeeting> }

/** What is read at the address of a public page besides the page: what programs ask for, and paper. */
export interface OtherForms {
  /** The same in the form that is asked for; undefined where that is the page. */
  answer: (c: Call, what: PublicCopy) => Promise<Response | undefined>
  /** What is told in its place of what was withdrawn, in the form that is asked for. */
  gone: (c: Call, told: { withdrawn_at: Temporal.Instant; said: string }) => Response | undefined
  /** What is told where there is nothing, in the form that is asked for. */
  missing: (c: Call) => Response | undefined
  /** What programs find in the page itself. */
  within: (c: Call, what: PublicCopy) => Child
}

export const otherForms = slot<OtherForms>('otherForms')

/** The first of the other forms in which a copy is asked for; undefined where the page is. */
export async function inAnotherForm(c: Call, what: PublicCopy): Promise<Response | undefined> {
  for (const one of otherForms.all()) {
    const answer = await one.answer(c, what)
    if (answer) return answer
  }
  return undefined
}

/** The same of what was withdrawn. */
export const goneInAnotherForm = (
  c: Call,
  told: { withdrawn_at: Temporal.Instant; said: string },
): Response | undefined => otherForms.all().flatMap((one) => one.gone(c, told) ?? [])[0]

/** The same where there never was anything. */
export const missingInAnotherForm = (c: Call): Response | undefined =>
  otherForms.all().flatMap((one) => one.missing(c) ?? [])[0]

/** What the other forms put into the page of a copy: nothing that is shown. */
export const Within = ({ c, ...what }: { c: Call } & PublicCopy) => (
  <>{otherForms.all().map((one) => one.within(c, what))}</>
)
