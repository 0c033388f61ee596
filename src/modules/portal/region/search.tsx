import { form, languageInAddress } from '#kernel/http'
import { t, timeZone } from '#kernel/i18n'
import { regionPage, regionPath } from '#kernel/pages'
import {
  EmptyState,
  choiceOf,
  filterAddress,
  Filters,
  Head,
  PublicSearch,
  Stack,
  wordOf,
} from '#kernel/ui'
import { FoundList } from '#modules/decisions'
import {
  findPoints,
  knownAuthorities,
  knownMeetings,
  pointCopies,
  Search,
} from '#modules/publications'
import { atAuthority } from './address.ts'
import { ofAll } from './routes.ts'

const path = '/decisions'
/** What stands in the address besides the words. */
const narrowing = [
  ...(['authority', 'organ', 'subject', 'person', 'place', 'year', 'stage', 'lang'] as const),
]

/** What all authorities are to decide and what they decided, the latest meeting first; each leads to its authority. */
ofAll.get(path, form(Search), async (c, asked) => {
  const { q, organ, subject, person, place, authority, year, stage } = asked
  const all = await knownAuthorities()
  const known = new Map(all.map((one) => [one.slug, one]))
  const result = await findPoints(asked)
  const lang = languageInAddress(c) ?? ''
  const query = {
    ...{ q, authority, organ, subject, person, place, lang },
    ...{ year: String(year ?? ''), stage: stage ?? '' },
  }
  const { found, total, exact, next } = result
  const kept = Object.fromEntries(
    narrowing.flatMap((one) => (query[one] ? [[one, query[one]]] : [])),
  )
  const onward = next && filterAddress(path, { ...query, after: next })
  const title = t('portal.decisions')
  const [latest] = await knownMeetings('any', 1)
  const last = latest?.starts_at.toZonedDateTimeISO(timeZone).year ?? new Date().getFullYear()
  const first = Math.min(last, ...all.map(({ since }) => since))
  const years = Array.from({ length: last + 1 - first }, (_, at) => String(last - at))
  return regionPage(
    c,
    { title: q ? t('portal.search.title', { q }) : title, description: t('portal.search.lead') },
    <Stack>
      <Head title={title} facts={t('portal.search.lead')} />
      <PublicSearch
        action={path}
        label={t('portal.search.words')}
        button={t('portal.search.go')}
        value={q}
        keep={kept}
      />
      <Filters
        action={path}
        sentence={[
          t('portal.search.of'),
          choiceOf('authority', t('portal.search.authority'), authority, [
            ...all.map((one) => [one.slug, one.short_name] as const),
          ]),
          choiceOf('year', t('portal.search.year'), query.year, years),
          choiceOf('stage', t('portal.search.stage'), query.stage, [
            ['project', t('portal.search.projects')],
            ['decision', t('portal.search.decided')],
          ]),
          wordOf('organ', t('portal.search.organ'), organ),
          wordOf('subject', t('portal.search.subject'), subject),
          wordOf('person', t('portal.search.person'), person),
          wordOf('place', t('portal.search.place'), place),
        ]}
        keep={{ ...(q && { q }), ...(lang && { lang }) }}
        reset={
          Object.keys(kept).some((one) => one !== 'lang')
            ? filterAddress(path, { q, lang })
            : undefined
        }
      />
      <h2>{t(exact ? 'portal.search.total' : 'portal.search.more', { count: total })}</h2>
      {found.length === 0 ? (
        <EmptyState icon="gavel" sentence={t('portal.search.none')} />
      ) : (
        <FoundList
          of={result}
          asked={asked}
          hrefOf={(point) => {
            const where = known.get(point.authority)
            const to = pointCopies.path(point.slug)
            return where ? atAuthority(c, where, to) : regionPath(c, '/authorities')
          }}
          languageOf={(point) => known.get(point.authority)?.language ?? 'fr'}
          ofWhom={(point) => known.get(point.authority)?.short_name ?? point.authority}
        />
      )}
      {onward && (
        <p>
          <a href={onward} rel="next">
            {t('portal.search.next')}
          </a>
        </p>
      )}
    </Stack>,
  )
})
