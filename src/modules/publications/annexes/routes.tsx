import { z } from 'zod'
import { permission } from '#kernel/access'
import { Conflict, NotFound } from '#kernel/errors'
import { readStoredFile } from '#kernel/files'
import { type ApiRoutes, type Call, form, openAnswer, type PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { type Annex, annexesOfMany } from '#commons/annexes'
import { type OpenMeeting, type OpenPoint, type Origin, originOf } from '../origin.ts'
import { filesOf, judgeFile } from './file.ts'
import { publicationPath } from '../paths.ts'
import { Judging } from './schema.ts'
import { refusals } from './tables.ts'

const reads = permission('publications.read')
const reviews = permission('publications.review')
const publishes = permission('publications.publish')
const at = '/meetings/:id/publication/files'

/** The file that the address names, of a point of the meeting that the one who acts may read. Throws `NotFound`. */
async function fileIn(c: Call, meeting: OpenMeeting): Promise<{ item: OpenPoint; annex: Annex }> {
  const origin = originOf(meeting)
  const wanted = c.req.param('annex') ?? ''
  for (const [itemId, some] of await annexesOfMany([...(await origin.seenOn(meeting))])) {
    const annex = some.find(({ id }) => id === wanted)
    const [item] = annex ? await origin.pointsOf([itemId]) : []
    if (annex && item) return { item, annex }
  }
  throw new NotFound()
}

/** What everybody would be given, for whoever publishes it. */
async function shown(c: Call, meeting: OpenMeeting): Promise<Response> {
  const { annex } = await fileIn(c, meeting)
  const file = (await filesOf([annex.id])).get(annex.id)
  if (!file) throw new NotFound()
  const { state, hash, type } = file
  if (state !== 'ready' || !hash || !type) throw new Conflict('publications.file.not_ready')
  const name = file.title || annex.title
  return openAnswer({ bytes: await readStoredFile(hash), hash, name, type })
}

async function judged(
  c: Call,
  meeting: OpenMeeting,
  { masked = [], ...said }: z.output<typeof Judging>,
) {
  const { item, annex } = await fileIn(c, meeting)
  await judgeFile(item, annex, { masked, ...said })
}

const FileAnswer = z.object({
  id: z.uuid().describe('Of the annex.'),
  item: z.uuid(),
  title: z.string().describe('The title under which it leaves.'),
  state: z
    .enum(['reading', 'asks', 'making', 'ready', 'refused'])
    .describe('`asks`: somebody is to say what is masked; `ready`: it leaves with its point.'),
  refusal: z.enum(refusals).nullable().describe('Why it cannot leave as it is.'),
  pages: z.int(),
  unread: z.array(z.int()).describe('Pages of which no text could be read.'),
  unseen: z.int().describe('Words that stood in it and that nobody sees: they do not leave.'),
  found: z.array(
    z.object({
      page: z.int().describe('From 1; 0: the title.'),
      kind: z.string(),
      words: z.string(),
      before: z.string(),
      after: z.string(),
      masked: z.boolean(),
    }),
  ),
  words: z.array(z.string()),
  nowhere: z
    .array(z.string())
    .describe(
      'Words to mask that stand nowhere in it as words: it is not made until they are said otherwise.',
    ),
  hash: z.string().nullable().describe('SHA-256 of the file that was made.'),
})
const FilesAnswer = z.object({ items: z.array(FileAnswer) })

async function answered(meeting: OpenMeeting): Promise<z.input<typeof FilesAnswer>> {
  const annexes = await annexesOfMany([...(await originOf(meeting).seenOn(meeting))])
  const files = await filesOf([...annexes.values()].flat().map(({ id }) => id))
  return {
    items: [...annexes].flatMap(([item, some]) =>
      some.flatMap((annex) => {
        const file = files.get(annex.id)
        if (!file) return []
        const { state, refusal, pages, unread, unseen, words, nowhere, hash } = file
        return {
          ...{ id: annex.id, item, title: file.title || annex.title, state, refusal },
          ...{ pages, unread, unseen, words, nowhere, hash },
          found: file.found.map(({ page, kind, words: said, before, after }, nth) => {
            const masked = file.masked.includes(nth)
            return { page, kind, words: said, before, after, masked }
          }),
        }
      }),
    ),
  }
}

/** The files that are to leave with the points of a meeting: what is masked of each, on pages. */
export function addFilePages(filePages: PageRoutes, { load }: Origin): void {
  filePages.get(`${at}/:annex`, reads, async (c) => shown(c, await load(c)))

  filePages.post(`${at}/:annex`, publishes, form(Judging), async (c, said) => {
    const meeting = await load(c)
    await judged(c, meeting, said)
    return redirect(c, publicationPath(meeting), { key: 'publications.file.saved' })
  })
}

/** The same in JSON. */
export function addFileApi(fileApi: ApiRoutes, { load }: Origin): void {
  fileApi.on(
    'get',
    at,
    reviews,
    { summary: 'The files that are to leave with the points of a meeting', answer: FilesAnswer },
    async (c) => answered(await load(c)),
  )
  fileApi.on(
    'get',
    `${at}/:annex`,
    reads,
    { summary: 'A file as everybody would be given it', file: true },
    async (c) => shown(c, await load(c)),
  )
  fileApi.on(
    'post',
    `${at}/:annex`,
    publishes,
    {
      summary: 'Say what is masked of a file that is to leave, and have it made',
      body: Judging,
      answer: FilesAnswer,
    },
    async (c, said) => {
      const meeting = await load(c)
      await judged(c, meeting, said)
      return answered(meeting)
    },
  )
}
