import { z } from 'zod'
import { permission } from '#kernel/access'
import { Conflict, NotFound } from '#kernel/errors'
import { readStoredFile } from '#kernel/files'
import { ApiRoutes, type Call, form, PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { type Annex, annexesOfMany } from '#commons/annexes'
import { load, read } from '#commons/dossiers'
import { type Item, items, type Meeting, meetings, seenOn } from '#modules/deliberations'
import { openAnswer } from './answer.ts'
import { filesOf, judgeFile } from './file.ts'
import { publicationPath } from '../paths.ts'
import { Judging } from './schema.ts'
import { refusals } from './tables.ts'

export const filePages = new PageRoutes('/deliberations')
export const fileApi = new ApiRoutes('/deliberations')

const reads = permission('publications.read')
const reviews = permission('publications.review')
const publishes = permission('publications.publish')
const at = '/meetings/:id/publication/files'

/** The file that the address names, of a point of the meeting that the one who acts may read. Throws `NotFound`. */
async function fileIn(c: Call, meeting: Meeting): Promise<{ item: Item; annex: Annex }> {
  const wanted = c.req.param('annex') ?? ''
  for (const [itemId, some] of await annexesOfMany([...(await seenOn(meeting))])) {
    const annex = some.find(({ id }) => id === wanted)
    if (annex) return { item: await read(items, itemId), annex }
  }
  throw new NotFound()
}

/** What everybody would be given, for whoever publishes it. */
async function shown(c: Call): Promise<Response> {
  const { annex } = await fileIn(c, await load(c, meetings))
  const file = (await filesOf([annex.id])).get(annex.id)
  if (!file) throw new NotFound()
  const { state, hash, type } = file
  if (state !== 'ready' || !hash || !type) throw new Conflict('publications.file.not_ready')
  const name = file.title || annex.title
  return openAnswer({ bytes: await readStoredFile(hash), hash, name, type })
}

filePages.get(`${at}/:annex`, reads, shown)

filePages.post(`${at}/:annex`, publishes, form(Judging), async (c, said) => {
  const meeting = await load(c, meetings)
  await judged(c, meeting, said)
  return redirect(c, publicationPath(meeting), { key: 'publications.file.saved' })
})

async function judged(
  c: Call,
  meeting: Meeting,
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

async function answered(meeting: Meeting): Promise<z.input<typeof FilesAnswer>> {
  const annexes = await annexesOfMany([...(await seenOn(meeting))])
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

fileApi.on(
  'get',
  at,
  reviews,
  { summary: 'The files that are to leave with the points of a meeting', answer: FilesAnswer },
  async (c) => answered(await load(c, meetings)),
)
fileApi.on(
  'get',
  `${at}/:annex`,
  reads,
  { summary: 'A file as everybody would be given it', file: true },
  shown,
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
    const meeting = await load(c, meetings)
    await judged(c, meeting, said)
    return answered(meeting)
  },
)
