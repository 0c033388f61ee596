import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { form, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, TradeTabs } from '#kernel/pages'
import { ButtonLink, Card, filterAddress, Filters, Head, Note, Stack } from '#kernel/ui'
import { asFile, exportAnswer, ExportMenu } from '#commons/exports'
import { organs } from '#commons/organs'
import { deliberationTabs } from '#modules/deliberations'
import { reportColumns } from '../columns.ts'
import { MissingProjects } from '../missing-card.tsx'
import { ReportTable, tallyInWords } from '../report-table.tsx'
import { AskedYear, yearOf } from '../schema.ts'
import { wholeReport } from '../whole-report.ts'

export const reportPath = '/publicity/report'

export const pages = new PageRoutes('/publicity')

const publishes = permission('publications.publish')

/** What was published on time in a year, of all organs or of one. */
pages.get(
  '/report',
  permission('publicity.read'),
  form(AskedYear.extend(z.object({ as: asFile() }).shape)),
  async (c, { as, organ, ...asked }) => {
    const year = yearOf(asked)
    const meetings = await wholeReport(year, organ)
    const title = t('publicity.report', { year: String(year) })
    if (as) {
      await audit('download', c.req.path)
      return exportAnswer(as, title, reportColumns(), meetings)
    }
    const at = (more: Record<string, string>) =>
      filterAddress(reportPath, { year: String(year), organ, ...more })
    return page(
      c,
      { title, pageClass: 'wide' },
      <>
        <Head
          title={title}
          facts={tallyInWords(meetings)}
          actions={
            <>
              <ButtonLink href={at({ year: String(year - 1) })} rel="prev">
                {String(year - 1)}
              </ButtonLink>
              <ButtonLink href={at({ year: String(year + 1) })} rel="next">
                {String(year + 1)}
              </ButtonLink>
              <ExportMenu href={(format) => at({ as: format })} />
            </>
          }
        />
        <TradeTabs of={deliberationTabs} current={reportPath} />
        <Stack>
          {may(publishes) && <MissingProjects />}
          <Filters
            action={reportPath}
            reset={filterAddress(reportPath, { year: String(year) })}
            keep={{ year: String(year) }}
            sentence={[
              t('publicity.filter.of'),
              {
                ...{ kind: 'select', name: 'organ', label: t('publicity.organ'), value: organ },
                options: [
                  { value: '', label: t('publicity.filter.any') },
                  ...(await organs()).map(({ name }) => ({ value: name, label: name })),
                ],
              },
            ]}
          />
          <Note>{t('publicity.how')}</Note>
          <Card flush>
            <ReportTable caption={title} meetings={meetings} />
          </Card>
          <p>
            <a href={`/on-time/${year}`}>{t('publicity.see_public')}</a>
          </p>
        </Stack>
      </>,
    )
  },
)
