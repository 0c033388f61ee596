import { expect } from 'vitest'
import type { TestPerson } from '#test/harness'
import { type Exchange, type ExchangedElement, sortedArticles } from '../exchange.ts'
import { everyOne } from '../entry.ts'
import { readExchange } from '../read.ts'
import { richOf } from '../text.ts'

const path = '/strategy/ecomptes'

export const bytesOf = (text: string) => new TextEncoder().encode(text)
const fileOf = (xml: string) => new File([bytesOf(xml)], 'pst.xml')

/** Uploads a file and returns the address of the report. */
export async function upload({ visitor }: TestPerson, xml: string): Promise<string> {
  const sent = await visitor.post(path, { file: [fileOf(xml)] })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

/** The report on a file, as the page shows it. */
export const report = async (who: TestPerson, xml: string) =>
  (await who.visitor.get(await upload(who, xml))).text

/** What a department is called here when nobody says otherwise. */
export const asNames = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`departments.${name}`, 'name']))

/** Uploads a file and imports it with these answers. */
export async function importFile(
  who: TestPerson,
  xml: string,
  answers: Record<string, string> = {},
) {
  return who.visitor.post(await upload(who, xml), { act: 'commit', ...answers })
}

/** The ids of the plan where an import leads. */
export const planIn = (answer: { headers: Headers }) =>
  /plans\/([\da-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

/** What is exported of a plan, as text. */
export async function exported(who: TestPerson, planId: string, query = '') {
  const answer = await who.visitor.get(`/strategy/plans/${planId}/ecomptes.xml?${query}`)
  expect(answer.status).toBe(200)
  return answer.text
}

export async function exchangeIn(xml: string): Promise<Exchange> {
  const reading = await readExchange(bytesOf(xml))
  if (!reading.ok) throw new Error(reading.problems.map(({ sentence }) => sentence).join('\n'))
  return reading.exchange
}

/** The content of an exchange: neither the day of the file, nor lines, nor order, nor its maker. */
export const contentIn = async (xml: string) => {
  const { id: _day, generator: _by, volets, ...rest } = await exchangeIn(xml)
  return { ...rest, volets: volets.map(content) }
}

const content = (one: ExchangedElement): unknown => ({
  ...one,
  line: 0,
  startsOn: one.startsOn?.toString(),
  endsOn: one.endsOn?.toString(),
  description: richOf(one.description).html,
  articles: sortedArticles(one.articles),
  children: one.children.toSorted(byId).map(content),
})

const byId = (a: ExchangedElement, b: ExchangedElement) => (a.elementId < b.elementId ? -1 : 1)

/** An element of a file by its id. */
export const elementIn = async (xml: string, id: string) => {
  const { volets } = await exchangeIn(xml)
  return everyOne(volets).find(({ elementId }) => elementId === id)
}
