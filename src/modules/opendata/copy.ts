import { NotFound } from '#kernel/errors'
import { published, withdrawnUnder } from '#commons/publication'
import type { PublicCopy } from '#modules/decisions'
import { meetingCopies, pointCopies } from '#modules/publications'
import { goneAnswer } from './forms.tsx'

const publishers = { point: pointCopies, meeting: meetingCopies } as const

/** A copy that is public. Throws `NotFound` where there is none. */
export async function shownIn(
  of: PublicCopy['of'],
  slug: string,
  number?: number,
): Promise<PublicCopy> {
  return of === 'point'
    ? { of, copy: await published(pointCopies, slug, number) }
    : { of, copy: await published(meetingCopies, slug, number) }
}

/** The answer; or, where there is none any more, what everybody is told of what was withdrawn. */
export async function goneOr(
  of: PublicCopy['of'],
  slug: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (failure) {
    const told =
      failure instanceof NotFound ? await withdrawnUnder(publishers[of], slug) : undefined
    if (!told) throw failure
    return goneAnswer(told)
  }
}
