import { t } from '#kernel/i18n'
import { roleInWords } from '../words.ts'
import { columns } from './columns.ts'
import type { WeighedPerson } from './weigh.ts'

const told = ['last_name', 'first_name', 'email', 'login', 'service', 'role'] as const

/** What a page shows of those who are new. */
export const heads = (): string[] => told.map((name) => t(columns[name]))

export function cellsOf({ understood }: WeighedPerson): string[] {
  const { identity, service, role } = understood
  const { last_name, first_name, email, login } = identity
  return [
    ...[last_name, first_name, email, login],
    ...[service?.label ?? '', role ? roleInWords(role.name) : ''],
  ]
}
