import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beside, givenAuthority, ground, type TestAuthority } from '#test/harness'
import { Conflict, NotFound } from '#kernel/errors'
import { inPublic } from '#kernel/tenancy'
import { history, write } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import {
  latestPublished,
  publicationsOf,
  publish,
  published,
  type Publisher,
  verifyChain,
  withdraw,
} from '../index.ts'
import { errandCopies, opened, prepareCopies } from './errand-copies.tsx'

let authority: TestAuthority
let slug: string
let errand: Errand

beforeAll(async () => {
  await prepareErrands()
  prepareCopies()
  authority = await givenAuthority()
})

beforeEach(async () => {
  slug = `course-${randomUUID()}`
  errand = await opened(authority, slug)
})

afterAll(removeErrands)

const publishes = (what = errand, by: Publisher = errandCopies) =>
  authority.asSystem(() => publish(what, by))

async function moves(place: string): Promise<void> {
  errand = await authority.asSystem(() => write(errands, errand, { place }, 'move'))
}

/** What anybody outside reads. */
async function seen<T>(work: () => Promise<T>, of = authority): Promise<T> {
  const { database } = await ground()
  return inPublic(database, of.tenant, work)
}
const copy = (number?: number) => seen(() => published(errandCopies, slug, number))

describe('what is published', () => {
  test('is a copy: the dossier goes on, the copy stays as it was', async () => {
    const { hash } = await publishes()
    await moves('<p>Gare</p>')
    expect(await copy()).toMatchObject({
      number: 1,
      title: slug,
      content: { place: '<p>Moulin</p>' },
      hash,
    })
  })

  test('that says the same as the copy before writes nothing', async () => {
    const [first, again] = [await publishes(), await publishes()]
    expect(again.id).toBe(first.id)
    expect(await authority.asSystem(() => publicationsOf(errand.id))).toHaveLength(1)
    const lines = await authority.asSystem(() => history(errand.id))
    expect(lines.filter(({ type }) => type === 'test.errand.publish')).toHaveLength(1)
  })

  test('anew has the next number; the older stays readable and says that there is a later', async () => {
    await publishes()
    await moves('<p>Gare</p>')
    expect(await publishes()).toMatchObject({ number: 2 })
    expect(await copy()).toMatchObject({ number: 2, content: { place: '<p>Gare</p>' } })
    expect(await copy()).not.toHaveProperty('later')
    expect(await copy(1)).toMatchObject({ content: { place: '<p>Moulin</p>' }, later: 2 })
    const latest = await seen(() => latestPublished(errandCopies))
    expect(latest.filter((one) => one.slug === slug)).toMatchObject([{ number: 2, title: slug }])
  })

  test('is told in the history of the dossier, with its number and hash', async () => {
    const { hash } = await publishes()
    const [line] = await authority.asSystem(() => history(errand.id))
    expect(line).toMatchObject({ type: 'test.errand.publish', data: { number: 1, hash } })
  })

  test('is there for one authority only', async () => {
    await publishes()
    const other = await givenAuthority()
    await expect(seen(() => published(errandCopies, slug), other)).rejects.toThrow(NotFound)
    expect(await seen(() => latestPublished(errandCopies), other)).toEqual([])
    expect(await other.asSystem(() => publicationsOf(errand.id))).toEqual([])
  })

  test('by two at the same time is published once', async () => {
    const both = await authority.asSystem(async () => {
      const first = await publish(errand, errandCopies)
      return { first, second: await beside(() => publishes()) }
    })
    expect((await both.second.ended).id).toBe(both.first.id)
    expect(both.first.number).toBe(1)
  })

  test('under the slug of another dossier is refused', async () => {
    await publishes()
    const double = await opened(authority, slug)
    await expect(publishes(double)).rejects.toThrow(Conflict)
  })

  test('is not there under a number that never was, whatever it is', async () => {
    await publishes()
    for (const number of [0, 2, -1, 1.5, 2 ** 31, Number.NaN])
      await expect(copy(number), String(number)).rejects.toThrow(NotFound)
  })
})

describe('what must not leave', () => {
  const composing = (content: object): Publisher => ({
    ...errandCopies,
    compose: async () => ({ slug, title: slug, content }),
  })

  test('a field that the schema does not name makes publishing fail, and nothing is written', async () => {
    const more = composing({ place: '<p>Moulin</p>', asked_by: 'Alix Terval' })
    await expect(publishes(errand, more)).rejects.toThrow(/asked_by/)
    await expect(copy()).rejects.toThrow(NotFound)
  })

  test('masked words stay in the house', async () => {
    await moves('<p>Chez <mark class="masked">Alix <b>Terval</b></mark>, au moulin</p>')
    await publishes()
    const { content } = await copy()
    expect(content.place).toBe('<p>Chez <mark class="masked">masqué</mark>, au moulin</p>')
  })

  test('a trade that forgets to mask them is stopped', async () => {
    const careless = composing({ place: '<p>Chez <mark class="masked">Alix</mark></p>' })
    await expect(publishes(errand, careless)).rejects.toThrow(/masked words/)
    await expect(copy()).rejects.toThrow(NotFound)
  })
})

