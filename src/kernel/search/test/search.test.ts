import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import type { Actor } from '#kernel/access'
import { setPrincipals } from '#kernel/auth'
import { db } from '#kernel/db'
import { indexForSearch, search } from '../index.ts'

let authority: TestAuthority
let reader: Actor

beforeAll(async () => {
  authority = await givenAuthority()
})

beforeEach(() => {
  reader = { id: null, name: 'Reader', principals: [`service:${randomUUID()}`] }
})

interface Entry {
  readers?: readonly string[]
  reference?: string
  body?: string
}

function enter(title: string, entry: Entry = {}): Promise<void> {
  const { readers = reader.principals, reference = '', body = '' } = entry
  const subjectId = randomUUID()
  return authority.asSystem(() =>
    indexForSearch([{ subjectId, kind: 'test.case', title, reference, body, readers }]),
  )
}

async function titles(query: string, who: Actor = reader): Promise<string[]> {
  return (await authority.as(who, () => search(query))).found.map(({ title }) => title)
}

describe('words', () => {
  test('are found by their French stems, with or without accents', async () => {
    await enter('Réfection de la chaussée')
    for (const query of ['réfections', 'refection', 'REFECTIONS', 'chaussees', 'de la chaussée'])
      expect(await titles(query), query).toEqual(['Réfection de la chaussée'])
  })

  test('are found while they are being typed, letter by letter', async () => {
    await enter('Acquisition d’un véhicule électrique')
    for (const word of ['acquisition', 'véhicule', 'electrique'])
      for (let typed = 1; typed <= word.length; typed++)
        expect(await titles(word.slice(0, typed)), word.slice(0, typed)).toHaveLength(1)
  })

  test('must all be there, the last one as far as it is typed', async () => {
    await enter('Réfection de la rue du Moulin')
    expect(await titles('réfection moul')).toHaveLength(1)
    expect(await titles('réfection tilleul')).toEqual([])
    expect(await titles('moul réfection')).toEqual([])
  })

  test('can be excluded, quoted or given as a choice', async () => {
    await enter('Rue du Moulin')
    await enter('Place du Moulin')
    expect(await titles('moulin -rue')).toEqual(['Place du Moulin'])
    expect(await titles('"rue du moulin"')).toEqual(['Rue du Moulin'])
    expect((await titles('rue or place')).toSorted()).toEqual(['Place du Moulin', 'Rue du Moulin'])
  })

  test('of the body count less than those of the title', async () => {
    await enter('Divers', { body: 'On y parle du moulin, du moulin et du moulin.' })
    await enter('Le moulin')
    expect(await titles('moulin')).toEqual(['Le moulin', 'Divers'])
  })
})

test('a reference is found whole, by its beginning and by its parts', async () => {
  await enter('Point', { reference: 'CC/20260625-1' })
  for (const query of ['CC/20260625-1', 'cc/20260625-1', 'CC/202606', '20260625-1', '20260625'])
    expect(await titles(query), query).toEqual(['Point'])
  expect(await titles('COL/20260625-1')).toEqual([])
})

test('whatever is typed is a question, never an error', async () => {
  await enter('Rue du Moulin')
  const typed = [
    '',
    ' ',
    '"',
    "'",
    "';--",
    '((',
    '& | !',
    ':*',
    '<->',
    '-',
    'or',
    '\\',
    'a:b*',
    '%',
  ]
  for (const query of [...typed, 'moulin '.repeat(5000), '🜁'.repeat(500), '\u{200B}'])
    expect(await titles(query), query.slice(0, 20)).toBeInstanceOf(Array)
})

test('the character that PostgreSQL cannot keep is refused in words', async () => {
  const { visitor } = await authority.person({ roles: ['agent'] })
  expect((await visitor.get('/search?q=%00moulin')).status).toBe(422)
})

