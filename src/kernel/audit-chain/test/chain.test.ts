import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import {
  anchor,
  dropAnchors,
  forgetAudit,
  pseudonymise,
  pseudonymOf,
  verifyAudit,
} from '../index.ts'

/** An authority with lines in its log, each written by a transaction of its own. */
async function withLines(count: number): Promise<TestAuthority> {
  const town = await givenAuthority()
  for (let at = 0; at < count; at++) await town.asSystem(() => audit('download', `/annexes/${at}`))
  return town
}

const verified = (town: TestAuthority, text?: string) => town.asSystem(() => verifyAudit(text))
const found = async (town: TestAuthority) =>
  (await verified(town)).findings.map(({ what, from, to }) => [what, from, to])

/** What an administrator of the database does, whom no rule of the house binds. */
async function asOwner(town: TestAuthority, ...statements: string[]): Promise<void> {
  const client = await (await ground()).database.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.tenant', $1, true)`, [town.tenant.id])
    await client.query('set constraints all deferred')
    for (const one of statements) await client.query(one)
    await client.query('commit')
  } finally {
    client.release()
  }
}

const nth = (seq: number) =>
  `(select line_id from kernel.audit_link where tenant_id = kernel.tenant_id() and seq = ${seq})`

test('the application can add a line, and neither change, remove nor link one: PostgreSQL refuses', async () => {
  const town = await withLines(2)
  for (const statement of [
    sql`update kernel.audit set subject = 'x'`,
    sql`delete from kernel.audit`,
    sql`truncate kernel.audit`,
    sql`insert into kernel.audit_link (seq, line_id, hash) values (9, gen_random_uuid(), 'x')`,
    sql`update kernel.audit_link set hash = 'x'`,
    sql`delete from kernel.audit_link`,
    sql`truncate kernel.audit_link`,
    sql`insert into kernel.audit_cut (seq, hash, lines, first_at, last_at, master, signature)
      values (9, 'x', 1, now(), now(), 'x', 'x')`,
    sql`delete from kernel.audit_cut`,
    sql`insert into kernel.audit_pseudonym (seq, signature) values (1, 'x')`,
    sql`delete from kernel.audit_pseudonym`,
    sql`alter table kernel.audit disable trigger link`,
    sql`set session_replication_role = replica`,
    sql`select kernel.forget_audit(2, 'x', 'x')`,
  ])
    await expect(town.asSystem(() => statement.execute(db()))).rejects.toThrow(
      /permission denied|must be owner|last half year/,
    )
  expect(await found(town)).toEqual([])
})

test('lines that many write at once stand in one chain without gaps, and none waits for the whole of another', async () => {
  const town = await givenAuthority()
  let first = () => {}
  const open = new Promise<void>((resolve) => (first = resolve))
  // A long request has written its line, and is still open while others write theirs and end.
  const long = town.asSystem(async () => {
    await audit('download', 'long')
    await open
  })
  await Promise.all(
    Array.from({ length: 3 }, (_, at) => town.asSystem(() => audit('download', `short ${at}`))),
  )
  first()
  await long
  const { lines, head, findings } = await verified(town)
  expect({ lines, head: head?.seq, findings }).toEqual({ lines: 4, head: '4', findings: [] })
  const { rows } = await town.asSystem(() =>
    sql<{ subject: string }>`select a.subject from kernel.audit_link l
      join kernel.audit a on (a.tenant_id, a.id) = (l.tenant_id, l.line_id) order by l.seq`.execute(
      db(),
    ),
  )
  expect(rows.at(-1)?.subject).toBe('long')
})

