import { z } from 'zod'
import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { form, type PageRoutes } from '#kernel/http'
import { euros, formatDate, formatNumber, t } from '#kernel/i18n'
import { page, TradeTabs } from '#kernel/pages'
import {
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  filterAddress,
  Filters,
  Head,
  Note,
  Stack,
  Table,
} from '#kernel/ui'
import { asFile, exportAnswer, ExportMenu } from '#commons/exports'
import { organs } from '#commons/organs'
import { deliberationTabs } from '#modules/deliberations'
import { memberColumns, remunerationColumns, rounded, shown, timeColumns } from './columns.ts'
import { attendanceIn, type Held } from './reckoned.ts'
import { decisionTimes } from './times.ts'
import { Asked, AskedYear, type Stretch, spanOf, yearOf } from './schema.ts'

const reads = permission('attendance.figures')
const As = z.object({ as: asFile() })
export const figuresPath = '/attendance/members'
const timesPath = '/attendance/times'
const reportPath = '/attendance/remunerations'

/** Attendance of a term, fees, decision times, and what the yearly report of remunerations takes from them. */
export function figurePages(pages: PageRoutes): void {
  pages.get('/members', reads, form(Asked.extend(As.shape)), async (c, { as, ...asked }) => {
    const span = spanOf(asked)
    const { held, members } = await attendanceIn(span)
    if (as) {
      await audit('download', c.req.path)
      return exportAnswer(as, t('attendance.title'), memberColumns(), members)
    }
    return page(
      c,
      { title: t('attendance.title'), pageClass: 'wide' },
      <>
        <FigureHead path={figuresPath} span={span} />
        <Stack>
          <Asking path={figuresPath} span={span} />
          <Sittings held={held} />
          <Card flush>
            <Table
              caption={t('attendance.by_member')}
              rows={members}
              columns={memberColumns().map(shown)}
              empty={<EmptyState icon="users" sentence={t('attendance.none')} />}
            />
          </Card>
          <p>
            <ButtonLink href="/attendance/fees" icon="sliders-horizontal">
              {t('attendance.fee.list')}
            </ButtonLink>
          </p>
        </Stack>
      </>,
    )
  })

  pages.get('/times', reads, form(Asked.extend(As.shape)), async (c, { as, ...asked }) => {
    const span = spanOf(asked)
    const times = await decisionTimes(span)
    if (as) {
      await audit('download', c.req.path)
      return exportAnswer(as, t('attendance.times'), timeColumns(), times)
    }
    return page(
      c,
      { title: t('attendance.times'), pageClass: 'wide' },
      <>
        <FigureHead path={timesPath} span={span} />
        <Stack>
          <Asking path={timesPath} span={span} />
          {times.length > 0 && (
            <Columns
              caption={t('attendance.times_chart')}
              categories={times.map(({ service }) => service || t('attendance.no_service'))}
              series={[
                {
                  name: t('attendance.median'),
                  values: times.map(({ median }) => rounded(median)),
                },
                { name: t('attendance.most'), values: times.map(({ most }) => rounded(most)) },
              ]}
              format={formatNumber}
            />
          )}
          <Card flush>
            <Table
              caption={t('attendance.times')}
              rows={times}
              columns={timeColumns().map(shown)}
              empty={<EmptyState icon="clock" sentence={t('attendance.none_decided')} />}
            />
          </Card>
        </Stack>
      </>,
    )
  })

  pages.get(
    '/remunerations',
    reads,
    form(AskedYear.extend(As.shape)),
    async (c, { as, ...asked }) => {
      const span = yearOf(asked)
      const { members } = await attendanceIn(span)
      const { year } = span.from
      const title = t('attendance.report', { year: String(year) })
      if (as) {
        await audit('download', c.req.path)
        return exportAnswer(as, title, remunerationColumns(), members)
      }
      const total = members.reduce((sum, { fees }) => sum + (fees ?? 0), 0)
      const at = (of: number) => filterAddress(reportPath, { year: String(of) })
      return page(
        c,
        { title, pageClass: 'wide' },
        <>
          <Head
            title={title}
            facts={t('attendance.report_lead', { total: euros(total) })}
            actions={
              <>
                <ButtonLink href={at(year - 1)} rel="prev">
                  {String(year - 1)}
                </ButtonLink>
                <ButtonLink href={at(year + 1)} rel="next">
                  {String(year + 1)}
                </ButtonLink>
                <ExportMenu
                  href={(format) => filterAddress(reportPath, { year: String(year), as: format })}
                />
              </>
            }
          />
          <TradeTabs of={deliberationTabs} current={figuresPath} />
          <Stack>
            <Note title={t('attendance.not_covered_title')}>{t('attendance.not_covered')}</Note>
            <Card flush>
              <Table
                caption={title}
                hideCaption
                rows={members}
                columns={remunerationColumns().map(shown)}
                empty={<EmptyState icon="users" sentence={t('attendance.none')} />}
              />
            </Card>
          </Stack>
        </>,
      )
    },
  )
}

const asQuery = ({ organ, from, to }: Stretch) => ({
  ...{ organ: organ ?? '', from: from.toString(), to: to.toString() },
})

function FigureHead({ path, span }: { path: string; span: Stretch }) {
  const days = { from: formatDate(span.from, 'short'), to: formatDate(span.to, 'short') }
  return (
    <>
      <Head
        title={t('deliberations.title')}
        facts={t('attendance.lead', days)}
        actions={
          <>
            {path === figuresPath ? (
              <ButtonLink href={timesPath} icon="clock">
                {t('attendance.times')}
              </ButtonLink>
            ) : (
              <ButtonLink href={figuresPath} icon="users">
                {t('attendance.title')}
              </ButtonLink>
            )}
            <ButtonLink href={reportPath} icon="file-text">
              {t('attendance.report_short')}
            </ButtonLink>
            <ExportMenu href={(as) => filterAddress(path, { ...asQuery(span), as })} />
          </>
        }
      />
      <TradeTabs of={deliberationTabs} current={figuresPath} />
    </>
  )
}

async function Asking({ path, span }: { path: string; span: Stretch }) {
  const set = asQuery(span)
  return (
    <Filters
      action={path}
      reset={path}
      sentence={[
        t('attendance.filter.organ'),
        {
          ...{ kind: 'select', name: 'organ', label: t('attendance.organ'), value: set.organ },
          options: [
            { value: '', label: t('attendance.filter.any') },
            ...(await organs()).map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        t('attendance.filter.from'),
        { kind: 'date', name: 'from', label: t('attendance.filter.from_day'), value: set.from },
        t('attendance.filter.to'),
        { kind: 'date', name: 'to', label: t('attendance.filter.to_day'), value: set.to },
      ]}
    />
  )
}

/** The last sittings that a chart has room for. */
const mostDrawn = 24

function Sittings({ held }: { held: readonly Held[] }) {
  if (held.length === 0) return null
  const drawn = held.slice(-mostDrawn)
  const several = new Set(drawn.map(({ organ_id }) => organ_id)).size > 1
  const of = (name: 'present' | 'excused' | 'absent') => ({
    name: t(`attendance.${name}`),
    values: drawn.map((one) => one[name]),
  })
  return (
    <Columns
      stacked
      caption={
        held.length > mostDrawn
          ? t('attendance.last_sittings', { count: mostDrawn, all: held.length })
          : t('attendance.by_sitting')
      }
      categories={drawn.map(({ day, organ }) =>
        [formatDate(day, 'short'), ...(several ? [organ] : [])].join(' · '),
      )}
      series={[of('present'), of('excused'), of('absent')]}
      format={formatNumber}
    />
  )
}
