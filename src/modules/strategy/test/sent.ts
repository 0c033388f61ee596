import type { TestPerson } from '#test/harness'
import type { Answered } from '#kernel/testing'
import { formsOn } from '../../deliberations/test/forms.ts'
import type { GivenPlan } from './given-plan.ts'
import type { Town } from './town.ts'

export type Fields = Record<string, string | string[]>

/** What a person sends to rewrite an element, from a form fetched just before. */
export async function edit(
  { visitor }: TestPerson,
  path: string,
  fields: Fields,
): Promise<Answered> {
  const page = await visitor.get(`${path}/edit`)
  const shown = formsOn(page).find(({ action }) => action === path)
  if (!shown) throw new Error(`${path} has no form for them: ${page.status}`)
  return visitor.post(path, { version: shown.fields['version'] ?? '', ...fields })
}

/** What a person sends to add an element below another. */
export const addBelow = (
  town: Town,
  given: GivenPlan,
  { visitor }: TestPerson,
  under: string,
  level: string,
  fields: Fields = {},
): Promise<Answered> =>
  visitor.post(`${given.path(under)}/children`, {
    level,
    managers: [town.works],
    title: 'Planter une haie',
    due_on: '2020-01-31',
    ...fields,
  })

/** The form of a new element. */
export const newForm = (
  given: GivenPlan,
  { visitor }: TestPerson,
  under: string,
  level: string,
): Promise<Answered> => visitor.get(`${given.path(under)}/new?level=${level}`)

/** The boxes of a name that a page shows ticked. */
export const ticked = ({ text }: { text: string }, name: string): (string | undefined)[] =>
  [...text.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
    .map(([box]) => box)
    .filter((box) => box.includes(`name="${name}"`) && /\schecked/.test(box))
    .map((box) => /value="([^"]*)"/.exec(box)?.[1])

/** What a form says of a field that must be filled in. */
export const required = 'Cette réponse est nécessaire.'
