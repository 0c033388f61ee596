import { expect } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { TestPerson } from '#test/harness'
import { givenTown, type Sketch } from '../../deliberations/test/council.ts'

export interface Told {
  id: string
  state: string
  status: string
  nature: string
  due_on: string | null
  started_on: string | null
  value: string | null
  given_on: string | null
  why: string
  inherited: boolean
  draft_value?: string | null
}

/** A point of an amount above that of the law. */
export const dear: Sketch = { amount: 2_200_001 }

/** A town with a financial director, lawyers and an administrator, and what they do with advices. */
export async function givenAdvisers() {
  const town = await givenTown()
  const { authority } = town
  const legal = await authority.service('Juridique')
  const finances = await authority.person({ roles: ['agent', 'financial_director'] })
  const lawyer = await authority.person({ roles: ['agent'], in: legal })
  const administrator = await authority.person({ roles: ['agent', 'administrator'] })

  const on = async ({ id }: { id: string }, who: TestPerson = town.agent) =>
    (await who.visitor.api('GET', `/advices/of/${id}`)).json<{
      items: Told[]
      may_ask: { id: string; title: string }[]
      may_offer: { id: string; title: string }[]
    }>()
  const only = async (item: { id: string }, who: TestPerson = town.agent): Promise<Told> => {
    const [one] = (await on(item, who)).items
    if (!one) throw new Error('No advice is there')
    return one
  }
  const act = (who: TestPerson, method: string, path: string, body?: object) =>
    who.visitor.api(method, `/advices${path}`, body)
  const step = (who: TestPerson, { id }: { id: string }, verb: string, comment = 'Parce que') =>
    act(who, 'POST', `/advices/${id}/steps`, { verb, comment })
  const draft = (who: TestPerson, { id }: { id: string }, value: string, words = '') =>
    act(who, 'POST', `/advices/${id}/draft`, { draft_value: value, draft_words: words })

  const plainType = {
    ...{ about: 'deliberations.item', nature: 'optional', days: 7, unit: 'working' },
    offers: ['positive', 'negative', 'nil'],
  }
  let made = 0
  /** A kind of advice of the lawyers. */
  async function givenType(more: object = {}): Promise<{ id: string; title: string }> {
    const title = `Avis juridique ${(made += 1)}`
    const sent = { ...plainType, title, giver: `service:${legal}`, ...more }
    const written = await act(administrator, 'POST', '/types', sent)
    expect(written.status).toBe(201)
    return { id: written.json<{ id: string }>().id, title }
  }
  const ended = (type: { id: string }) =>
    act(administrator, 'POST', `/types/${type.id}/steps`, { verb: 'end', comment: '' })

  /** Days pass, for what is asked of a dossier. */
  async function later(advice: { id: string }, days: number): Promise<void> {
    await authority.asSystem(async () => {
      await sql`update commons.dossier set due_on = due_on - ${days}::int where id = ${advice.id}`.execute(
        db(),
      )
      await sql`update commons.advice set alert_on = alert_on - ${days}::int, told_on = told_on - ${days}::int,
        started_on = started_on - ${days}::int, given_on = given_on - ${days}::int where id = ${advice.id}`.execute(
        db(),
      )
    })
  }

  return {
    ...{ town, legal, finances, lawyer, administrator },
    ...{ on, only, act, step, draft, plainType, givenType, ended, later },
  }
}
