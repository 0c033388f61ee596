import type { z } from 'zod'
import { form } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import {
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  Filters,
  Head,
  List,
  Stack,
  Table,
  type Tone,
} from '#kernel/ui'
import { kindInWords, kinds } from '#commons/trades'
import { openingsBegun } from '../begun.ts'
import { type Authority, authorities } from '../known.ts'
import { AskedFields } from '../schema.ts'
import { type AuthorityStanding, standings } from '../standing.ts'
import { authorityPath, openingPath, operates, pages } from './routes.ts'

pages.get('/authorities', operates, form(AskedFields), async (c, asked) => {
  const all = await authorities(asked)
  const begun = await openingsBegun()
  const title = t('authorities.title')
  return page(
    c,
    { title, pageClass: 'wide' },
    <>
      <Head
        title={title}
        facts={t('authorities.lead', { count: all.length })}
        actions={
          <ButtonLink href="/authority-openings/new" tone="primary" icon="plus">
            {t('authorities.new')}
          </ButtonLink>
        }
      />
      <Stack>
        {begun.length > 0 && (
          <Card title={t('authorities.begun')}>
            <List
              items={begun.map(({ id, name, kind, begun_by: by, begun_at: at }) => ({
                title: name,
                href: openingPath(id),
                why: [kindInWords(kind), by, formatDateTime(at, 'short')].join(' · '),
              }))}
            />
          </Card>
        )}
        <Sentence asked={asked} />
        <Card flush>
          <Table
            caption={title}
            hideCaption
            rows={all}
            empty={
              <EmptyState
                icon="building-2"
                sentence={t(isAsked(asked) ? 'authorities.none_such' : 'authorities.none')}
              />
            }
            columns={[
              {
                header: t('authorities.name'),
                cell: ({ slug, name }) => <a href={authorityPath(slug)}>{name}</a>,
              },
              { header: t('authorities.standing'), cell: (one) => <StandingBadge of={one} /> },
              { header: t('authorities.kind'), cell: ({ kind }) => kindInWords(kind) },
              { header: t('authorities.hosts'), cell: ({ hosts }) => hosts.join(', ') },
              { header: t('authorities.trades'), cell: ({ trades }) => trades.length },
              { header: t('authorities.accounts'), cell: ({ accounts }) => accounts },
            ]}
          />
        </Card>
      </Stack>
    </>,
  )
})

type Asked = z.output<typeof AskedFields>
const isAsked = ({ standing, kind, q }: Asked) => Boolean(standing ?? (kind || q))

const Sentence = ({ asked }: { asked: Asked }) => (
  <Filters
    action="/authorities"
    reset={isAsked(asked) ? '/authorities' : undefined}
    sentence={[
      t('authorities.filter.those'),
      {
        ...{ kind: 'select', name: 'standing', label: t('authorities.standing') },
        value: asked.standing ?? '',
        options: [
          { value: '', label: t('authorities.filter.any_standing') },
          ...standings.map((value) => ({ value, label: t(`authorities.standing.${value}`) })),
        ],
      },
      t('authorities.filter.of_kind'),
      {
        ...{ kind: 'select', name: 'kind', label: t('authorities.kind'), value: asked.kind },
        options: [
          { value: '', label: t('authorities.filter.any_kind') },
          ...kinds.map((value) => ({ value, label: kindInWords(value) })),
        ],
      },
      t('authorities.filter.called'),
      { kind: 'text', name: 'q', label: t('authorities.filter.words'), value: asked.q },
    ]}
  />
)

const tones: Record<AuthorityStanding, Tone> = {
  ...{ open: 'good', incomplete: 'info', read_only: 'warn', maintenance: 'warn' },
  ...{ suspended: 'bad', deleting: 'bad' },
}

/** How an authority stands, and until when. */
export const StandingBadge = ({ of: { standing, until } }: { of: Authority }) => (
  <>
    <Badge tone={tones[standing]}>{t(`authorities.standing.${standing}`)}</Badge>
    {until && (
      <small class="muted">
        {' '}
        {t('authorities.standing_until', { when: formatDateTime(until, 'short') })}
      </small>
    )}
  </>
)
