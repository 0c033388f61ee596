import { NotFound } from '#kernel/errors'
import { type Call, fileAnswer, PublicRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { itsLanguage, tenant } from '#kernel/tenancy'
import { Breadcrumbs, Head, PrevNext, Stack } from '#kernel/ui'
import { today } from '#commons/clock'
import { openCsvOf } from '#commons/exports'
import { openFile } from '#commons/publication'
import { reportColumns } from './columns.ts'
import { publicReport } from './report.ts'
import { ReportTable, tallyInWords } from './report-table.tsx'
import { years } from './schema.ts'

export const openPath = '/on-time'

/** What an authority published on time, for everybody: by its public copies alone. */
export const open = new PublicRoutes(openPath)

open.kept('/', (c) => reportPage(c, today().year))
open.kept('/:year{[0-9]{4}}', (c) => reportPage(c, yearIn(c.req.param('year') ?? '')))

/** The same as a table for programs. */
open.get('/:file{[0-9]{4}[.]csv}', async (c) => {
  const year = yearIn((c.req.param('file') ?? '').replace('.csv', ''))
  const text = openCsvOf(reportColumns(), await publicReport(year))
  const file = { name: `on-time-${year}.csv`, type: 'text/csv; charset=utf-8; header=present' }
  return openFile(fileAnswer(new TextEncoder().encode(text), { ...file, inPlace: false }))
})

function yearIn(text: string): number {
  const year = Number(text)
  if (year < years.first || year > years.last) throw new NotFound()
  return year
}

async function reportPage(c: Call, year: number): Promise<Response> {
  const meetings = await publicReport(year)
  const title = t('publicity.report', { year: String(year) })
  return publicPage(
    c,
    { title, description: t('publicity.lead') },
    <Stack>
      <Breadcrumbs
        trail={[
          { label: tenant().shortName, href: '/' },
          { label: t('publications.decisions'), href: '/decisions' },
          { label: title },
        ]}
      />
      <Head title={title} facts={tallyInWords(meetings)} />
      <p>{t('publicity.lead')}</p>
      <ReportTable caption={title} meetings={meetings} lang={itsLanguage()} />
      <p>{t('publicity.how_public')}</p>
      <p>
        <a href={`${openPath}/${year}.csv`}>{t('publicity.csv')}</a>
      </p>
      <PrevNext
        label={t('publicity.years')}
        links={([-1, 1] as const).flatMap((step) =>
          year + step <= today().year
            ? [
                {
                  rel: step < 0 ? ('prev' as const) : ('next' as const),
                  href: `${openPath}/${year + step}`,
                  title: String(year + step),
                  label: t(step < 0 ? 'publicity.year_before' : 'publicity.year_after'),
                },
              ]
            : [],
        )}
      />
    </Stack>,
  )
}
