import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { assemble } from '#kernel/module'
import { db } from '#kernel/db'
import { type LegalAct, laws, wrongActs } from '../act.ts'
import { applied, asked, wrongAsked } from '../applied.ts'
import { keepLaw, law } from '../index.ts'

const on = (text: string) => Temporal.PlainDate.from(text)

/** A law as a trade declares it, with the words of another. */
const ringing = (days: number, to?: string): LegalAct['rules'][number] => ({
  organ: 'council',
  article: 'CDLD L9999-1',
  value: { kind: 'clear_days_before', days },
  from: '2020-01-01',
  ...(to && { to }),
  source: 'M.B. du 1er janvier 2020',
  verified: true,
})
const act = (...rules: LegalAct['rules']): LegalAct => ({
  key: 'belfry.ringing',
  name: 'law.title',
  rules,
})

const handle = applied('belfry.ringing', 'delay', 'law.title')
asked.delete(handle)

let authority: TestAuthority
beforeAll(async () => {
  authority = await givenAuthority()
})
afterAll(async () => keepLaw((await ground()).database))

/** Starts a house that declares this besides its own. */
const started = async (...acts: LegalAct[]) =>
  keepLaw((await ground()).database, [...laws.every(), ...acts])
const daysOn = (day: string) =>
  authority.asSystem(async () => (await handle.on('council', on(day)))?.value)

describe('at the start, the rows of the law become what trades declare', () => {
  test('a new rule is added, a second start writes nothing', async () => {
    expect(await started(act(ringing(3)))).toEqual([{ action: 'INSERT', key: 'belfry.ringing' }])
    expect(await daysOn('2026-01-01')).toEqual({ kind: 'clear_days_before', days: 3 })
    expect(await started(act(ringing(3)))).toEqual([])
  })

  test('one that is corrected in its file is corrected, and stays the same row', async () => {
    await started(act(ringing(3)))
    const ids = () =>
      authority.asSystem(() =>
        db()
          .selectFrom('commons.law_rule')
          .select(['article', 'source'])
          .where('key', '=', 'belfry.ringing')
          .execute(),
      )
    expect(await started(act(ringing(4)))).toEqual([{ action: 'UPDATE', key: 'belfry.ringing' }])
    expect(await daysOn('2026-01-01')).toEqual({ kind: 'clear_days_before', days: 4 })
    expect(await ids()).toHaveLength(1)
  })

  test('a decree is a rule more: what was before it keeps the law of its day', async () => {
    await started(act(ringing(3)))
    const reformed = { ...ringing(8), from: '2027-01-01' }
    const changed = await started(act(ringing(3, '2027-01-01'), reformed))
    expect(changed.map(({ action }) => action).toSorted()).toEqual(['INSERT', 'UPDATE'])
    expect(await daysOn('2026-12-31')).toEqual({ kind: 'clear_days_before', days: 3 })
    expect(await daysOn('2027-01-01')).toEqual({ kind: 'clear_days_before', days: 8 })
  })

  test('one that nobody declares any more is removed', async () => {
    await started(act(ringing(3)))
    expect(await started()).toEqual([{ action: 'DELETE', key: 'belfry.ringing' }])
    expect(await daysOn('2026-01-01')).toBeUndefined()
  })

  test('and not where a row refers to it: the start fails, and changes nothing', async () => {
    await started(act(ringing(3)))
    const { database } = await ground()
    await database.owner.query(`
      create schema planted;
      create table planted.bell (rule_id bigint references commons.law_rule);
      insert into planted.bell select id from commons.law_rule where key = 'belfry.ringing'`)
    try {
      await expect(started()).rejects.toThrow('bell_rule_id_fkey')
      expect(await daysOn('2026-01-01')).toBeDefined()
    } finally {
      await database.owner.query('drop schema planted cascade')
    }
  })

  test('two that start at once do it once', async () => {
    await started()
    const both = await Promise.all([started(act(ringing(3))), started(act(ringing(3)))])
    expect(both.flat()).toHaveLength(1)
  })
})

describe('a house does not start', () => {
  test('that asks for a law which nobody declares', () => {
    asked.add(handle)
    try {
      const alone = { ...law, needs: [], permissions: {}, fills: [] }
      expect(() => assemble([alone], [])).toThrow(
        'law applies the law belfry.ringing, which nobody declares',
      )
    } finally {
      asked.delete(handle)
    }
  })

  test('that asks for a law as what it is not', () => {
    const said = {
      ...ringing(3),
      value: { kind: 'term_share', numerator: 1, denominator: 2 } as const,
    }
    expect(wrongAsked([act(ringing(3))], [handle])).toEqual([])
    expect(wrongAsked([act(said)], [handle])).toEqual([
      'law applies the law belfry.ringing as delay, which it is not',
    ])
  })

  test('where a law is declared twice, or says two things of one day', () => {
    expect(wrongActs([act(ringing(3))])).toEqual([])
    expect(wrongActs([act(ringing(3)), act(ringing(4))])).toEqual([
      'The law belfry.ringing is declared twice',
    ])
    expect(wrongActs([act(ringing(3), ringing(4))])).toEqual([
      'The law belfry.ringing says two things for council from 2020-01-01',
    ])
  })

  test('where a rule ends before it begins, lasts no day, or is in doubt without saying why', () => {
    const wrong = (rule: LegalAct['rules'][number]) => wrongActs([act(rule)]).length
    expect(wrong(ringing(3, '2020-01-01'))).toBe(1)
    expect(wrong(ringing(0))).toBe(1)
    expect(wrong({ ...ringing(3), verified: false, note: '' })).toBe(1)
  })
})

describe('the page of the law', () => {
  test('says of a rule who applies it, and of the others that they are recorded', async () => {
    const { visitor } = await authority.person({ roles: ['agent'] })
    const { text } = await visitor.get('/law')
    const card = (name: string) =>
      text.split('<h2').find((part) => part.includes(`>${name}</h2>`)) ?? ''
    const convocation = card('Convocation d’un organe')
    expect(convocation).toContain('Appliquée')
    expect(convocation).toContain('dernier jour de réception de la convocation')
    expect(convocation).toContain('CDLD L1122-13, §\u00A01er')
    const aloud = card('Vote à haute voix, sur demande')
    expect(aloud).toContain('Consignée, pas encore appliquée')
    expect(aloud).not.toContain('Appliquée')
  })

  test('shows neither the law of a trade that is off nor that it is applied by it', async () => {
    const off = await givenAuthority('municipality', { trades: [] })
    const { visitor } = await off.person({ roles: ['agent'] })
    expect((await visitor.get('/law')).text).not.toContain('Convocation d’un organe')
  })

  test('is for those who signed in', async () => {
    expect((await authority.visitor().get('/law')).status).toBe(303)
  })
})
