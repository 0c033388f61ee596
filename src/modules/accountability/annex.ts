import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { formatDate, t } from '#kernel/i18n'
import { task } from '#kernel/jobs'
import { inItsLanguage } from '#kernel/tenancy'
import { addAnnex } from '#commons/annexes'
import { printReport } from '#commons/documents'
import { read } from '#commons/dossiers'
import { items } from '#modules/deliberations'
import { versionReport } from './version-report.ts'
import { version } from './version.ts'

/** Prints a version as PDF/A and adds it to the point by which it goes to the council. */
export const annexVersion = task(
  'accountability.annex',
  z.object({ plan: z.uuid(), version: z.uuid(), item: z.uuid() }),
  (sent) =>
    actAs(system, async () => {
      const frozen = await version({ id: sent.plan }, sent.version)
      const { report, title } = inItsLanguage(() => ({
        report: versionReport(frozen),
        title: t('accountability.annex.title', {
          plan: frozen.content.title,
          date: formatDate(frozen.frozen_on),
        }),
      }))
      const bytes = await printReport(report, 'pdf')
      const name = `pst-${frozen.frozen_on.toString()}.pdf`
      await addAnnex(await read(items, sent.item), { name, title, bytes })
    }),
  { dossiers: ({ plan, item }) => [plan, item] },
)
