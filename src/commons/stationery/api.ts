import { z } from 'zod'
import { permission } from '#kernel/access'
import { type ApiRoutes, id } from '#kernel/http'
import { toHtml } from '#kernel/richtext'
import { formats } from '#commons/documents'
import { load } from '#commons/dossiers'
import { Asked } from './making.tsx'
import { placesOf } from './names.ts'
import { askAfter, madeAfter, offerFor, preview, tellableDossier, wouldOffer } from './paper.ts'
import { tellable } from './fields.tsx'
import { mergeablesOf } from './data.ts'
import { authorityTemplates } from './standing.ts'
import { templateRecord } from './template.ts'
import { versionsOf } from './versions.ts'

const reads = permission('stationery.read')
const makes = permission('stationery.make')

const Made = z.object({
  id: z.uuid().describe('Its bytes are at /api/documents/<id>, once it is ready'),
  title: z.string(),
  format: z.enum(formats),
  state: z.enum(['pending', 'ready', 'failed']),
  hash: z.string().nullable().describe('SHA-256'),
  reason: z.string().nullable().describe('Why it failed'),
})

const Name = z.object({
  code: z.string().describe('As a template writes it: `meeting.place`'),
  label: z.string(),
  sort: z.enum(['words', 'rich', 'figure', 'day', 'yes_no', 'group', 'list']),
})

/** Adds what programs ask besides the templates themselves: names, previews, versions, documents made after them. */
export function templateApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/names',
    reads,
    {
      summary: 'The names that templates may use, for each kind of dossiers',
      answer: z.object({ items: z.array(z.object({ kind: z.string(), names: z.array(Name) })) }),
    },
    async () => ({
      items: tellable().map((kind) => ({ kind, names: placesOf(mergeablesOf(kind)) })),
    }),
  )
  api.on(
    'post',
    '/templates/:id/preview',
    reads,
    {
      summary: 'What a template would say of a dossier; nothing is kept',
      body: z.object({ dossier: id() }),
      answer: z.object({
        ...{ title: z.string(), head: z.string(), foot: z.string(), html: z.string() },
        offered: z
          .enum(['offered', 'not', 'unread'])
          .describe(
            'Whether it would be offered for that dossier; unread: its condition takes too much',
          ),
      }),
    },
    async (c, { dossier }) => {
      const template = await load(c, authorityTemplates)
      const on = await tellableDossier(dossier)
      const { title, head = '', foot = '', blocks } = await preview(template, on)
      const html = blocks.map((one) => (one.kind === 'rich' ? toHtml(one.blocks) : '')).join('')
      return { title, head, foot, html, offered: await wouldOffer(template, on) }
    },
  )
  api.on(
    'get',
    '/templates/:id/versions',
    reads,
    {
      summary: 'The texts that a template had, the last first',
      answer: z.object({
        items: z.array(
          z.object({
            ...{ version: z.int(), written_by: z.string(), written_at: z.string() },
            ...{ title: z.string(), document_title: z.string() },
            ...{ head: z.string(), foot: z.string(), body: z.string() },
          }),
        ),
      }),
    },
    async (c) => ({
      items: (await versionsOf(await load(c, authorityTemplates))).map((one) => ({
        ...one,
        written_at: one.written_at.toString(),
      })),
    }),
  )
  api.on(
    'get',
    '/documents/:id',
    makes,
    {
      summary:
        'The documents of a dossier made after templates, and the templates that are offered for it',
      answer: z.object({
        items: z.array(Made),
        offered: z.array(z.object({ id: z.uuid(), title: z.string() })),
        unread: z
          .array(z.object({ id: z.uuid(), title: z.string(), condition: z.string() }))
          .describe('Not offered, for their condition takes too much: those that you may mend'),
      }),
    },
    async (c) => {
      const dossier = await tellableDossier(c.req.param('id') ?? '')
      const { offered, unread } = await offerFor(dossier)
      return {
        items: await madeAfter(dossier),
        offered: offered.map(({ id, title }) => ({ id, title })),
        unread: unread
          .filter(templateRecord.mayEdit)
          .map(({ id, title, condition }) => ({ id, title, condition })),
      }
    },
  )
  api.on(
    'post',
    '/documents/:id',
    makes,
    {
      summary: 'Have a document made of a dossier after a template',
      body: Asked,
      answer: Made,
      status: 202,
    },
    async (c, { template, format }) =>
      askAfter(await tellableDossier(c.req.param('id') ?? ''), template, format),
  )
}
