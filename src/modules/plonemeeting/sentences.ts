import { formatDate, knownMessage, t } from '#kernel/i18n'
import { shownNumber } from '#commons/plone'
import { type KnownLabel, type PlannedLabel } from './resolve.ts'
import type { Finding, Where } from './types.ts'

/** What a finding says, in the language of the one who reads. */
export function sentenceOf({ code, params }: Finding): string {
  const exact = `plonemeeting.said.${code}.${params['reason']}`
  const general = `plonemeeting.said.${code}`
  const key = knownMessage(exact) ?? knownMessage(general)
  return key ? t(key, { annex: 'none', value: 'none', ...spoken(params) }) : general
}

/** Days are given as `2026-06-25`; nothing is called `none`, which messages leave out. */
function spoken(params: Finding['params']): Finding['params'] {
  const entries = Object.entries(params).map(([name, value]) => {
    const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    return [
      name,
      isDay ? formatDate(Temporal.PlainDate.from(value)) : value === '' ? 'none' : value,
    ]
  })
  return Object.fromEntries(entries)
}

/** Where it is: file, point, field, line. */
export function placeOf({ file, itemTitle, field, line, column }: Where): string {
  return [
    file,
    itemTitle && t('plonemeeting.at.item', { title: itemTitle }),
    field && t('plonemeeting.at.field', { field }),
    line && t('plonemeeting.at.line', { line, column: column ?? 1 }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The findings of one severity, those that say the same together, each with all its places. */
export function gathered(
  findings: readonly Finding[],
  severity: Finding['severity'],
): { sentence: string; places: string[] }[] {
  const some = findings.filter((finding) => finding.severity === severity)
  return [...Map.groupBy(some, sentenceOf)].map(([sentence, alike]) => ({
    sentence,
    places: alike.map(({ where }) => placeOf(where)).filter(Boolean),
  }))
}

/** What a category or service of theirs is called here, or will be; empty while that is asked. */
export function nameHere(label: PlannedLabel | null, known: readonly KnownLabel[]): string {
  if (!label || label.resolution.kind === 'question') return ''
  if (label.resolution.kind === 'create') return label.resolution.name
  const { id } = label.resolution
  return known.find((one) => one.id === id)?.name ?? ''
}

/** The number of a point as it is shown there; empty where it could not be read. */
export const numberOf = (hundredths: number | null): string =>
  hundredths === null ? '' : shownNumber(hundredths)
