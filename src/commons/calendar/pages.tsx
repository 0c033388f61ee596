import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { type Attempt, type Call, form, PageRoutes, wantsAll, year } from '#kernel/http'
import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  Cut,
  EmptyState,
  Form,
  FormActions,
  Head,
  Hidden,
  PostButton,
  Stack,
  Table,
} from '#kernel/ui'
import { legalHolidaysOf, spokenDay, today } from '#commons/clock'
import { asked } from '#commons/records'
import { ImportButton, listPages } from '#commons/imports'
import { close, type Closing, closingFields, closingsOf, reopen } from './closing.ts'
import { closingLists } from './lists.ts'

export const pages = new PageRoutes('/calendar')
const reads = permission('calendar.read')
const keeps = permission('calendar.keep')

/** Of which years the page tells. */
const shownYears = { first: 1974, last: 2200 }
const Year = z.object({ year: year(shownYears.first, shownYears.last).optional() })

/** How many are shown unless one asks for all. */
const most = 100

pages.get('/', reads, form(Year), (c, { year }) => calendarPage(c, undefined, year))

pages.post('/', keeps, form(asked(closingFields), calendarPage), async (c, given) => {
  await close(given)
  return redirect(c, pathOf(given.first_day.year), { key: 'calendar.added' })
})

pages.post('/:id/removal', keeps, async (c) => {
  const { first_day: first, label } = await reopen(c.req.param('id') ?? '')
  return redirect(c, pathOf(first.year), { key: 'calendar.removed', params: { label } })
})

listPages(pages, '', closingLists)

const pathOf = (year: number) => `/calendar?year=${year}`

async function calendarPage(c: Call, attempt?: Attempt, year = today().year): Promise<Response> {
  const title = t('calendar.title')
  const closings = await closingsOf(year, wantsAll(c, 'closings') ? null : most)
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('calendar.lead')} actions={<ImportButton of={closingLists} />} />
      <Stack>
        <p>
          <ButtonLink href={pathOf(year - 1)} rel="prev" small>
            {year - 1}
          </ButtonLink>{' '}
          <strong>{year}</strong>{' '}
          <ButtonLink href={pathOf(year + 1)} rel="next" small>
            {year + 1}
          </ButtonLink>
        </p>
        <Closings closings={closings} year={year} />
        {may(keeps) && (
          <Card title={t('calendar.add')}>
            <Form action="/calendar" errors={attempt?.errors ?? {}} values={typed(attempt)}>
              {await Promise.all(
                Object.entries(closingFields).map(([name, field]) =>
                  field.input(name, undefined, {}),
                ),
              )}
              <FormActions>
                <Button tone="primary" icon="plus">
                  {t('calendar.add')}
                </Button>
              </FormActions>
            </Form>
          </Card>
        )}
        <Card title={t('calendar.holidays')} flush>
          <Table
            caption={t('calendar.holidays_of', { year: String(year) })}
            hideCaption
            rows={legalHolidaysOf(year)}
            columns={[
              { header: t('calendar.day'), cell: ({ date }) => spokenDay(date) },
              { header: t('calendar.holiday'), cell: ({ name }) => t(`clock.holiday.${name}`) },
              { header: t('calendar.source'), cell: ({ source }) => source },
            ]}
          />
        </Card>
      </Stack>
    </>,
  )
}

interface ClosingsProps {
  closings: Awaited<ReturnType<typeof closingsOf>>
  year: number
}

function Closings({ closings, year }: ClosingsProps) {
  const title = t('calendar.closings')
  if (closings.all === 0)
    return <EmptyState icon="calendar-days" sentence={t('calendar.none', { year: String(year) })} />
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        hideCaption
        rows={closings.rows}
        columns={[
          { header: t('calendar.day'), cell: daysOf },
          { header: t('calendar.label'), cell: ({ label }) => label },
          { header: t('calendar.by'), cell: traceOf },
          {
            header: t('calendar.acts'),
            cell: ({ id, label, removed_by }) =>
              !removed_by &&
              may(keeps) && (
                <PostButton
                  action={`/calendar/${id}/removal`}
                  icon="trash-2"
                  small
                  confirm={t('calendar.remove_sure', { label })}
                >
                  {t('calendar.remove')}
                  <Hidden> : {label}</Hidden>
                </PostButton>
              ),
          },
        ]}
      />
      <Cut of={closings} href={`${pathOf(year)}&all=closings`} />
    </Card>
  )
}

const daysOf = ({ first_day: first, last_day: last }: Closing) =>
  first.equals(last)
    ? spokenDay(first)
    : t('calendar.period', { first: formatDate(first), last: formatDate(last) })

const traceOf = (one: Closing) => {
  const added = t('calendar.added_by', {
    name: one.added_by,
    when: formatDateTime(one.added_at, 'short'),
  })
  if (!one.removed_by || !one.removed_at) return added
  const when = formatDateTime(one.removed_at, 'short')
  return `${added} ${t('calendar.taken_away', { name: one.removed_by, when })}`
}
