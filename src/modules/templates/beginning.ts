import { ensure, Conflict } from '#kernel/errors'
import { copyAnnexes } from '#commons/annexes'
import { askOnMany, type Asked } from '#commons/advices'
import { type Item, items, writeItem, type WrittenItem } from '#modules/deliberations'
import type { Template } from './template.ts'

/** What is said of a point that begins from a template. */
export interface Begun {
  title: string
  organ_id: string
  service_id: string
}

/** What a point of a template says. */
export function wordsOf(template: Template, said: Begun): WrittenItem {
  const { category_id, amount, privacy, purpose, poll_type, matter } = template
  const { classifier_id, to_discuss, associated, committees, motivation, decision } = template
  return {
    ...said,
    ...{ category_id, amount, privacy, purpose, poll_type, matter },
    ...{ classifier_id, to_discuss, associated, committees, motivation, decision },
  }
}

/**
 * Begins a point from a template (point écrit d’après un modèle), with its annexes, and asks for the advices that it names; gives
 * those too that could not be asked. What is done to the template afterwards does not reach the point.
 */
export async function begin(
  template: Template,
  said: Begun,
): Promise<{ item: Item; advices: Asked[] }> {
  ensure(template.state === 'used', Conflict, 'templates.is_ended')
  const item = await writeItem(wordsOf(template, said), { title: template.title })
  return { item, advices: await furnish([{ template, item }]) }
}

/** Gives points what their templates carry besides their words. */
export async function furnish(
  begun: readonly { template: Template; item: Pick<Item, 'id'> }[],
): Promise<Asked[]> {
  await copyAnnexes(begun.map(({ template, item }) => ({ from: template.id, to: item })))
  const asked = begun.flatMap(({ template, item }) =>
    template.advices.map((type_id) => ({ id: item.id, type_id })),
  )
  return askOnMany(items.name, asked)
}
