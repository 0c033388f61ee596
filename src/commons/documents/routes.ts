import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { readStoredFile } from '#kernel/files'
import { ApiRoutes, type Call, fileAnswer, PageRoutes } from '#kernel/http'
import { readyDocument } from './document.ts'
import { contentTypes } from './formats.ts'

export const pages = new PageRoutes('/documents')

pages.get('/:id', permission('documents.download'), (c) => download(c))

export const api = new ApiRoutes('/documents')
api.on(
  'get',
  '/:id',
  permission('documents.download'),
  { summary: 'The bytes of a document that I may take; 503 until it is made', file: true },
  download,
)

async function download(c: Call): Promise<Response> {
  const { hash, file_name, format } = await readyDocument(c.req.param('id') ?? '')
  await audit('download', c.req.path)
  const bytes = await readStoredFile(hash)
  const type = contentTypes[format]
  return fileAnswer(bytes, { name: file_name, type, inPlace: format === 'pdf' })
}
