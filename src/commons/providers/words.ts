import { t } from '#kernel/i18n'
import type { Office } from '#commons/directory'
import { holdingInWords, serviceLabels } from '#commons/people'
import type { Given } from './rule.ts'

/** What rules give, in the words of the people’s pages: « administration », « chef – Travaux ». */
export async function givenInWords(): Promise<(given: Given) => string> {
  const labels = await serviceLabels()
  return (given) =>
    holdingInWords(
      given.kind === 'role'
        ? { kind: 'role', what: given.role, service_id: null, held: 'own' }
        : { kind: 'function', what: given.function, service_id: given.service_id, held: 'own' },
      labels,
    )
}

export async function officesInWords(offices: readonly Office[]): Promise<string[]> {
  const labels = await serviceLabels()
  return offices.map((office) => holdingInWords(office, labels))
}

/** What a provider says under a claim, as an administrator reads it. */
export const claimInWords = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? '').slice(0, 1000) || t('providers.try.empty')
}
