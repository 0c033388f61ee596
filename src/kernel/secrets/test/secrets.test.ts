import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { readConfig } from '#kernel/config'
import { connect, type Database, db } from '#kernel/db'
import { fill } from '#kernel/module'
import { inTenant } from '#kernel/tenancy'
import { cloneOf } from '#kernel/testing'
import { mastersOfTests } from '../../../../test/harness/ground.ts'
import { keySource, useMasterKeys } from '../master.ts'
import { rotateData, rotateMaster } from '../rotate.ts'
import { blindIndex, seal, sealedColumns, unseal } from '../index.ts'
import { ensureSecrets, missingMasters } from '../start.ts'

/** A table of letters, whose word is enciphered. */
const word = { table: 'planted_secrets.letter', column: 'word' }
let database: Database
let one: TestAuthority
let other: TestAuthority
let folder: string

beforeAll(async () => {
  ;({ database } = await ground())
  await database.owner.query(`
    create schema planted_secrets;
    grant usage on schema planted_secrets to beffroi_app;
    create table planted_secrets.letter (tenant_id uuid not null, id uuid not null, word bytea,
      primary key (tenant_id, id));
    select kernel.isolate('planted_secrets.letter');`)
  fill(sealedColumns, word).place()
  one = await givenAuthority()
  other = await givenAuthority()
  folder = await mkdtemp(join(tmpdir(), 'beffroi-secrets-'))
})
afterEach(async () => {
  await useMasterKeys(mastersOfTests)
})
afterAll(async () => {
  await database.owner.query('drop schema planted_secrets cascade')
  await rm(folder, { recursive: true })
})

const write = (authority: TestAuthority, id: string, text: string) =>
  authority.asSystem(async () => {
    const sealed = await seal(word, id, text)
    await sql`insert into planted_secrets.letter (id, word) values (${id}, ${sealed})`.execute(db())
  })

const rowOf = async (id: string): Promise<Buffer> => {
  const { rows } = await sql<{ word: Buffer }>`
    select word from planted_secrets.letter where id = ${id}`.execute(db())
  return rows[0]?.word ?? Buffer.of()
}

const read = (authority: TestAuthority, id: string) =>
  authority.asSystem(async () => unseal(word, id, await rowOf(id)))

test('a value is read again, and nothing of it stands in its row', async () => {
  const id = randomUUID()
  await write(one, id, '85.07.30-033.28')
  expect(await read(one, id)).toBe('85.07.30-033.28')
  const sealed = await one.asSystem(() => rowOf(id))
  expect(sealed.toString('latin1')).not.toMatch(/8507|033/)
  const twice = await one.asSystem(() => seal(word, id, '85.07.30-033.28'))
  expect(twice.equals(sealed)).toBe(false)
})

test('a cipher text that is moved to another row, column or authority, or changed, is not read', async () => {
  const [id, second] = [randomUUID(), randomUUID()]
  await write(one, id, 'secret')
  await write(other, second, 'of another')
  const sealed = await one.asSystem(() => rowOf(id))
  await one.asSystem(async () => {
    await expect(unseal(word, second, sealed)).rejects.toThrow(/authenticate/)
    await expect(unseal({ ...word, column: 'note' }, id, sealed)).rejects.toThrow(/authenticate/)
    for (let at = 0; at < sealed.byteLength; at += 7) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(unseal(word, id, changed)).rejects.toThrow(/written|authenticate|not one of/)
    }
  })
  await other.asSystem(async () => {
    await expect(unseal(word, id, sealed)).rejects.toThrow('not one of this authority')
  })
})

test('nor where the key of one authority is given to another', async () => {
  const id = randomUUID()
  await write(one, id, 'secret')
  const key = await one.asSystem(() =>
    db()
      .selectFrom('kernel.secret_key')
      .selectAll()
      .where('use', '=', 'data')
      .executeTakeFirstOrThrow(),
  )
  const sealed = await one.asSystem(() => rowOf(id))
  const third = await givenAuthority()
  await third.asSystem(async () => {
    const { tenant_id: _, ...stolen } = key
    await db().insertInto('kernel.secret_key').values(stolen).execute()
    await expect(unseal(word, id, sealed)).rejects.toThrow(/authenticate/)
    await db().deleteFrom('kernel.secret_key').execute()
  })
})