describe('a copy that is withdrawn', () => {
  const reason = 'Une adresse privée y était lisible'
  const withdraws = (id: string, from = errand) =>
    authority.asSystem(() => withdraw(from, id, reason))

  test('is not there for the public; the one before it is public again', async () => {
    await publishes()
    await moves('<p>Gare</p>')
    const second = await publishes()
    await withdraws(second.id)
    await expect(copy(2)).rejects.toThrow(NotFound)
    expect(await copy()).toMatchObject({ number: 1 })
    expect(await copy()).not.toHaveProperty('later')
  })

  test('keeps its row, its reason and its line in history', async () => {
    const { id } = await publishes()
    await withdraws(id)
    const [kept] = await authority.asSystem(() => publicationsOf(errand.id))
    expect(kept).toMatchObject({ id, withdrawal_reason: reason })
    const [line] = await authority.asSystem(() => history(errand.id))
    expect(line).toMatchObject({
      type: 'test.errand.withdraw_publication',
      data: { number: 1, comment: reason },
    })
  })

  test('leaves its number: the next copy has another, even if it says the same', async () => {
    await withdraws((await publishes()).id)
    expect(await publishes()).toMatchObject({ number: 2 })
  })

  test('is withdrawn once, and from its own dossier only', async () => {
    const { id } = await publishes()
    const other = await opened(authority, `autre-${slug}`)
    await expect(withdraws(id, other)).rejects.toThrow(NotFound)
    await withdraws(id)
    await expect(withdraws(id)).rejects.toThrow(NotFound)
    await expect(withdraws('abc')).rejects.toThrow(NotFound)
  })

  test('is as hidden from SQL of the public role as from the page', async () => {
    const { id } = await publishes()
    await withdraws(id)
    const { database } = await ground()
    const client = await database.publicPool.connect()
    try {
      await client.query(`set app.tenant = '${authority.tenant.id}'`)
      const sql = 'select number from commons.publication where slug = $1'
      expect((await client.query(sql, [slug])).rows).toEqual([])
    } finally {
      client.release(true)
    }
  })
})

describe('a copy that was published', () => {
  beforeEach(async () => {
    authority = await givenAuthority()
    errand = await opened(authority, slug)
  })

  /** Runs statements as the owner of the database, for the authority, and keeps what they do. */
  async function asOwner(...statements: string[]): Promise<void> {
    const { database } = await ground()
    const client = await database.owner.connect()
    try {
      await client.query(`begin; set local app.tenant = '${authority.tenant.id}'`)
      for (const one of statements) await client.query(one)
      await client.query('commit')
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const where = () => `where slug = '${slug}'`

  test('is neither changed nor erased, even by the owner of the database', async () => {
    const { id } = await publishes()
    for (const statement of [
      `update commons.publication set title = 'Autre' ${where()}`,
      `update commons.publication set content = '{}' ${where()}`,
      `update commons.publication set title = 'Autre', withdrawn_at = now(), withdrawal_reason = '' ${where()}`,
      `delete from commons.publication ${where()}`,
      'truncate commons.publication cascade',
    ])
      await expect(asOwner(statement), statement).rejects.toThrow(/never changed or erased/)
    await authority.asSystem(() => withdraw(errand, id, 'Erreur'))
    for (const change of [
      'withdrawn_at = null, withdrawal_reason = null',
      `withdrawal_reason = ''`,
    ])
      await expect(asOwner(`update commons.publication set ${change} ${where()}`)).rejects.toThrow(
        /withdrawn once/,
      )
  })

  /** What somebody does who stops the trigger first. */
  const tampers = (statement: string) =>
    asOwner(
      'alter table commons.publication disable trigger keep_publication',
      statement,
      'alter table commons.publication enable trigger keep_publication',
    )

  test.for([
    ['its content', `content = '{"place": "<p>Gare</p>"}'`],
    ['its title', `title = 'Autre'`],
    ['its instant', `published_at = published_at - interval '1 day'`],
    ['its number', 'number = 7'],
  ] as const)('is found by the chain when somebody changes %s', async ([, change]) => {
    await publishes()
    await publishes(await opened(authority, `${slug}-b`))
    expect((await authority.asSystem(verifyChain)).damages).toEqual([])
    await tampers(`update commons.publication set ${change} ${where()}`)
    expect((await authority.asSystem(verifyChain)).damages).toMatchObject([
      { what: 'changed', slug },
    ])
  })

  test('stands in one chain, whoever publishes other things at the same moment (B7)', async () => {
    const other = await opened(authority, `${slug}-b`)
    const { ended } = await authority.asSystem(async () => {
      await publish(errand, errandCopies)
      return beside(() => publishes(other))
    })
    await ended
    expect((await authority.asSystem(verifyChain)).damages).toEqual([])
  })

  test('stands in one chain, which a copy cannot leave', async () => {
    const first = await publishes()
    await publishes(await opened(authority, `${slug}-b`))
    await expect(tampers(`delete from commons.publication ${where()}`)).rejects.toThrow(
      /foreign key/,
    )
    await expect(
      tampers(`update commons.publication set hash = '${'0'.repeat(64)}' ${where()}`),
    ).rejects.toThrow(/foreign key/)
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await authority.asSystem(verifyChain)).damages).toEqual([])
  })
})
