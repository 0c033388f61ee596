import { NotFound } from '#kernel/errors'
import type { Call } from '#kernel/http'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { Breadcrumbs, Head, Note } from '#kernel/ui'
import { tenant } from '#kernel/tenancy'
import { published, type Published, type Publisher, withdrawnUnder } from '#commons/publication'
import { goneInAnotherForm, missingInAnotherForm } from './forms.tsx'

interface WayProps {
  /** What lies between the decisions and this page. */
  over?: readonly { label: string; href: string }[]
  last: string
}

/** The way to a page: the authority, its decisions, the organ, the meeting. */
export const Way = ({ over = [], last }: WayProps) => (
  <Breadcrumbs
    trail={[
      { label: tenant().shortName, href: '/' },
      { label: t('publications.decisions'), href: '/decisions' },
      ...over,
      { label: last },
    ]}
  />
)

/** A day in words, of an instant in the time of the authority. */
export const dayOf = (at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timeZone).toPlainDate()

/** A copy; or what everybody is told of one that was withdrawn. Throws `NotFound` where there never was one, for whoever wants a page. */
export async function copyOr<C>(
  c: Call,
  by: Publisher<C>,
  slug: string,
  number?: string,
): Promise<Published<C> | Response> {
  try {
    return await published(by, slug, number === undefined ? number : Number(number))
  } catch (failure) {
    if (!(failure instanceof NotFound)) throw failure
    const told = await withdrawnUnder(by, slug)
    if (!told) {
      const missing = missingInAnotherForm(c)
      if (missing) return missing
      throw failure
    }
    const other = goneInAnotherForm(c, told)
    if (other) return other
    const day = formatDate(dayOf(told.withdrawn_at))
    const title = t('publications.withdrawn')
    return publicPage(
      c,
      { title, status: 410 },
      <>
        <Head title={title} />
        <Note>{t('publications.withdrawn.note', { day, said: told.said })}</Note>
      </>,
    )
  }
}

/** The latest copy under a slug; undefined where there is none that everybody reads. */
export async function publishedOrNone<C>(
  by: Publisher<C>,
  slug: string,
): Promise<Published<C> | undefined> {
  try {
    return await published(by, slug)
  } catch (failure) {
    if (failure instanceof NotFound) return undefined
    throw failure
  }
}

/** Where this is not what holds now: that it is not, and the way to what does. */
export function Superseded({ copy, path }: { copy: Published; path: string }) {
  if (copy.later === undefined) return null
  return (
    <Note tone="warn" title={t('publications.superseded')}>
      <a href={path}>{t('publications.superseded.latest', { number: copy.later })}</a>
    </Note>
  )
}
