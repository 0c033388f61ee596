import { expect, test } from 'vitest'
import { kinds } from '#commons/dossiers'
import { retentions } from '#commons/holdings'
import { ground } from '#test/harness'

interface Indexed {
  table: string
  column: string
}

/** The columns of places that the index of the house does not follow. */
const unfollowed = (columns: readonly Indexed[], followed: ReadonlySet<string>): string[] =>
  columns.map(({ table, column }) => `${table}.${column}`).filter((one) => !followed.has(one))

async function followedInTheHouse(): Promise<ReadonlySet<string>> {
  const { database } = await ground()
  const { rows } = await database.owner.query<{ name: string }>(`
    select tgrelid::regclass::text || '.' || convert_from(rtrim(tgargs, '\\x00'), 'utf8') as name
    from pg_trigger where tgfoid = 'commons.keep_named_places'::regproc
    group by 1 having count(*) = 2`)
  return new Set(rows.map(({ name }) => name))
}

test('every column of places is followed by the index: its migration asks for it', async () => {
  await ground()
  const tables = new Map(kinds.every().map(({ name, table }) => [name, table]))
  const columns = retentions
    .every()
    .flatMap(({ of, indexed = [] }) =>
      'kind' in of ? indexed.map((column) => ({ table: tables.get(of.kind) ?? '', column })) : [],
    )
  expect(columns).toContainEqual({ table: 'deliberations.item', column: 'places' })
  const followed = await followedInTheHouse()
  expect(unfollowed(columns, followed)).toEqual([])
  expect(unfollowed([{ table: 'permits.permit', column: 'places' }], followed)).toEqual([
    'permits.permit.places',
  ])
})
