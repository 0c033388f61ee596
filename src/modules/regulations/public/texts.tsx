import { formatDate } from '#kernel/i18n'
import { Marked } from '#kernel/pages'
import { whole } from '#kernel/search'
import { DayList } from '#kernel/ui'
import { postingCopies } from '../copies.ts'
import type { FoundText } from './find.ts'
import { aboutText } from './words.ts'

/** Texts by their day, with what was found in them where words were sought. */
export function Texts({ of, stems = [] }: { of: readonly FoundText[]; stems?: readonly string[] }) {
  return (
    <DayList
      days={of.map((one) => ({
        title: <Marked text={one.title} stems={[...stems]} />,
        href: postingCopies.path(one.slug),
        about: (
          <>
            {aboutText(one)}
            {stems.length > 0 && one.passage && (
              <span class="result-passage">
                <Marked text={whole(one.passage)} stems={[...stems]} />
              </span>
            )}
          </>
        ),
        when: { text: formatDate(one.published_on), datetime: one.published_on },
      }))}
    />
  )
}
