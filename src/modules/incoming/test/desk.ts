import { annexesOf } from '#commons/annexes'
import type { TestPerson } from '#test/harness'
import { givenVendor, type Vendor } from './vendor.ts'

interface Reviewed {
  id: string
  found: { words: string; verdict: string | null }[]
}

/** A vendor whose words mean something here, and the agent who publishes what it tells. */
export async function givenDesk(organ: 'council' | 'college' = 'council') {
  const vendor = await givenVendor()
  const { town } = vendor
  const { secretariat } = town
  const asks = (path: string) => town.authority.visitor().get(path)
  const page = (meeting: string) => `/incoming/meetings/${meeting}/publication`

  /** Tells a meeting; its dossier. */
  async function tell(told: object, to: Vendor = vendor): Promise<string> {
    const answer = await to.push(told)
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.json<{ meeting: string }>().meeting
  }

  const map = (meanings: Record<string, string>) =>
    secretariat.visitor.post(
      `/incoming/sources/${vendor.source}/mapping`,
      Object.fromEntries(Object.entries(meanings).map(([name, id]) => [`to.${name}`, id])),
    )

  const publish = (meeting: string, who: TestPerson = secretariat) =>
    who.visitor.post(page(meeting), {})

  /** What is said of the points of a meeting to whoever publishes it. */
  const standing = async (meeting: string) =>
    (await secretariat.visitor.api('GET', page(meeting))).json<{
      path: string | null
      points: { id: string; number: string; state: string; stays: string | null }[]
    }>()

  const withhold = async (meeting: string, number: string, withheld: string) => {
    const { points } = await standing(meeting)
    const one = points.find((some) => some.number === number)
    return secretariat.visitor.api('POST', `${page(meeting)}/choices/${one?.id}`, { withheld })
  }

  /** Masks all that was found in the words of a meeting. */
  async function maskAll(meeting: string): Promise<string[]> {
    const path = `${page(meeting)}/review`
    const { points } = (await secretariat.visitor.api('GET', path)).json<{ points: Reviewed[] }>()
    const found = points.flatMap(({ id, found: some }) => some.map(({ words }) => ({ id, words })))
    for (const { id, words } of found)
      await secretariat.visitor.api('POST', `${path}/${id}`, { words, verdict: 'masked' })
    return found.map(({ words }) => words)
  }

  /** Has all files of a meeting leave with their points, once they are prepared; their ids. */
  async function chooseFiles(meeting: string): Promise<string[]> {
    const { points } = await standing(meeting)
    const { authority } = town
    const chosen: string[] = []
    for (const { id } of points) {
      const annexes = (await authority.asSystem(() => annexesOf(id))).map((one) => one.id)
      await secretariat.visitor.api('POST', `${page(meeting)}/choices/${id}`, {
        ...{ withheld: '', annexes },
      })
      chosen.push(...annexes)
    }
    await authority.drain()
    return chosen
  }

  /** What is said of the files that leave to whoever publishes. */
  const filesOf = async (meeting: string) =>
    (await secretariat.visitor.api('GET', `${page(meeting)}/files`)).items<{
      state: string
      found: { words: string }[]
    }>()

  /** Masks all that was found in a file, and these words. */
  async function maskFile(meeting: string, annex: string, words = ''): Promise<void> {
    const [one] = await filesOf(meeting)
    await secretariat.visitor.api('POST', `${page(meeting)}/files/${annex}`, {
      ...{ masked: one?.found.map((_, at) => at), words },
    })
    await town.authority.drain()
  }

  /** The first public file of the first point. */
  async function openFile(meeting: string): Promise<Uint8Array> {
    const { points } = await publicOf(meeting)
    const { text } = await asks(points[0] ?? '')
    const path = /href="(\/decisions\/files\/[^"]+)"/.exec(text)?.[1] ?? ''
    return (await asks(path)).bytes
  }

  /** The public agenda of a meeting, and the addresses of its points. */
  async function publicOf(meeting: string) {
    const { path } = await standing(meeting)
    if (!path) return { path: '', text: '', points: [] }
    const { text } = await asks(path)
    const points = [...text.matchAll(/href="(\/decisions\/[a-z]+-\d[^"/]+)"/g)]
    return { path, text, points: points.map(([, one = '']) => one) }
  }

  /** What programs read of a public point. */
  async function copyOf(path = '', number = 1) {
    const slug = path.split('/').at(-1)
    const { text } = await asks(`/publications/publications.point/${slug}/${number}.json`)
    return (JSON.parse(text) as { content: Record<string, unknown> }).content // A copy has one.
  }

  // A first message makes its words known; then somebody says what they mean.
  await tell({
    ...{ id: 'first', modified: '2026-01-01T00:00:00Z', organ: 'council', title: 'Conseil' },
    ...{ starts_at: '2026-01-15T20:00', place: '', state: 'planned', points: [] },
  })
  await map({ 'organ.council': town[organ].id })
  return {
    ...vendor,
    asks,
    chooseFiles,
    copyOf,
    filesOf,
    map,
    maskAll,
    maskFile,
    openFile,
    page,
    publicOf,
    publish,
    standing,
    tell,
    withhold,
  }
}

export type Desk = Awaited<ReturnType<typeof givenDesk>>
