import { db } from '#kernel/db'
import { wordsOf } from '#commons/records'
import { elementFields, type SaidColumns } from './element-fields.tsx'
import { type FieldSettings, hides } from './fields.ts'
import type { Level } from './level.ts'
import { partOfField, type PersonField } from './party-fields.ts'
import { hiddenColumns } from './hidden.ts'

const personFields = Object.keys(partOfField) as PersonField[] // The names of these fields.

/** What of the words of an element of a level its plan hides, to know whether settings change any. */
export const hiddenWords = (settings: FieldSettings, level: Level): string =>
  [
    ...hiddenColumns(settings, level).filter((name) => 'words' in elementFields[name]),
    ...personFields.filter((field) => hides(settings, level, field)),
  ].join()

type Sought = Partial<SaidColumns> & { id: string; plan_id: string; level: Level }

/** The words by which elements are found: what they say, and who answers for them, as far as their plan shows it. */
export async function foundBy(elements: readonly Sought[]): Promise<(element: Sought) => string> {
  const said = await wordsOf(elementFields)(elements)
  const parties = Map.groupBy(
    await partiesOf(elements.map(({ id }) => id)),
    ({ element_id }) => element_id,
  )
  return (element) =>
    [
      said(element),
      ...(parties.get(element.id) ?? []).flatMap(({ part, fields, first, last }) => {
        const field = personFields.find((name) => partOfField[name] === part)
        return field && !hides(fields, element.level, field) ? `${first} ${last}`.trim() : []
      }),
    ].join('\n')
}

/** Persons who answer for elements, with what the plan of each shows. */
async function partiesOf(ids: readonly string[]) {
  if (ids.length === 0) return []
  return db()
    .selectFrom('strategy.responsibility as r')
    .innerJoin('strategy.element as e', (join) =>
      join.onRef('e.tenant_id', '=', 'r.tenant_id').onRef('e.id', '=', 'r.element_id'),
    )
    .innerJoin('strategy.plan as l', (join) =>
      join.onRef('l.tenant_id', '=', 'e.tenant_id').onRef('l.id', '=', 'e.plan_id'),
    )
    .leftJoin('commons.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select(['r.element_id', 'r.part', 'l.fields'])
    .select((e) => [
      e.fn.coalesce('p.first_name', 'r.first_name').as('first'),
      e.fn.coalesce('p.last_name', 'r.last_name').as('last'),
    ])
    .where('r.element_id', 'in', [...ids])
    .orderBy('r.id')
    .execute()
}
