import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { noteReturn, readReport, send } from '#kernel/mail'
import { report } from '../../../kernel/mail/test/report.ts'

let authority: TestAuthority
let author: TestPerson
let administrator: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  author = await authority.person({ roles: ['agent'] })
  administrator = await authority.person({ roles: ['administrator'] })
})

const letter = { to: { address: 'tom@example.org' }, subject: 'Un avis', text: 'Il y a un avis.' }

/** A message that the author's act wrote, handed over. */
async function handedOver(): Promise<{ id: string; token: string }> {
  const id = await authority.as(author, () => send(letter))
  return authority.asSystem(() =>
    db()
      .updateTable('kernel.mail')
      .set({ state: 'sent' })
      .where('id', '=', id)
      .returning(['id', 'token'])
      .executeTakeFirstOrThrow(),
  )
}

const comesBack = async (token: string) => {
  const read = await readReport(Buffer.from(report(token)))
  if (!read) throw new Error('No report')
  return authority.asSystem(() => noteReturn(read))
}

test('a message that comes back is marked, told to its author and to administrators, and warned of after', async () => {
  const first = await handedOver()
  expect(await comesBack(first.token)).toBe(true)
  const page = await administrator.visitor.get(`/outbox/${first.id}`)
  expect(page.text).toContain('Revenu')
  expect(page.text).toContain('550 5.1.1 No such user')
  for (const who of [author, administrator]) {
    const told = await who.visitor.get('/notices')
    expect(told.text).toContain('Le message à tom@example.org est revenu')
  }
  const next = await handedOver()
  const list = await administrator.visitor.get('/outbox')
  expect(list.text).toContain('Cette adresse a refusé un message le')
  const api = await administrator.visitor.api('GET', `/outbox/${next.id}`)
  expect(api.json()).toMatchObject({ state: 'sent', returned_at: expect.any(String) as string })
})

test('a report that was forged, or comes twice, changes nothing', async () => {
  const { id, token } = await handedOver()
  expect(await comesBack('f'.repeat(32))).toBe(false)
  expect(await comesBack(id.replaceAll('-', ''))).toBe(false)
  expect(await comesBack(token)).toBe(true)
  expect(await comesBack(token)).toBe(false)
})
