import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import type { FirstStep } from '#commons/beginning'
import { roles, services, todayHere } from '#commons/directory'
import { roleInWords } from './words.ts'

/** An authority is more than one person, and they work in services. */
export const peopleSteps: readonly FirstStep[] = [
  {
    name: 'people.people',
    title: 'people.title',
    async lacks() {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from commons.person where left_at is null and merged_into is null`.execute(
        db(),
      )
      return (rows[0]?.count ?? 0) > 1
        ? []
        : [{ sentence: t('people.step.alone'), href: '/people/import' }]
    },
  },
  {
    name: 'people.services',
    title: 'people.services',
    async lacks() {
      return (await services()).length > 0
        ? []
        : [{ sentence: t('people.step.no_service'), href: '/services' }]
    },
  },
]

/** What lacks where nobody bears one of these roles today. */
export async function nobodyBears(names: readonly string[]) {
  const { rows } = await sql<{ role: string }>`
    select distinct role from commons.role_grant
    where daterange(valid_from, valid_to) @> ${todayHere()}::date`.execute(db())
  const borne = new Set(rows.map(({ role }) => role))
  return roles
    .all()
    .filter(({ name }) => names.includes(name) && !borne.has(name))
    .map(({ name }) => ({
      sentence: t('people.step.no_role', { role: roleInWords(name) }),
      href: '/people',
    }))
}
