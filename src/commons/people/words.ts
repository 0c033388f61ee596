import { formatDate, t } from '#kernel/i18n'
import { allServices, namesOf, type Office, type Period, roles } from '#commons/directory'
import type { Holding } from './people.ts'

/** Says what somebody holds: « chef – Travaux », « bourgmestre (f.f.) ». */
export function holdingInWords(
  { kind, what, service_id, held }: Holding,
  services: ReadonlyMap<string, string>,
): string {
  const title =
    kind === 'role'
      ? roleInWords(what)
      : kind === 'mandate'
        ? what
        : t('people.function_in', {
            function: t(`people.function.${functionOf(what)}`),
            service: services.get(service_id ?? '') ?? '—',
          })
  return held === 'own' ? title : t(`people.held_as.${held}`, { title })
}

const functions = ['head', 'editor', 'observer'] as const
/** It is one of a membership, which the database checks. */
const functionOf = (what: string) => functions.find((one) => one === what) ?? 'observer'

/** What a role is called, or that nobody knows it. */
export function roleInWords(name: string): string {
  const known = roles.every().find((one) => one.name === name)
  return known ? t(known.called) : t('directory.role_unknown', { name })
}

/** The services by id, as they are called today. */
export const serviceLabels = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await allServices()).map(({ id, label }) => [id, label]))

/** In whose place something is held, or by whom it was handed on, by id. */
export const namesBehind = (offices: readonly Office[]) =>
  namesOf(offices.flatMap(({ for_id }) => for_id ?? []))

/** « depuis le 1 mars 2026 jusqu’au 30 avril 2026 »: the first and the last day, both among it. */
export function periodInWords({ valid_from, valid_to }: Period): string {
  const from = valid_from && formatDate(valid_from, 'short')
  const to = valid_to && formatDate(lastDayOf(valid_to), 'short')
  if (from && to) return t('people.period.both', { from, to })
  if (from) return t('people.period.from', { from })
  return to ? t('people.period.to', { to }) : t('people.period.open')
}

/** People say the last day, the house keeps the first day without: the one door between the two. */
export const lastDayOf = (without: Temporal.PlainDate) => without.subtract({ days: 1 })
export const dayAfter = (last: Temporal.PlainDate | null | undefined) =>
  last?.add({ days: 1 }) ?? null