describe('readers', () => {
  test('find what one of their principals may read, and nothing else', async () => {
    await enter('Moulin ouvert')
    await enter('Moulin fermé', { readers: ['role:secretariat'] })
    expect(await titles('moulin')).toEqual(['Moulin ouvert'])
    expect(await titles('moulin', { ...reader, principals: ['role:agent'] })).toEqual([])
  })

  test('who bear nothing find nothing', async () => {
    await enter('Moulin')
    await enter('Moulin perdu', { readers: [] })
    const bare = (principals: string) =>
      authority.asSystem(async () => {
        const { rows } =
          await sql`select * from kernel.search('moulin', ${sql.raw(principals)}, '{}', null, null, null, false, null, 9)`.execute(
            db(),
          )
        return rows
      })
    for (const principals of ['null', `'{}'`, 'array[null]::text[]', `array['']`, `array['%']`])
      expect(await bare(principals), principals).toEqual([])
  })

  test('lose at once what is taken from them', async () => {
    const entry = { subjectId: randomUUID(), kind: 'test.case', reference: '', body: '' }
    const readBy = (readers: readonly string[]) =>
      authority.asSystem(() => indexForSearch([{ ...entry, title: 'Moulin', readers }]))
    await readBy(reader.principals)
    expect(await titles('moulin')).toHaveLength(1)
    await readBy(['role:secretariat'])
    expect(await titles('moulin')).toEqual([])
  })

  test('of one authority find nothing of another, whatever they bear', async () => {
    await enter('Moulin de la voisine', { readers: ['role:agent'] })
    const other = await givenAuthority()
    const bearing = { ...reader, principals: ['role:agent', 'system'] }
    expect(await other.as(bearing, () => search('moulin'))).toMatchObject({ total: 0, found: [] })
  })

  test('find nothing where no authority is set', async () => {
    await enter('Moulin')
    const { rows } = await authority.asSystem(async () => {
      await sql`select set_config('app.tenant', '', true)`.execute(db())
      return sql`select * from kernel.search('moulin', array['system'], '{}', null, null, null, false, null, 9)`.execute(
        db(),
      )
    })
    expect(rows).toEqual([])
  })
})

describe('the house', () => {
  test('is nobody: no account can bear what the house bears', async () => {
    const person: TestPerson = await authority.person({ roles: ['agent'] })
    const promoted = authority.asSystem(() => setPrincipals(person.id, ['system']))
    await expect(promoted).rejects.toThrow(/account_is_a_person/)
  })

  test('a login or a name called system gives nothing', async () => {
    const person = await authority.person({
      firstName: 'system',
      lastName: 'system',
      account: { login: `system-${randomUUID()}`, password: 'test password' },
    })
    expect(person.actor.principals).toEqual([`user:${person.id}`])
    await enter('Moulin secret')
    expect((await person.visitor.get('/search?q=moulin')).text).not.toContain('Moulin secret')
  })
})

describe('what is told again', () => {
  const subjectId = randomUUID()
  const tells = (reference: string, body: string, readers: readonly string[]) =>
    authority.asSystem(() =>
      indexForSearch([
        { subjectId, kind: 'test.case', title: 'Four banal', reference, body, readers },
      ]),
    )

  test('is found by whoever may find it now, under what it is called now', async () => {
    const other = { ...reader, principals: [`service:${randomUUID()}`] }
    await tells('CC/1', 'Une voûte', reader.principals)
    await tells('CC/1', 'Une voûte', other.principals)
    expect(await titles('voûte')).toEqual([])
    for (const query of ['voûte', 'CC/1', 'banal'])
      expect(await titles(query, other)).toHaveLength(1)
    await tells('BP/2', 'Une voûte', other.principals)
    expect(await titles('CC/1', other)).toEqual([])
    for (const query of ['voûte', 'BP/2']) expect(await titles(query, other)).toHaveLength(1)
    await tells('BP/2', 'Une grille', other.principals)
    expect(await titles('voûte', other)).toEqual([])
    for (const query of ['grille', 'BP/2']) expect(await titles(query, other)).toHaveLength(1)
  })

  test('is not read again where it says the same words', async () => {
    const { database } = await ground()
    await tells('CC/1', 'Un pétrin', reader.principals)
    // Put wrong behind its back: only what is read again is right.
    const { rowCount } = await database.owner.query(
      `update kernel.search_entry set words = 'lavoir' where subject_id = $1`,
      [subjectId],
    )
    expect(rowCount).toBe(1)
    await tells('CC/1', 'Un pétrin', reader.principals)
    expect(await titles('lavoir')).toEqual(['Four banal'])
    await tells('CC/1', 'Un pétrin de bois', reader.principals)
    expect(await titles('lavoir')).toEqual([])
    expect(await titles('bois')).toEqual(['Four banal'])
  })
})

test('the entries themselves are closed to the application', async () => {
  for (const table of ['search_entry', 'search_part', 'search_word'])
    for (const statement of ['select tenant_id from', 'delete from'])
      await expect(
        authority.asSystem(() => sql.raw(`${statement} kernel.${table}`).execute(db())),
      ).rejects.toThrow(/permission denied/)
})
