import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { givenAuthority, ground } from '#test/harness'
import { backUp, wholeArchive } from '#kernel/backup'
import { readArchive, writeArchive } from '../../src/kernel/backup/archive.ts'

const row = (said: object) => gzipSync(`${JSON.stringify(said)}\n`)

test('an archive of one authority into which something of another was put is refused before anything is written (H10)', async () => {
  const town = await givenAuthority('cpas')
  const { id, slug } = town.tenant
  const other = randomUUID()
  const home = await mkdtemp(join(tmpdir(), 'beffroi-forged-'))
  const archive = join(home, 'town.tar')
  const { database } = await ground()
  await backUp(database, archive, { id, slug })
  expect((await wholeArchive(archive)).manifest.authority).toEqual({ id, slug })
  /** What is put in, where, and how it is told. */
  const forgeries: [string, Uint8Array, string][] = [
    [
      `rows/kernel.account/${other}/000001.jsonl.gz`,
      row({ tenant_id: other, login: 'forger' }),
      'rows of kernel.account',
    ],
    [
      `rows/commons.role_grant/${id}/000999.jsonl.gz`,
      row({ tenant_id: other, role: 'administrator' }),
      'rows of commons.role_grant',
    ],
    [
      'rows/kernel.secret_master/-/000001.jsonl.gz',
      row({ fingerprint: 'ours' }),
      'rows of kernel.secret_master',
    ],
    [
      'rows/kernel.tenant/-/000002.jsonl.gz',
      row({ id: other, slug: 'forged' }),
      'rows of kernel.tenant',
    ],
    ['jobs/000999.jsonl.gz', row({ identifier: 'x', payload: { tenant: other } }), 'jobs in'],
    [
      'jobs/000999.jsonl.gz',
      // It would take the place of a job of the other.
      row({ identifier: 'x', payload: { tenant: id }, key: `${other}:x` }),
      'jobs in',
    ],
    [
      `files/${other}/${createHash('sha256').update('x').digest('hex')}`,
      Buffer.from('x'),
      'the file files/',
    ],
  ]
  for (const [name, bytes, told] of forgeries) {
    const path = join(home, `${randomUUID()}.tar`)
    const written = writeArchive(path)
    for await (const entry of readArchive(archive)) {
      if (entry.name === 'end.json') await written.add(name, bytes)
      await written.add(entry.name, entry.bytes)
    }
    await written.finish()
    const failure = await wholeArchive(path).catch(String)
    expect(failure).toContain(`holds ${told}`)
    expect(failure).toContain('nothing was restored')
  }
  await rm(home, { recursive: true })
})
