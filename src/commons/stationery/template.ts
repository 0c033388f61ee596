import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import type { Given, RecordKind } from '#commons/records'
import { plainVerbs } from '#commons/registers'
import { change } from '#commons/workflow'
import { type TemplateColumns, templateFields } from './fields.tsx'
import { ensureReadable } from './readable.ts'
import { authorityTemplates, type Template } from './standing.ts'
import { templateWorkflow } from './workflow.ts'

const plain = plainVerbs(authorityTemplates, templateFields, templateWorkflow)

/** Keeps the texts as they are now: a document says after which it was made. */
async function kept(template: Template): Promise<Template> {
  const { id, version, title, document_title, head, foot, body } = template
  await db()
    .insertInto('commons.template_version')
    .values({
      template_id: id,
      version,
      title,
      document_title,
      head,
      foot,
      body,
      written_by: actor().name,
    })
    .execute()
  return template
}

async function writeTemplate(
  given: Given<typeof templateFields>,
  told?: Parameters<typeof plain.write>[1],
): Promise<Template> {
  await ensureReadable(given)
  return kept(await plain.write(given, told))
}

async function rewriteTemplate(
  before: Template,
  given: Partial<Given<typeof templateFields>>,
): Promise<Template> {
  await ensureReadable({ ...before, ...given }, before.id)
  const template = await plain.rewrite(before, given)
  return template.version === before.version ? template : kept(template)
}

/** Writes a template and puts it into use. */
export async function writeInUse(given: Given<typeof templateFields>): Promise<void> {
  const template = await writeTemplate(given)
  await change(authorityTemplates, templateWorkflow, template, 'offer')
}

/** What form, list and API ask of templates, and the verbs that they call. */
export const templateRecord: RecordKind<typeof templateFields, TemplateColumns> = {
  ...{ kind: authorityTemplates, fields: templateFields, mayEdit: plain.mayEdit },
  ...{ write: writeTemplate, rewrite: rewriteTemplate },
  parts: [
    { title: 'stationery.form.what', names: ['title', 'about', 'condition'] },
    { title: 'stationery.form.text', names: ['document_title', 'body', 'head', 'foot'] },
  ],
}
