import { fileAnswer } from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { toPlainText } from '#kernel/richtext'
import { csvOf, openCsvOf } from '#commons/exports'
import { openFile, type Published } from '#commons/publication'
import type { PublicElement, PublicPlan } from '../publish.ts'
import { measured, stateOf, sumIn } from './objectives.tsx'

const columns: [MessageKey, (one: PublicElement) => string | number | null][] = [
  ['strategy.field.reference', ({ reference }) => reference],
  ['accountability.public.level', ({ level }) => t(`strategy.level.${level}`)],
  ['strategy.field.title', ({ title }) => title],
  ['strategy.field.description', ({ description }) => toPlainText(description)],
  ['strategy.element.state', (one) => stateOf(one)],
  ['accountability.public.done', ({ progress }) => progress],
  ['strategy.field.planned_end', ({ deadline }) => deadline],
  ['strategy.field.sdgs', ({ sdgs }) => sdgs.join('; ')],
  ['strategy.field.mandataries', ({ mandataries }) => mandataries.join('; ')],
  ['strategy.field.indicators', ({ indicators }) => indicators.map(measured).join('\n')],
]

/** Who reads the table: a program, by RFC 4180, or a spreadsheet set to French or Dutch. */
export type Reader = 'programs' | 'spreadsheets'

/** The elements of a plan, a row each; its money in euros, by year. */
export function planCsv(
  { slug, number, content }: Published<PublicPlan>,
  reader: Reader,
): Response {
  const { years, elements } = content
  const nameOf = (key: string) => elements.find((one) => one.key === key)?.reference ?? ''
  const text = (reader === 'programs' ? openCsvOf : csvOf)<PublicElement>(
    [
      ...columns.map(([key, value]) => ({ header: t(key), value })),
      {
        header: t('accountability.public.above'),
        value: ({ parents }) => parents.map(nameOf).filter(Boolean).join('; '),
      },
      ...years.map((year) => ({
        header: t('accountability.public.euros', { year: String(year) }),
        value: ({ budget }: PublicElement) =>
          budget.length > 0 ? { cents: sumIn(budget, year) } : null,
      })),
    ],
    elements,
  )
  const file = { name: `${slug}-${number}.csv`, type: 'text/csv; charset=utf-8; header=present' }
  return openFile(fileAnswer(new TextEncoder().encode(text), { ...file, inPlace: false }))
}
