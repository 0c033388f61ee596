import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emailsOf, keepEmail } from '#commons/directory'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { codeFrom, setUp } from './telephone.ts'

const password = 'test password'
let authority: TestAuthority
let somebody: TestPerson
let login: string

beforeAll(async () => {
  authority = await givenAuthority()
})

beforeEach(async () => {
  login = `p-${randomUUID()}`
  somebody = await authority.person({ roles: ['administrator'], account: { login, password } })
})

const lines = (action: 'second_factor_removed') =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.audit')
      .select('subject')
      .where('action', '=', action)
      .where('subject', 'like', `%${login}`)
      .orderBy('id')
      .execute(),
  )

describe('what is dangerous', () => {
  const longAgo = (minutes: number) =>
    authority.asSystem(() =>
      db()
        .updateTable('kernel.session')
        .set({ proven_at: Temporal.Now.instant().subtract({ minutes }) })
        .where('account_id', '=', somebody.id)
        .execute(),
    )
  const decide = (more: Record<string, string> = {}) =>
    somebody.visitor.post('/settings/identity', {
      ...{ 'identity.session_hours': '11', 'identity.idle_minutes': '100' },
      ...{ 'identity.second_needed': 'nobody', version: '' },
      ...more,
    })
  const decided = () =>
    authority.asSystem(() =>
      db().selectFrom('commons.setting').select('given').where('given', '=', '11').execute(),
    )

  test('is asked to be proven where that was long ago; what was filled in goes along, and is done at once', async () => {
    await longAgo(11)
    const asked = await decide()
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Confirmez que c’est vous')
    expect(asked.text).toMatch(/name="identity.session_hours" value="11"/)
    expect(await decided()).toEqual([])
    expect((await decide({ form_proof_password: 'a wrong one' })).text).toContain(
      'ni votre mot de passe',
    )
    const before = authority.bearing(somebody)
    expect((await decide({ form_proof_password: password })).status).toBe(303)
    expect(await decided()).toHaveLength(1)
    expect((await somebody.visitor.get('/inbox')).status).toBe(200)
    // Whoever knew the token from before knows nothing any more.
    expect((await before.visitor.get('/inbox')).status).toBe(303)
  })

  test('is proven by the code of a telephone too, and many wrong ones have to wait', async () => {
    const { key } = await setUp(somebody.visitor)
    await longAgo(11)
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => decide({ form_proof_password: 'a wrong one' })),
    )
    expect(tries.filter(({ text }) => text.includes('Trop d’essais'))).toHaveLength(3)
    expect((await decide({ form_proof_password: codeFrom(key) })).text).toContain('Trop d’essais')
    await authority.asSystem(() => db().deleteFrom('kernel.tried').execute())
    const { text } = await decide({ form_proof_password: codeFrom(key) })
    expect(text).not.toContain('Confirmez que c’est vous')
  })

  test('is to change where one is written to; the address that was is told, whoever changes it', async () => {
    const wishing = (email: string, more: Record<string, string> = {}) =>
      somebody.visitor.post('/notices/wishes', { email, ...more })
    const old = `${login}@example.org`
    await wishing(old)
    await longAgo(11)
    const asked = await wishing('thief@example.org')
    expect(asked.text).toContain('Confirmez que c’est vous')
    const program = await somebody.visitor.api('PUT', '/notices/wishes', { email: 'thief@a.be' })
    expect(program.status).toBe(403)
    expect((await wishing(old)).status).toBe(303)
    const address = async () =>
      (await authority.asSystem(() => emailsOf([somebody.id]))).get(somebody.id)
    expect(await address()).toBe(old)
    const told = () =>
      authority.asSystem(() =>
        db().selectFrom('kernel.mail').select('body').where('to_address', '=', old).execute(),
      )
    expect(await told()).toEqual([])
    expect((await wishing('own@a.be', { form_proof_password: password })).status).toBe(303)
    expect(await address()).toBe('own@a.be')
    expect((await told())[0]?.body).toContain('ne vous écrit plus à cette adresse')
    await authority.asSystem(() => keepEmail(somebody.id, old))
    await authority.asSystem(() => keepEmail(somebody.id, ''))
    expect(await told()).toHaveLength(2)
    const audited = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.audit')
        .select('id')
        .where('action', '=', 'email_changed')
        .where('subject', 'like', `%${somebody.id}`)
        .execute(),
    )
    expect(audited).toHaveLength(4)
  })

  test('is to let in another who lost what they came in by: a link shown once, a second factor removed, both told', async () => {
    const admin = await authority.person({ roles: ['administrator'] })
    const at = `/people/${somebody.id}`
    expect((await admin.visitor.get(at)).text).not.toContain('Retirer le second facteur')
    await setUp(somebody.visitor)
    expect((await admin.visitor.get(at)).text).toContain('Retirer le second facteur')
    await authority.asSystem(() => keepEmail(somebody.id, `${login}@example.org`))
    const ago = Temporal.Now.instant().subtract({ minutes: 11 })
    const older = (proven_at: Temporal.Instant) =>
      authority.asSystem(() =>
        db()
          .updateTable('kernel.session')
          .set({ proven_at })
          .where('account_id', '=', admin.id)
          .execute(),
      )
    await older(ago)
    for (const act of ['second-factor/removal', 'password-link'])
      expect((await admin.visitor.post(`${at}/${act}`)).text).toContain('Confirmez que c’est vous')
    const role = { kind: 'role', role: 'agent', held: 'own' }
    expect((await admin.visitor.post(`${at}/offices`, role)).text).toContain('Confirmez que c’est')
    expect((await admin.visitor.get('/people?as=csv')).text).toContain('Confirmez que c’est vous')
    await older(Temporal.Now.instant())
    expect((await admin.visitor.post(`${at}/second-factor/removal`)).status).toBe(303)
    expect(await lines('second_factor_removed')).toHaveLength(1)
    const [letter] = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.mail')
        .select('body')
        .where('to_address', '=', `${login}@example.org`)
        .execute(),
    )
    expect(letter?.body).toContain('a retiré les codes')
    expect((await admin.visitor.post(`${at}/second-factor/removal`)).status).toBe(409)
    // Nothing leaves this house: the link is shown, this once.
    const { text } = await admin.visitor.post(`${at}/password-link`)
    expect(text).toMatch(/\/sign-in\/link\/[\w-]{43}/)
    expect((await admin.visitor.get(at)).text).not.toContain('/sign-in/link/')
  })

  test('is refused to a program whose session is older', async () => {
    await longAgo(11)
    const { status, text } = await somebody.visitor.api('PUT', '/settings/identity', {
      ...{ version: '', values: {} },
    })
    expect(status).toBe(403)
    expect(text).toContain('auth.proof')
  })
})
