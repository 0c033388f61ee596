import { inItsLanguage } from '#kernel/tenancy'
import { publicationsOfMany, tellOtherwise } from '#commons/publication'
import { reasonOf } from '../agenda-copy.ts'
import { pointCopies, type Weighed } from '../compose.ts'
import { slugOfPoint } from '../slugs.ts'
import type { ReviewRule } from './reviewing.ts'

/** Has everybody read in the place of points that are kept back why, as it was judged since. */
export async function tellReasons(points: readonly Weighed[], rule: ReviewRule): Promise<void> {
  const kept = points.filter(({ leaving }) => 'stays' in leaving && leaving.stays === 'withheld')
  const copies = await publicationsOfMany(kept.map(({ item }) => item.id))
  for (const { item, choice, review } of kept) {
    const slug = slugOfPoint(copies.get(item.id) ?? [])
    const said = inItsLanguage(() => reasonOf(choice.withheld, review, rule))
    if (slug !== undefined) await tellOtherwise(pointCopies, slug, said)
  }
}
