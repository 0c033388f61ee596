import { forSignedIn } from '#kernel/access'
import { form, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { type Finding, meant } from '#kernel/search'
import {
  Card,
  EmptyState,
  filterAddress,
  type FilterPart,
  Filters,
  Head,
  List,
  Note,
  Pagination,
} from '#kernel/ui'
import { page } from './frame.tsx'
import { AskedOfSearch, findAsked, wrongIn } from './search-asked.ts'
import { placesToLook, resultItem } from './search-result.tsx'

/** Global search, over all trades. */
export const searchPages = new PageRoutes('')

const path = '/search'

searchPages.get(path, forSignedIn, form(AskedOfSearch), async (c, sent) => {
  const wrong = wrongIn(sent)
  const asked = { ...sent, sort: wrong['sort'] ? '' : sent.sort }
  const { q, after } = asked
  const asTyped = await findAsked(asked)
  const query = narrowing(asked)
  const nearer = q && !after && asTyped.total === 0 ? await meant(q) : null
  const finding = nearer ? await findAsked({ ...asked, q: nearer }) : asTyped
  const instead = finding.total > 0 ? nearer : null
  return page(
    c,
    { title: t('pages.search.title'), search: q },
    <>
      <Head title={t('pages.search.title')} facts={q && countOf(finding, instead ?? q)} />
      {Object.values(wrong).map((sentences) => (
        <Note tone="warn">{sentences}</Note>
      ))}
      <Filters
        action={path}
        apply={t('pages.search.again')}
        reset={asked.in || asked.since || asked.until ? filterAddress(path, { q }) : undefined}
        sentence={sentenceOf(asked)}
      />
      {finding.found.length === 0 ? (
        <EmptyState
          icon="search"
          sentence={t(q ? 'pages.search.nothing' : 'pages.search.ask', { q })}
        />
      ) : (
        <Card flush>
          {instead && (
            <Note>
              {t('pages.search.instead', { q })}{' '}
              <a href={filterAddress(path, { ...query, q: instead })}>{instead}</a>
            </Note>
          )}
          <List
            items={finding.found.map((one) => resultItem(one, finding.stems))}
            label={t('pages.search.title')}
          />
        </Card>
      )}
      <Pagination
        first={after ? filterAddress(path, query) : undefined}
        next={
          finding.next
            ? filterAddress(path, { ...query, q: instead ?? q, after: finding.next })
            : undefined
        }
        summary={isCut(asked, finding) ? t('pages.search.narrow') : undefined}
      />
    </>,
  )
})

const narrowing = ({ q, in: place, since, until, sort }: AskedOfSearch) => ({
  ...{ q, in: place, sort },
  since: since?.toString() ?? '',
  until: until?.toString() ?? '',
})

/** Search counts all that matches, but ranks the latest of it only: its last page says so. */
const isCut = ({ sort }: AskedOfSearch, { found: shown, next, exact, total }: Finding) =>
  shown.length > 0 && !next && sort !== 'date' && (!exact || total > mostRanked)

const mostRanked = 1000

const countOf = ({ total, exact }: Finding, q: string) =>
  t(exact ? 'pages.search.count' : 'pages.search.more', { count: total, q })

function sentenceOf(asked: AskedOfSearch): FilterPart[] {
  const { q, since, until, sort } = asked
  const options = (choices: readonly (readonly [string, string])[]) =>
    choices.map(([value, label]) => ({ value, label }))
  const day = (name: 'since' | 'until', value: Temporal.PlainDate | null) =>
    ({
      kind: 'date',
      name,
      label: t(`pages.search.${name}.label`),
      value: value?.toString(),
    }) satisfies FilterPart
  return [
    t('pages.search.for'),
    { kind: 'text', name: 'q', label: t('pages.search.words'), value: q },
    t('pages.search.in'),
    {
      kind: 'select',
      ...{ name: 'in', label: t('pages.search.place'), value: asked.in },
      options: options([['', t('pages.search.everywhere')], ...placesToLook()]),
    },
    t('pages.search.since'),
    day('since', since),
    t('pages.search.until'),
    day('until', until),
    t('pages.search.sorted'),
    {
      kind: 'select',
      ...{ name: 'sort', label: t('pages.search.order'), value: sort },
      options: options([
        ['', t('pages.search.best')],
        ['date', t('pages.search.latest')],
      ]),
    },
  ]
}
