import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml } from '#kernel/xml'
import type { Exchange, ExchangeShape, ExchangedElement } from '../exchange.ts'
import { readExchange } from '../read.ts'
import { schemaOf } from '../schema.ts'
import { writeExchange } from '../write.ts'
import { anyExchange, withoutBudget } from './anything.ts'
import { element, exchange, withoutLines } from './files.ts'

const shapes = ['from_ecomptes', 'to_ecomptes'] as const

async function reread(one: Exchange, shape: ExchangeShape): Promise<Exchange> {
  const reading = await readExchange(await writeExchange(one, shape))
  if (!reading.ok) throw new Error(reading.problems.map(({ sentence }) => sentence).join('\n'))
  expect(reading.shape).toBe(shape)
  return withoutLines(reading.exchange)
}

/** What comes back of an action that is sent in a plan. */
async function sent(more: Partial<ExchangedElement>): Promise<ExchangedElement | undefined> {
  const back = await reread(exchange([element('volet', 'v1', more)]), 'to_ecomptes')
  return back.volets[0]
}

describe.for(shapes)('what is written %s', (shape) => {
  test('is read back as it was, and is valid by the schema of that direction', async () => {
    await fc.assert(
      fc.asyncProperty(anyExchange, async (one) => {
        const whole = shape === 'from_ecomptes' ? one : withoutBudget(one)
        expect(await reread(one, shape)).toEqual(whole)
        const valid = await readXml(await writeExchange(one, shape), schemaOf(shape))
        expect(valid.ok).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('is the same bytes each time', async () => {
    const [one] = fc.sample(anyExchange, 1)
    const twice = async () => one && (await writeExchange(one, shape))
    expect(await twice()).toEqual(await twice())
  })
})

describe('what the format cannot hold', () => {
  const person = {
    civility: 'mrs',
    lastName: 'é'.repeat(101),
    firstName: 'a'.repeat(51),
    phone: '+32 (0)65 / 12 34 56',
    email: `${'a'.repeat(255)}@beauval.example`,
  } as const

  test('is cut where it is a text', async () => {
    const label = `A.1 - ${'😀'.repeat(300)}`
    const back = await sent({ label, responsible: person })
    expect(back?.label).toBe(`A.1 - ${'😀'.repeat(248)}…`)
    expect(back?.responsible?.lastName).toBe(`${'é'.repeat(99)}…`)
    expect(back?.responsible?.firstName).toBe(`${'a'.repeat(49)}…`)
  })

  test('is cut in the plan', async () => {
    const plan = { id: 'p'.repeat(41), label: 'x'.repeat(256), firstExercise: 1, lastExercise: 2 }
    const back = await reread({ ...exchange([element('volet', 'v')]), plan }, 'to_ecomptes')
    expect([back.plan.id.length, back.plan.label.length]).toEqual([40, 255])
  })

  test('is left out where half of it is of no use', async () => {
    expect((await sent({ mandatary: person }))?.mandatary).toMatchObject({
      phone: '+3265/123456',
      email: '',
    })
    const long = { ...person, phone: '0032 65 12 34 56 ext. 789' }
    expect((await sent({ mandatary: long }))?.mandatary?.phone).toBe('')
  })

  test.for([
    ['progress', { progress: 101 }],
    ['people', { fte: -1 }],
    ['not a number', { progress: Number.NaN }],
  ] as const)('is our mistake where it is a value: %s', async ([, more]) => {
    await expect(sent(more)).rejects.toThrow(/not valid: \/dataroot\/PST\/Volets\/Volet/)
  })

  test('is a plan without any volet', async () => {
    await expect(writeExchange(exchange([]), 'to_ecomptes')).rejects.toThrow(/Volets/)
  })
})
