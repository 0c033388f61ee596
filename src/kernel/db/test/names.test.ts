import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givenAuthority, ground } from '#test/harness'
import { folded } from '#kernel/i18n'

const spelled = [
  'Écoles et crèches',
  'ECOLES ET CRECHES',
  'E\u0301coles et cre\u0300ches',
  'Éco\u200Bles et crèches',
  'Éco\u00ADles et crè\u2060ches',
  '\uFEFF Écoles\u00A0 et\tcrèches ',
]

const keysOf = async (names: readonly string[]) => {
  const { database } = await ground()
  const { rows } = await database.owner.query<{ key: string }>(
    'select kernel.name_key(name) as key from unnest($1::text[]) with ordinality u (name, at) order by at',
    [names],
  )
  return rows.map(({ key }) => key)
}

test('a name is the same however it is spelled, and another word is another name (T6)', async () => {
  expect(new Set(await keysOf(spelled))).toEqual(new Set(['ecoles et creches']))
  expect(await keysOf(['Œuvres', 'L’eau', 'Straße', 'СОФИЯ', 'n° 1', 'Plan 1', 'Plan 2'])).toEqual([
    'oeuvres',
    "l'eau",
    'strasse',
    'софия',
    'n° 1',
    'plan 1',
    'plan 2',
  ])
})

const alphabets = ['aàâäçéèêëïôœæßſ', 'ẞÉŒÆİIı', 'ΣςσΆ', 'Йё', 'क\u093Eक\u0940', 'אָ', 'ﬁ①ｱ㍻…']
const blanks =
  " \t\n\u00A0\u202F\u2003\u3000'’ʼ‐‑-–\u00AD\u200B\u200D\uFEFF\u0301\u0327\u2800\u{E0001}"
const sign = fc.constantFrom(...alphabets.join(''), ...blanks)

test('the database and the application compare names alike (T6)', async () => {
  const names = fc.sample(fc.string({ unit: sign, maxLength: 12 }), 3000)
  expect(await keysOf(names)).toEqual(names.map((name) => folded(name)))
})

test('names that were written twice before are kept, numbered, before they are distinguished (T6)', async () => {
  const { database } = await ground()
  const [one, other] = [await givenAuthority(), await givenAuthority()]
  await database.owner.query(`
    create schema named;
    create table named.room (tenant_id uuid not null, id int, floor int not null, name text not null,
      primary key (tenant_id, id));
    insert into named.room values
      ('${one.tenant.id}', 1, 1, 'École'), ('${one.tenant.id}', 2, 1, 'ecole'), ('${one.tenant.id}', 3, 1, 'École (2)'),
      ('${one.tenant.id}', 4, 2, 'ECOLE'), ('${other.tenant.id}', 1, 1, 'École');
    select kernel.isolate('named.room');`)
  try {
    await database.owner.query(`select kernel.distinguish('named.room', 'name', 'floor');
      alter table named.room no force row level security`)
    const { rows } = await database.owner.query(
      'select name from named.room order by tenant_id, id',
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      ['ECOLE', 'ecole (2) (2)', 'École', 'École', 'École (2)'].toSorted(),
    )
    const again = database.owner.query(
      `insert into named.room values ('${one.tenant.id}', 9, 1, 'É\u00ADcole')`,
    )
    await expect(again).rejects.toThrow('unique')
  } finally {
    await database.owner.query('drop schema named cascade')
  }
})
