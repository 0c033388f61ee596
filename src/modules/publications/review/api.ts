import { z } from 'zod'
import { permission } from '#kernel/access'
import type { ApiRoutes } from '#kernel/http'
import type { OpenMeeting, Origin } from '../origin.ts'
import { confirm, judge, type Reviewed, reviewedIn, reviewedPoint } from './judgement.ts'
import { Confirming, Judging, kinds, verdicts } from './schema.ts'

const reviews = permission('publications.review')

const PointAnswer = z.object({
  id: z.uuid(),
  number: z.string(),
  stays: z.string().nullable().describe('Why it stays in the house; null: it leaves.'),
  too_long: z.boolean().describe('Nothing was looked for: there is too much of it.'),
  found: z.array(
    z.object({
      words: z.string(),
      kind: z.enum(kinds),
      count: z.int().describe('How often they stand in what leaves.'),
      verdict: z.enum(verdicts).nullable().describe('null: nobody judged them.'),
      by: z.string().nullable(),
      at: z.iso.datetime().nullable(),
    }),
  ),
  edition: z.string().describe('Of the words and of what was judged of them.'),
  confirmed: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
})

const told = ({ item, leaving, review }: Reviewed): z.input<typeof PointAnswer> => ({
  ...{ id: item.id, number: item.number ?? '' },
  stays: 'stays' in leaving ? leaving.stays : null,
  too_long: review.tooLong,
  found: review.found.map((one) => ({ ...one, at: one.at?.toString() ?? null })),
  edition: review.edition,
  confirmed: review.confirmed && {
    by: review.confirmed.by,
    at: review.confirmed.at.toString(),
  },
})

const toldOf = async (meeting: OpenMeeting, itemId: string) =>
  told(reviewedPoint((await reviewedIn(meeting)).points, itemId))

/** What is judged of the words of a meeting, in JSON. */
export function addReviewApi(api: ApiRoutes, { load }: Origin): void {
  api.on(
    'get',
    '/meetings/:id/publication/review',
    reviews,
    {
      summary: 'What says who somebody is in what leaves of a meeting, and what was judged of it',
      answer: z.object({ points: z.array(PointAnswer) }),
    },
    async (c) => ({ points: (await reviewedIn(await load(c))).points.map(told) }),
  )
  api.on(
    'post',
    '/meetings/:id/publication/review/:item',
    reviews,
    {
      summary: 'Mask words of a point wherever they stand in it, or keep them',
      body: Judging,
      answer: PointAnswer,
    },
    async (c, judging) => {
      const meeting = await load(c)
      const itemId = c.req.param('item') ?? ''
      await judge(meeting, itemId, judging)
      return toldOf(meeting, itemId)
    },
  )
  api.on(
    'post',
    '/meetings/:id/publication/review/:item/confirmation',
    reviews,
    {
      summary: 'Confirm what was judged of the words of a point, as somebody who judged none of it',
      body: Confirming,
      answer: PointAnswer,
    },
    async (c, { edition }) => {
      const meeting = await load(c)
      const itemId = c.req.param('item') ?? ''
      await confirm(meeting, itemId, edition)
      return toldOf(meeting, itemId)
    },
  )
}
