import { forSignedIn } from '#kernel/access'
import { formatDateTime, isMessage, t } from '#kernel/i18n'
import { form, optionalLine, PageRoutes } from '#kernel/http'
import { type Found, resultPaths, search } from '#kernel/search'
import { Card, EmptyState, Head, List, type ListItem } from '#kernel/ui'
import { z } from 'zod'
import { page } from './frame.tsx'

const Query = z.object({ q: optionalLine() })

/** Global search, over all trades. */
export const searchPages = new PageRoutes('')

searchPages.get('/search', forSignedIn, form(Query), async (c, { q }) => {
  const found = q ? await search(q) : []
  return page(
    c,
    { title: t('pages.search.title'), search: q },
    <>
      <Head
        title={t('pages.search.title')}
        facts={q && t('pages.search.count', { count: found.length, q })}
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
    </>,
  )
})

function resultItem(result: Found): ListItem {
  const [path] = resultPaths.all()
  const kind = `${result.kind}.name`
  return {
    title: result.title,
    href: path?.(result.kind, result.subject_id),
    why: [isMessage(kind) ? t(kind) : '', result.reference].filter(Boolean).join(' · '),
    due: formatDateTime(result.changed_at, 'short'),
  }
}
