import { z } from 'zod'
import { annexShape, itemShape, meetingShape } from '#commons/plone'

/** Answers of `@search` and `@config`, as far as they are asked for; tolerant of further members. */

const found = <T>(items: z.ZodType<T>) =>
  z.object({ items: z.array(items).max(1000), items_total: z.int().min(0).max(1_000_000) })

/** When something was changed there: versions of before 2022 called it otherwise. */
const changed = {
  modified: z.string().max(100).nullish(),
  modification_date: z.string().max(100).nullish(),
}

const Meeting = meetingShape
  .pick({
    ...{ '@id': true, '@type': true, UID: true, title: true, review_state: true },
    ...{ date: true, startDate: true, start_date: true, place: true, place_other: true },
  })
  .extend(changed)
export type MeetingThere = z.output<typeof Meeting>
export const Meetings = found(Meeting)

const choices = z.array(itemShape.shape.category).max(50).nullish()

const Annex = annexShape.pick({ UID: true, title: true, publishable: true }).extend({
  ...changed,
  file: annexShape.shape.file.extend({ download: z.string().max(2000).nullish() }),
})
export type AnnexThere = z.output<typeof Annex>

const Item = itemShape
  .pick({
    ...{ '@id': true, UID: true, title: true, review_state: true, privacy: true },
    ...{ itemNumber: true, formatted_itemNumber: true, itemReference: true, category: true },
  })
  .extend({
    ...changed,
    classifier: itemShape.shape.category,
    groupsInCharge: choices,
    all_groupsInCharge: choices,
    extra_include_annexes: z.array(Annex).max(200).nullish(),
    extra_include_deliberation: z.record(z.string(), z.string().max(4_000_000).nullish()).nullish(),
  })
export type ItemThere = z.output<typeof Item>
export const Items = found(Item)

const element = z.object({
  id: z.string().max(500),
  UID: z.string().max(500),
  title: z.string().max(1000).nullish(),
})
export type ElementThere = z.output<typeof element>
const elements = z.array(element).max(2000).nullish()

/** What an organ there has to choose from. */
export const Lists = z.object({
  id: z.string().max(500),
  title: z.string().max(1000).nullish(),
  extra_include_categories: elements,
  extra_include_classifiers: elements,
  extra_include_groups_in_charge: elements,
})
