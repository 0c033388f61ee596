import { forSignedIn } from '#kernel/access'
import { formatDateTime, knownMessage, t } from '#kernel/i18n'
import { form, optionalLine, PageRoutes } from '#kernel/http'
import { type Found, resultPaths, search } from '#kernel/search'
import { Card, EmptyState, Head, List, type ListItem, Pagination } from '#kernel/ui'
import { z } from 'zod'
import { page } from './frame.tsx'

const Query = z.object({ q: optionalLine(), all: optionalLine(2) })

/** How many results are shown at first, and how many search ranks at most. */
const [few, most] = [20, 200]

/** Global search, over all trades. */
export const searchPages = new PageRoutes('')

searchPages.get('/search', forSignedIn, form(Query), async (c, { q, all }) => {
  const shown = all ? most : few
  const ranked = q ? await search(q, Math.min(shown + 1, most)) : []
  const found = ranked.slice(0, shown)
  // Search ranks no more than so many: that there are no others is not known then.
  const more = ranked.length > shown || ranked.length === most
  return page(
    c,
    { title: t('pages.search.title'), search: q },
    <>
      <Head
        title={t('pages.search.title')}
        facts={
          q && t(more ? 'pages.search.more' : 'pages.search.count', { count: found.length, q })
        }
      />
      {found.length === 0 ? (
        <EmptyState
          icon="search"
          sentence={t(q ? 'pages.search.nothing' : 'pages.search.ask', { q })}
        />
      ) : (
        <Card flush>
          <List items={found.map(resultItem)} label={t('pages.search.title')} />
        </Card>
      )}
      {more && (
        <Pagination
          next={all ? undefined : `/search?${new URLSearchParams({ q, all: '1' })}`}
          summary={all ? t('pages.search.narrow') : undefined}
        />
      )}
    </>,
  )
})

function resultItem(result: Found): ListItem {
  const [path] = resultPaths.all()
  const kind = knownMessage(`${result.kind}.name`)
  return {
    title: result.title,
    href: path?.(result.kind, result.subject_id),
    why: [kind ? t(kind) : '', result.reference].filter(Boolean).join(' · '),
    due: formatDateTime(result.changed_at, 'short'),
  }
}