test('what an administrator of the database does to the log is named, with its line and its times', async () => {
  const changed = await withLines(4)
  await asOwner(changed, `update kernel.audit set subject = '/annexes/9' where id = ${nth(2)}`)
  const [told] = (await verified(changed)).findings
  expect(told).toMatchObject({ what: 'changed', from: '2', to: '2', line: { action: 'download' } })
  expect(told?.after).toBeInstanceOf(Temporal.Instant)

  const back = await withLines(3)
  await asOwner(
    back,
    `update kernel.audit set at = at - interval '1 day', actor_name = 'Nobody' where id = ${nth(3)}`,
  )
  expect(await found(back)).toEqual([['changed', '3', '3']])

  const removed = await withLines(4)
  await asOwner(removed, `delete from kernel.audit where id = ${nth(3)}`)
  const [gone] = (await verified(removed)).findings
  expect(gone).toMatchObject({ what: 'removed', from: '3', to: '3' })
  expect(gone?.after && gone.before && Temporal.Instant.compare(gone.after, gone.before)).toBe(-1)

  const withLink = await withLines(4)
  await asOwner(
    withLink,
    `delete from kernel.audit where id in (${nth(2)}, ${nth(3)})`,
    'delete from kernel.audit_link where tenant_id = kernel.tenant_id() and seq in (2, 3)',
  )
  expect(await found(withLink)).toEqual([['link_removed', '2', '3']])

  const inserted = await withLines(2)
  await asOwner(
    inserted,
    'alter table kernel.audit disable trigger link',
    `insert into kernel.audit (action, actor_name) values ('download', 'Planted')`,
    'alter table kernel.audit enable trigger link',
  )
  expect(await found(inserted)).toEqual([['inserted', null, null]])
})

test('an end that is cut, and a chain that is reckoned anew, are seen by what is noted outside of the database', async () => {
  const cut = await withLines(5)
  expect(await cut.asSystem(anchor)).toBe(true)
  // The end did not move: nothing is noted twice.
  expect(await cut.asSystem(anchor)).toBe(false)
  expect(await found(cut)).toEqual([])
  await asOwner(
    cut,
    `delete from kernel.audit where id in (${nth(4)}, ${nth(5)})`,
    'delete from kernel.audit_link where tenant_id = kernel.tenant_id() and seq >= 4',
  )
  expect(await found(cut)).toEqual([['end', '4', '5']])
  // A line that is written since does not hide it.
  await cut.asSystem(() => audit('download', 'later'))
  await cut.asSystem(() => audit('download', 'later still'))
  expect(await found(cut)).toEqual([['rewritten', '1', '5']])

  const anew = await withLines(3)
  await anew.asSystem(anchor)
  await asOwner(
    anew,
    `update kernel.audit set subject = 'harmless' where id = ${nth(2)}`,
    `do $$ declare l record; last bytea := sha256(convert_to('beffroi audit ' || kernel.tenant_id(), 'UTF8')); begin
       for l in select k.seq, a as line from kernel.audit_link k join kernel.audit a on (a.tenant_id, a.id) = (k.tenant_id, k.line_id)
         where k.tenant_id = kernel.tenant_id() order by k.seq loop
         last := kernel.audit_hash(last, l.seq, l.line);
         update kernel.audit_link set hash = last where tenant_id = kernel.tenant_id() and seq = l.seq;
       end loop; end $$`,
  )
  const [told] = (await verified(anew)).findings
  expect(told).toMatchObject({ what: 'rewritten', to: '3' })
})

test('an anchor that somebody made without the key of the house counts for nothing, and is told', async () => {
  const town = await withLines(2)
  await town.asSystem(anchor)
  const made = {
    ...{ tenant: town.tenant.id, seq: '9', hash: createHash('sha256').update('x').digest('hex') },
    ...{ at: new Date().toISOString(), restored: false, master: '0'.repeat(32) },
    signature: '0'.repeat(64),
  }
  expect(await verified(town, `noise\n${JSON.stringify(made)}\n`)).toMatchObject({
    ...{ anchors: 0, anchorsUntold: 1, findings: [] },
  })
  await dropAnchors(town.tenant.id)
  expect((await verified(town)).anchors).toBe(0)
})

