import type { Duplex } from 'node:stream'
import { RdfaParser } from 'rdfa-streaming-parser'
import jsonld from 'jsonld'
import { Parser, type Quad, Writer } from 'n3'
import { readConfig } from '#kernel/config'
import { Visitor } from '#kernel/testing'
import { read } from '#commons/dossiers'
import { ground } from '#test/harness'
import { items, type Meeting } from '#modules/deliberations'
import { adoptRemaining } from '#modules/votes'
import { attendance } from '#modules/sittings'
import {
  givenMeeting,
  onMeeting,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { castVotes, decide, pollOn } from '../../votes/test/verbs.ts'

export const road: Sketch = {
  title: 'Réfection de la rue du Moulin',
  motivation:
    '<p>Vu le Code de la démocratie locale et de la décentralisation&nbsp;;</p><p>Considérant que la chaussée &lt;est&gt; « usée » &amp; fendue</p>',
  decision:
    '<p>Article 1er. D’approuver le marché</p><p>Article 2. De transmettre la décision à la tutelle.</p>',
}
export const market: Sketch = { title: 'Un marché public', decision: 'De choisir un entrepreneur' }
export const secret: Sketch = { title: 'Engagement d’une personne', privacy: 'secret' }

export const publicationOf = (meeting: { id: string }) =>
  `/deliberations/meetings/${meeting.id}/publication`

/** Votes on a point by names, against it so many or all, and decides it so. */
const votes = (town: Town, meeting: Meeting, { id }: { id: string }, against: number) =>
  onMeeting(town, town.secretariat, meeting, async (now: Meeting) => {
    const item = await read(items, id)
    const seats = (await attendance(now)).filter(
      ({ part, presence }) => part !== 'secretary' && presence === 'present',
    )
    const ballots = Object.fromEntries(
      seats.map((seat, index) => [seat.id, index < against ? ('no' as const) : ('yes' as const)]),
    )
    await castVotes(item, await pollOn(item, now), ballots)
    const isRejected = against > seats.length / 2
    await decide(await read(items, id), now, isRejected ? 'refuse' : 'accept')
  })

/** A meeting whose points were decided, closed; or one that is `held`. The first was voted, by names; so many were `against` it. */
export async function givenClosed(
  town: Town,
  sketches: readonly Sketch[] = [road, market],
  held?: Awaited<ReturnType<typeof givenMeeting>>,
  against = 1,
) {
  const { meeting, points } = held ?? (await givenMeeting(town, { items: sketches }))
  const [first] = points
  if (first && first.privacy === 'public' && first.poll_type !== 'secret')
    await votes(town, meeting, first, against)
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  await town.secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, {
    verb: 'close',
  })
  return { meeting, points }
}

/** The same, public; and where its pages are. */
export async function givenPublished(
  town: Town,
  sketches?: readonly Sketch[],
  held?: Awaited<ReturnType<typeof givenMeeting>>,
  against?: number,
) {
  const { meeting, points } = await givenClosed(town, sketches, held, against)
  await town.secretariat.visitor.post(publicationOf(meeting), {})
  const { text } = await town.secretariat.visitor.get(publicationOf(meeting))
  const [, agenda = ''] = /href="(\/decisions\/meetings\/[^"]+)"/.exec(text) ?? []
  const page = await town.authority.visitor().get(agenda)
  const pages = [...page.text.matchAll(/href="(\/decisions\/[a-z]+-[^"/.]+)"/g)].map(
    ([, one = '']) => one,
  )
  return { meeting, points, agenda, pages: [...new Set(pages)] }
}

/** Somebody who reads the portal of all authorities. */
export async function givenPortal(): Promise<Visitor> {
  const { app } = await ground()
  return new Visitor((path, init) => app.request(path, init), readConfig({}).portalHost ?? '')
}

/** What RDFa makes of the roles of a page’s parts, which are for other readers. */
const ofRoles = 'http://www.w3.org/1999/xhtml/vocab#'

/** What an RDFa reader finds in a page. */
export async function graphInPage(html: string, url: string): Promise<Quad[]> {
  const found: Quad[] = []
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  // A stream of Node, which its types do not say.
  const reader = new RdfaParser({ baseIRI: url, contentType: 'text/html' }) as unknown as Duplex
  reader.on('data', (quad: Quad) => found.push(quad))
  reader.on('error', reject)
  reader.on('end', resolve)
  reader.write(html)
  reader.end()
  await promise
  return found.filter(({ predicate }) => !predicate.value.startsWith(ofRoles))
}

/** What a JSON-LD reader finds, without asking anybody for a context. */
export async function graphInJson(text: string): Promise<Quad[]> {
  const told = await jsonld.toRDF(JSON.parse(text), {
    format: 'application/n-quads',
    documentLoader: (url) => Promise.reject(new Error(`${url} would be asked`)),
  })
  return new Parser({ format: 'N-Quads' }).parse(String(told))
}

/** Graphs whose every resource has a name are the same where their lines are. */
export function linesOf(quads: Iterable<Quad>): string[] {
  const writer = new Writer({ format: 'N-Quads' })
  return [
    ...new Set(
      [...quads].map((one) => writer.quadToString(one.subject, one.predicate, one.object)),
    ),
  ].toSorted()
}

/** Says what leaves of a point, as it is said on its page. */
export async function chooses(
  { secretariat: { visitor } }: Town,
  meeting: { id: string },
  point: { id: string } | undefined,
  said: { withheld: string; title: string },
): Promise<void> {
  const path = `${publicationOf(meeting)}/choices/${point?.id}`
  const { text } = await visitor.get(publicationOf(meeting))
  const [, form = ''] = text.split(`action="${path}"`)
  const [, edition = ''] = /name="edition" value="([^"]*)"/.exec(form) ?? []
  await visitor.post(path, { edition, ...said })
}
