import { expect } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import type { Visitor } from '#kernel/testing'
import { read } from '#commons/dossiers'
import { addTerm } from '#commons/vocabularies'
import { type Notice, notices, prepareNotices, routes } from './notice.ts'

/** An authority with a clerk who writes notices. */
export interface TownHall {
  authority: TestAuthority
  clerk: TestPerson
  visitor: Visitor
  /** Ids that exist, by what the table of cases calls them. */
  known: Readonly<Record<string, string>>
  /** A notice that the clerk wrote by the form. */
  written: (sent?: Sent) => Promise<Notice>
}

export type Sent = Record<string, string | string[]>

export async function townHall(): Promise<TownHall> {
  await prepareNotices()
  const authority = await givenAuthority()
  const clerk = await authority.person({
    roles: ['agent'],
    firstName: 'Nadia',
    lastName: 'Corbeau',
  })
  const visitor = authority.visitorOf(routes, clerk)
  async function written(sent: Sent = {}): Promise<Notice> {
    const answer = await visitor.post('/test/notices', { ...plain, ...sent })
    expect(answer.status, answer.text).toBe(303)
    const id = answer.headers.get('location')?.split('/').at(-1) ?? ''
    return authority.as(clerk, () => read(notices, id))
  }
  const terms = await authority.asSystem(async () => ({
    north: (await addTerm('test.zone', 'Nord')).id,
    south: (await addTerm('test.zone', 'Sud')).id,
  }))
  const known = {
    ...terms,
    desk: await authority.service('Travaux'),
    officer: clerk.id,
    other: (await written({ title: 'Un autre avis' })).id,
  }
  return { authority, clerk, visitor, known, written }
}

/** What the form of a notice must say. */
export const plain = {
  ...{ title: 'Avis', note: '', body: '', copies: '2', share: '0', fee: '10', day: '2026-06-25' },
  ...{ hour: '20:04', starts_on: '2026-01-01', colour: 'blue' },
}

/** The same for the API. */
export const asJson = {
  ...{ title: 'Avis', copies: 2, fee: 1000, day: '2026-06-25', hour: '20:04' },
  ...{ starts_on: '2026-01-01', colour: 'blue' },
}

/** What a browser would send of a name, as the page stands. */
export function asShown(page: string, name: string): string | string[] {
  const boxes = [...page.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*>`, 'g'))].map(
    ([tag]) => tag,
  )
  const value = (tag: string) => decoded(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')
  const sent = boxes.filter((tag) => !/type="(?:checkbox|radio)"/.test(tag) || / checked/.test(tag))
  if (sent.length > 0) return sent.length === 1 ? value(sent[0] ?? '') : sent.map(value)
  const [, area] = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(page) ?? []
  if (area !== undefined) return decoded(area)
  const [, select = ''] =
    new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(page) ?? []
  return decoded(/value="([^"]*)"[^>]*selected/.exec(select)?.[1] ?? '')
}

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The sentence at an answer that was refused. */
export const errorOf = (page: string, name: string) =>
  new RegExp(`id="f-${name}-error"[^>]*>(.*?)</div>`, 's').exec(page)?.[1] ?? ''