test('the same value is found again in its authority, and tells nothing between two', async () => {
  const of = (authority: TestAuthority, value: string) =>
    authority.asSystem(async () => (await blindIndex(word, value)).toString('hex'))
  expect(await of(one, '85073003328')).toBe(await of(one, '85073003328'))
  expect(await of(one, '85073003328')).not.toBe(await of(one, '85073003329'))
  expect(await of(one, '85073003328')).not.toBe(await of(other, '85073003328'))
})

test('rotating the key of an authority enciphers all anew, while people read and write', async () => {
  const authority = await givenAuthority()
  const ids = Array.from({ length: 250 }, () => randomUUID())
  await authority.asSystem(async () => {
    for (const id of ids)
      await sql`insert into planted_secrets.letter (id, word)
        values (${id}, ${await seal(word, id, `word ${id}`)})`.execute(db())
  })
  const keysOf = () =>
    authority.asSystem(async () => {
      const { rows } = await sql<{ key: string }>`
        select distinct encode(substring(word from 2 for 16), 'hex') as key
        from planted_secrets.letter`.execute(db())
      return rows.map(({ key }) => key)
    })
  const before = await keysOf()
  const rotating = new AbortController()
  const late: string[] = []
  const readers = Array.from({ length: 2 }, async () => {
    for (let at = 0; !rotating.signal.aborted; at = (at + 1) % ids.length) {
      const id = ids[at] ?? ''
      expect(await read(authority, id)).toBe(`word ${id}`)
      if (at % 10 === 0) {
        const fresh = randomUUID()
        await write(authority, fresh, `word ${fresh}`)
        late.push(fresh)
      }
    }
  })
  const count = await rotateData(database, (work) => authority.asSystem(work))
  rotating.abort()
  await Promise.all(readers)
  expect(count).toBeGreaterThanOrEqual(250)
  const after = await keysOf()
  expect(after).toHaveLength(1)
  expect(after).not.toEqual(before)
  for (const id of [...ids.slice(0, 5), ...late])
    expect(await read(authority, id)).toBe(`word ${id}`)
  // An hour later, the key that nothing bears is gone.
  await authority.asSystem(() =>
    sql`update kernel.secret_key set retired_at = now() - interval '2 hours' where retired_at is not null`.execute(
      db(),
    ),
  )
  await rotateData(database, (work) => authority.asSystem(work))
  const keys = await authority.asSystem(() =>
    db().selectFrom('kernel.secret_key').select('id').where('use', '=', 'data').execute(),
  )
  expect(keys).toHaveLength(2)
})

test('the first start makes a key for its account alone; a missing or other one refuses the next', async () => {
  const url = await cloneOf(inject('templateUrl'), `secrets_${randomUUID().replaceAll('-', '')}`)
  const own = connect({ url, poolSize: 2 })
  const source = keySource(readConfig({ DATA_DIR: folder }))
  const file = join(folder, 'secrets.key')
  await ensureSecrets(own, source)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const first = await readFile(file, 'utf8')
  await ensureSecrets(own, source)
  expect(await readFile(file, 'utf8')).toBe(first)
  // A house that was restored without its key, and in which nothing was enciphered, begins anew and says so.
  await rm(file)
  expect(await missingMasters(own, source)).toHaveLength(1)
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await ensureSecrets(own, source)
  expect(String(said.mock.calls[0]?.[0])).toContain('another one holds from now on')
  said.mockRestore()
  expect(await missingMasters(own, source)).toEqual([])
  const key = await readFile(file, 'utf8')
  await own.owner.query(`begin; insert into kernel.tenant (id, slug, name, short_name, kind)
    values ('${one.tenant.id}', 'beauval', 'Beauval', 'Beauval', 'municipality');
    select set_config('app.tenant', '${one.tenant.id}', true);
    insert into kernel.secret_key (use, wrapped, master) select 'data', '', fingerprint from kernel.secret_master;
    commit`)
  await rm(file)
  await expect(ensureSecrets(own, source)).rejects.toThrow(`${file} does not hold the key`)
  const SECRETS_KEY = Buffer.alloc(32, 1).toString('base64')
  const given = keySource(readConfig({ SECRETS_KEY, DATA_DIR: folder }))
  await expect(ensureSecrets(own, given)).rejects.toThrow('SECRETS_KEY does not hold the key')
  const short = keySource(readConfig({ SECRETS_KEY: 'abc' }))
  await expect(ensureSecrets(own, short)).rejects.toThrow('holds what is no key')
  await writeFile(join(folder, 'own'), `${SECRETS_KEY}\n${key}`)
  await ensureSecrets(own, keySource(readConfig({ SECRETS_KEY_FILE: join(folder, 'own') })))
  await own.close()
})