test('after a backup is put back, later anchors are void, and it is told up to where', async () => {
  const town = await withLines(4)
  await town.asSystem(anchor)
  await asOwner(
    town,
    `delete from kernel.audit where id = ${nth(4)}`,
    'delete from kernel.audit_link where tenant_id = kernel.tenant_id() and seq = 4',
  )
  await town.asSystem(() => anchor({ restored: true }))
  await town.asSystem(() => audit('download', 'since'))
  const { findings, restored } = await verified(town)
  expect(findings).toEqual([])
  expect(restored).toMatchObject([{ seq: '3' }])
})

test('what goes after its time leaves a signed cut, after which the chain goes on; a cut of another hand is named', async () => {
  const town = await givenAuthority()
  await town.asSystem(async () => {
    for (const days of [800, 790, 10])
      await sql`insert into kernel.audit (action, actor_name, at)
        values ('download', ${`${days}`}, now() - ${days} * interval '1 day')`.execute(db())
  })
  const before = Temporal.Now.instant().subtract({ hours: 24 * 730 })
  expect(await town.asSystem(() => forgetAudit(before))).toBe(2)
  expect(await verified(town)).toMatchObject({
    lines: 2,
    forgotten: 2,
    findings: [],
    head: { seq: '4' },
  })
  await town.asSystem(() => audit('download', 'since'))
  expect(await found(town)).toEqual([])
  await asOwner(
    town,
    `update kernel.audit_cut set signature = sha256('x') where tenant_id = kernel.tenant_id()`,
  )
  expect(await found(town)).toEqual([['front', null, '2']])
})

test('each authority has a chain of its own', async () => {
  const [one, other] = [await withLines(2), await withLines(1)]
  expect((await verified(one)).head?.seq).toBe('2')
  expect((await verified(other)).head?.seq).toBe('1')
})

test('a line says a pseudonym of who is erased, by the house alone: whoever changes it besides is named', async () => {
  const town = await givenAuthority()
  const zoe = await town.person({ firstName: 'Zoé', lastName: 'Marlier' })
  await town.as(zoe, () => audit('download', '/annexes/1'))
  await town.asSystem(() => audit('password_link', 'invitation z.marlier'))
  await town.asSystem(() => audit('download', '/annexes/z.marlierette'))
  await town.asSystem(anchor)
  expect(
    await town.asSystem(() => pseudonymise(zoe.id, ['z.marlier', 'Zoé Marlier'])),
  ).toBeGreaterThan(1)
  const said = await town.asSystem(() =>
    db().selectFrom('kernel.audit').select(['actor_id', 'actor_name', 'subject']).execute(),
  )
  expect(JSON.stringify(said)).not.toMatch(/Zoé|z\.marlier\b/)
  expect(said).toContainEqual({
    ...{ actor_id: zoe.id, actor_name: pseudonymOf(zoe.id), subject: '/annexes/1' },
  })
  expect(said.map(({ subject }) => subject)).toContain(`invitation ${pseudonymOf(zoe.id)}`)
  expect(said.map(({ subject }) => subject)).toContain('/annexes/z.marlierette')
  expect(await found(town)).toEqual([])
  // Once more changes nothing: nothing says the name any more.
  expect(await town.asSystem(() => pseudonymise(zoe.id, ['z.marlier']))).toBe(0)

  const line = `(select id from kernel.audit where subject = '/annexes/1')`
  await asOwner(town, `update kernel.audit set actor_name = 'Somebody else' where id = ${line}`)
  expect((await found(town)).map(([what]) => what)).toEqual(['changed'])

  // The application has a door for names alone, and without the key of the house what goes through it is told.
  const other = await withLines(2)
  const forged = sql`select kernel.pseudonymise_audit(array[1]::bigint[], array['x'], array[null]::text[], array['x'], array['x'::bytea])`
  await other.asSystem(() => forged.execute(db()))
  expect(await found(other)).toEqual([['changed', '1', '1']])
})
