import { form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { itsLanguage } from '#kernel/tenancy'
import {
  EmptyState,
  choiceOf,
  filterAddress,
  Filters,
  Head,
  PublicSearch,
  Row,
  Stack,
  wordOf,
} from '#kernel/ui'
import { followings } from '#modules/copies'
import { facets, findPoints, pointCopies, Search } from '#modules/publications'
import { FoundList } from './found.tsx'
import { decisionLinks } from './links.ts'
import { open } from './routes.ts'

const path = '/decisions'
/** What stands in the address besides the words. */
const narrowing = ['organ', 'subject', 'person', 'place', 'year', 'stage'] as const

/** What organs are to decide and what they decided, the latest meeting first; by words, organ, subject, person, place, year, stage. */
open.get('/', form(Search), async (c, asked) => {
  const { q, organ, subject, person, place, year, stage, after } = asked
  const result = await findPoints({ ...asked, authority: '' })
  const { organs, subjects, years, people } = await facets()
  const [follow] = followings.all()
  const following = follow?.({ q, subject, organ, place })
  const title = t('publications.decisions')
  const query = { q, organ, subject, person, place, year: String(year ?? ''), stage: stage ?? '' }
  const asks = (more: Record<string, string>) => filterAddress(path, { ...query, ...more })
  const narrowed = narrowing.filter((one) => query[one])
  const { found, total, exact, next } = result
  const count = t(exact ? 'publications.search.total' : 'publications.search.more', {
    count: total,
  })
  return publicPage(
    c,
    {
      title: q ? t('publications.search.title', { q }) : title,
      description: t('publications.decisions.lead'),
      relations: [
        ...(next ? [{ rel: 'next' as const, href: asks({ after: next }) }] : []),
        ...(following?.feeds ?? []).map(({ type, href }) => ({
          ...{ rel: 'alternate' as const, type, href },
        })),
      ],
    },
    <Stack>
      <Head title={title} facts={t('publications.decisions.lead')} />
      <PublicSearch
        action={path}
        label={t('publications.search.words')}
        button={t('publications.search.go')}
        value={q}
        keep={Object.fromEntries(narrowed.map((one) => [one, query[one]]))}
      />
      <Filters
        action={path}
        sentence={[
          t('publications.search.of'),
          choiceOf('organ', t('publications.search.organ'), organ, organs),
          choiceOf('subject', t('publications.search.subject'), subject, subjects),
          choiceOf('year', t('publications.search.year'), String(year ?? ''), years.map(String)),
          choiceOf(
            'stage',
            t('publications.search.stage'),
            stage ?? '',
            (['project', 'decision'] as const).map((one) => [one, t(`publications.stages.${one}`)]),
          ),
          wordOf('person', t('publications.search.person'), person, people),
          wordOf('place', t('publications.search.place'), place),
        ]}
        keep={q ? { q } : {}}
        reset={narrowed.length > 0 ? filterAddress(path, { q }) : undefined}
      />
      <h2>{count}</h2>
      <Row>
        <a href={`${path}/meetings`}>{t('publications.search.by_meeting')}</a>
        {following && <a href={following.page.href}>{following.page.label}</a>}
      </Row>
      {decisionLinks.all().map(({ label, href }) => (
        <p>
          <a href={href}>{t(label)}</a>
        </p>
      ))}
      {found.length === 0 ? (
        <EmptyState
          icon="gavel"
          sentence={t(
            after || q || narrowed.length > 0
              ? 'publications.search.none'
              : 'publications.decisions.none',
          )}
        />
      ) : (
        <FoundList
          of={result}
          asked={asked}
          hrefOf={({ slug }) => pointCopies.path(slug)}
          languageOf={() => itsLanguage()}
        />
      )}
      {next && (
        <p>
          <a href={asks({ after: next })} rel="next">
            {t('publications.search.next')}
          </a>
        </p>
      )}
    </Stack>,
  )
})
