import { cellInWords } from '#kernel/ui'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import { type DocumentTemplate, formats, type Report, type ReportBlock } from '#commons/documents'
import { type Dossier, type Kind, read } from '#commons/dossiers'
import { type Fields, labelsOf } from '#commons/records'
import { kindName, stateName } from '#commons/workflow'

/** The document that says all that a dossier does, as PDF, DOCX and ODS. Whoever sees the dossier may take it. */
export function recordTemplate<Own extends object>(
  kind: Kind<Own>,
  fields: Fields,
): DocumentTemplate {
  if (kind.withheld)
    throw new Error(`${kind.name} withholds columns: its document would tell them to all`)
  return {
    name: kind.name,
    formats,
    compose: (id) =>
      inItsLanguage(async () => ({
        language: itsLanguage(),
        report: await reported(await read(kind, id), fields),
      })),
    readers: async (id) => (await read(kind, id)).readers,
  }
}

/** What is longer than this stands below the facts, under a heading of its own. */
const longest = 100

async function reported(dossier: Dossier, fields: Fields): Promise<Report> {
  const labels = Object.entries<string>(labelsOf(fields)).filter(([name]) => name !== 'title')
  const told = await Promise.all(
    labels.map(async ([name, label]) => {
      const value: unknown = Reflect.get(dossier, name)
      const tell = await fields[name]?.plain?.([value])
      return { label, value: tell ? cellInWords(tell(value)) : '' }
    }),
  )
  const isLong = ({ value }: { value: string }) => value.length > longest || value.includes('\n')
  return {
    title: dossier.title,
    subtitle: [kindName(dossier.kind), dossier.reference, stateName(dossier.kind, dossier.state)]
      .filter(Boolean)
      .join(', '),
    facts: told.filter((one) => one.value && !isLong(one)),
    blocks: told
      .filter(isLong)
      .flatMap(({ label, value }): ReportBlock[] => [
        { kind: 'heading', level: 1, text: label },
        ...value.split('\n').map((text): ReportBlock => ({ kind: 'paragraph', text })),
      ]),
  }
}
