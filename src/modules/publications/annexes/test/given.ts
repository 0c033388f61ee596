import { inflateSync } from 'node:zlib'
import { addAnnexes, annexesOf } from '#commons/annexes'
import type { Meeting } from '#modules/deliberations'
import { adoptRemaining } from '#modules/votes'
import { ground } from '#test/harness'
import {
  givenMeeting,
  onMeeting,
  type Sketch,
  type Town,
} from '../../../deliberations/test/council.ts'
import { readPages } from '../../../../commons/pseudonymisation/test/pages.ts'

/** A closed meeting of one point, and the files of it that are to leave. */
export interface Given {
  meeting: Meeting
  item: string
  annexes: string[]
}

export const page = (meeting: { id: string }) => `/deliberations/meetings/${meeting.id}/publication`

/** A closed meeting of one point, with these files of it chosen and read. */
export async function chosen(
  town: Town,
  files: ReturnType<typeof file>[],
  sketch: Sketch = {},
): Promise<Given> {
  const { visitor } = town.secretariat
  const { meeting, points } = await givenMeeting(town, {
    items: [{ title: 'Achat de sel', ...sketch }],
  })
  const [point] = points
  if (!point) throw new Error('The meeting has no point')
  const item: string = point.id
  const added = await town.authority.asSystem(() =>
    addAnnexes(files.map(({ name, bytes }) => ({ dossier: point, name, bytes }))),
  )
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  await visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, { verb: 'close' })
  const given = { meeting, item, annexes: added.map(({ id }) => id) }
  await choose(town, given, given.annexes)
  await town.authority.drain()
  return given
}

/** Says which files leave with the point. */
export const choose = (town: Town, { meeting, item }: Given, annexes: string[], withheld = '') =>
  town.secretariat.visitor.api('POST', `${page(meeting)}/choices/${item}`, { withheld, annexes })

interface Told {
  state: string
  refusal: string | null
  unread: number[]
  unseen: number
  nowhere: string[]
  found: { words: string; kind: string; page: number }[]
  hash: string | null
}

/** What is said of the files to whoever publishes. */
export const toldOfAll = async (town: Town, { meeting }: Given): Promise<Told[]> =>
  (await town.secretariat.visitor.api('GET', `${page(meeting)}/files`)).items<Told>()

/** The same of the first one. */
export async function told(town: Town, given: Given): Promise<Told> {
  const [one] = await toldOfAll(town, given)
  if (!one) throw new Error('No file was chosen')
  return one
}

/** Says what is masked of the first file, and has it made. */
export async function judge(town: Town, { meeting, annexes }: Given, said: object) {
  const path = `${page(meeting)}/files/${annexes[0]}`
  const answer = await town.secretariat.visitor.api('POST', path, said)
  await town.authority.drain()
  return answer
}

export const publish = (town: Town, { meeting }: Given) =>
  town.secretariat.visitor.post(page(meeting), {})

/** The page of the point that everybody reads, or nothing. */
export async function publicPoint(town: Town, { meeting }: Given): Promise<string> {
  const { text } = await town.secretariat.visitor.get(page(meeting))
  const agenda = /href="(\/decisions\/meetings\/[^"]+)"/.exec(text)?.[1]
  if (!agenda) return ''
  const lines = await town.authority.visitor().get(agenda)
  return /href="(\/decisions\/[a-z]+-\d[^"/]+)"/.exec(lines.text)?.[1] ?? ''
}

/** Where everybody fetches the files of the point, each after the picture of its first page. */
export async function openFiles(town: Town, given: Given): Promise<string[]> {
  const { text } = await town.authority.visitor().get(await publicPoint(town, given))
  return [...text.matchAll(/(?:href|src)="(\/decisions\/files\/[^"]+)"/g)].map(
    ([, one = '']) => one,
  )
}

/** What anybody is given at an address. */
export async function fetched(town: Town, path: string, headers: Record<string, string> = {}) {
  const { app } = await ground()
  const { host } = town.authority.visitor()
  return app.request(`http://${host}${path}`, { headers: { host, ...headers } })
}

/** The bytes of the first file that everybody is given. */
export async function openBytes(town: Town, given: Given): Promise<Uint8Array> {
  const [, path = ''] = await openFiles(town, given)
  return new Uint8Array(await (await fetched(town, path)).arrayBuffer())
}

/** All that a file says: its bytes, and what its streams hold. */
export function allOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, one = '']) => {
    try {
      return inflateSync(Buffer.from(one, 'latin1')).toString('latin1')
    } catch {
      return '' // It is a picture, or in the clear.
    }
  })
  return [text, ...streams].join('\n')
}

/** What is read of a file by a machine, where something is seen; and how many words stand where nothing is. */
export async function readIn(bytes: Uint8Array): Promise<{ words: string; unseen: number }> {
  const read = await readPages({ bytes, from: 1, to: 20 })
  if ('refused' in read) throw new Error(`It is ${read.refused}`)
  return { words: read.texts.join('\n'), unseen: read.unseen }
}

/** A file as it is added to a point. */
export const file = (bytes: Uint8Array, name = 'Note.pdf') => ({ name, bytes })

/** The hash of the first file as it stands in its dossier. */
export const ownHash = async (town: Town, { item }: Given): Promise<string> =>
  (await town.authority.asSystem(() => annexesOf(item)))[0]?.hash ?? ''
