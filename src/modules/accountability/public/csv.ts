import { t } from '#kernel/i18n'
import { toPlainText } from '#kernel/richtext'
import { csvAnswer, type Published } from '#commons/publication'
import type { PublicElement, PublicPlan } from '../publish.ts'
import { measured, stateOf, sumIn } from './words.ts'

/** The elements of a plan for a spreadsheet, a row each; its money in euros, by year. */
export function planCsv({ slug, number, content }: Published<PublicPlan>): Response {
  const { years, elements } = content
  const nameOf = (key: string) =>
    elements.filter((one) => one.key === key).map(({ reference, title }) => reference || title)
  return csvAnswer<PublicElement>(
    `${slug}-${number}.csv`,
    [
      { label: t('strategy.field.reference'), value: ({ reference }) => reference },
      {
        label: t('accountability.public.csv.level'),
        value: ({ level }) => t(`strategy.level.${level}`),
      },
      {
        label: t('accountability.public.csv.above'),
        value: ({ parents }) => parents.flatMap(nameOf).join('; '),
      },
      { label: t('strategy.field.title'), value: ({ title }) => title },
      { label: t('strategy.field.description'), value: (one) => toPlainText(one.description) },
      { label: t('strategy.element.state'), value: stateOf },
      { label: t('accountability.public.csv.progress'), value: ({ progress }) => progress },
      { label: t('strategy.field.planned_end'), value: ({ deadline }) => deadline },
      { label: t('strategy.field.sdgs'), value: ({ sdgs }) => sdgs.join('; ') },
      { label: t('strategy.field.mandataries'), value: (one) => one.mandataries.join('; ') },
      {
        label: t('strategy.field.indicators'),
        value: ({ indicators }) => indicators.map(measured).join('\n'),
      },
      ...years.map((year) => ({
        label: t('accountability.public.csv.budget', { year: String(year) }),
        value: ({ budget }: PublicElement) =>
          budget.length > 0 ? sumIn(budget, year) / 100 : null,
      })),
    ],
    elements,
  )
}
