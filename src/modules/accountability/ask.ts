import { z } from 'zod'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { askDocument, formats } from '#commons/documents'
import type { Plan } from '#modules/strategy'
import { reportNames } from './reports.ts'

export const Asked = z.object({ template: z.enum(reportNames), format: z.enum(formats) })

/** Asks for a report of a plan, named in the language of the authority; a job makes it. */
export function askReport(plan: Plan, { template, format }: z.output<typeof Asked>) {
  const [title, name] = inItsLanguage(() => [
    t(`accountability.report.${template}`),
    t(`accountability.report.${template}_file`),
  ])
  const fileName = `${name}-${today().toString()}.${format}`
  return askDocument(plan, `accountability.${template}`, { title, fileName, format })
}