test('rotating the master key wraps all anew, and a process that runs goes on', async () => {
  const authorities = [one, other]
  const ids = [randomUUID(), randomUUID()] as const
  await write(one, ids[0], 'first')
  await write(other, ids[1], 'second')
  let keys: readonly Uint8Array[] = await mastersOfTests.read()
  const source = {
    where: 'a file',
    read: () => Promise.resolve(keys.map((key) => Buffer.from(key))),
    write: (all: readonly Uint8Array[]) => {
      keys = all
      return Promise.resolve()
    },
    layAside: null,
  }
  await ensureSecrets(database, source)
  const all = async () => {
    const { rows } = await database.owner.query<{ id: string }>('select id from kernel.tenant')
    const { gate } = await ground()
    const tenants = await Promise.all(rows.map(({ id }) => gate.byId(id)))
    return tenants.flatMap((tenant) =>
      tenant ? [<T>(work: () => Promise<T>) => inTenant(database, tenant, work)] : [],
    )
  }
  await rotateMaster(database, all)
  expect(keys).toHaveLength(1)
  expect(keys).not.toEqual(await mastersOfTests.read())
  const { rows } = await database.owner.query('select fingerprint from kernel.secret_master')
  expect(rows).toHaveLength(1)
  for (const [at, authority] of authorities.entries())
    expect(await read(authority, ids[at] ?? '')).toBe(at === 0 ? 'first' : 'second')
  // The keys of the tests are those of all that comes after.
  keys = [...(await mastersOfTests.read()), ...keys]
  await useMasterKeys(source)
  await rotateMaster(database, all)
  expect(keys).toEqual(await mastersOfTests.read())
})

test('the former master key is laid beside the new one, for its account alone: backups of before are read with it', async () => {
  const url = await cloneOf(inject('templateUrl'), `secrets_${randomUUID().replaceAll('-', '')}`)
  const own = connect({ url, poolSize: 2 })
  const DATA_DIR = await mkdtemp(join(folder, 'rotated-'))
  const source = keySource(readConfig({ DATA_DIR }))
  await ensureSecrets(own, source)
  const former = await source.read()
  const aside = await rotateMaster(own, () => Promise.resolve([]))
  expect(aside).toMatch(/secrets\.key\.before-\d{4}-\d\d-\d\dT[\d.]+Z$/)
  expect((await stat(aside ?? '')).mode & 0o777).toBe(0o600)
  expect(await keySource(readConfig({ SECRETS_KEY_FILE: aside ?? '' })).read()).toEqual(former)
  expect(await source.read()).toHaveLength(1)
  expect(await source.read()).not.toEqual(former)
  // The next one does not write over it.
  expect(await rotateMaster(own, () => Promise.resolve([]))).not.toBe(aside)
  expect(await readdir(DATA_DIR)).toHaveLength(3)
  await own.close()
})

test('a master key that the operator keeps is put there by them', async () => {
  await ensureSecrets(database, mastersOfTests)
  await expect(rotateMaster(database, () => Promise.resolve([]))).rejects.toThrow(
    'the tests holds one key: put a new one before it',
  )
})
