import { cellInWords } from '#kernel/ui'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import {
  type DocumentTemplate,
  formats,
  type Report,
  type ReportBlock,
  type ReportFact,
} from '#commons/documents'
import { type Dossier, forAll, type Kind, read, withoutUnread } from '#commons/dossiers'
import { type Fields, labelsOf, without } from '#commons/records'
import { kindName, stateName } from '#commons/workflow'

/**
 * The document that says all that whoever sees a dossier may read, as PDF, DOCX and ODS. All of them may take it: what the
 * kind withholds from some is not in it.
 */
export function recordTemplate<Own extends object>(
  kind: Kind<Own>,
  fields: Fields,
): DocumentTemplate {
  return {
    name: kind.name,
    formats,
    compose: (id) =>
      inItsLanguage(async () => {
        const all = await read(kind, id)
        const [open = all] = await forAll(kind, [all])
        const told = await withoutUnread(open, linksIn(fields))
        return { language: itsLanguage(), report: await reported(told, fields) }
      }),
    readers: async (id) => (await read(kind, id)).readers,
  }
}

/** The columns in which other dossiers are named. */
export const linksIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, { links }]) => (links ? [name] : []))

/** What is longer than this stands below the facts, under a heading of its own. */
const longest = 100

/** What a dossier says in these fields, as paper tells it: what it says nothing of is left out. */
export async function factsOnPaper(
  fields: Fields,
  dossier: object,
  names: readonly string[] = Object.keys(fields),
): Promise<ReportFact[]> {
  const labels: Record<string, string> = labelsOf(fields)
  const told = await Promise.all(
    names
      .filter((name) => name in dossier)
      .map(async (name) => {
        const value: unknown = Reflect.get(dossier, name)
        const tell = await fields[name]?.plain?.([value])
        return { label: labels[name] ?? name, value: tell ? cellInWords(tell(value)) : '' }
      }),
  )
  return told.filter(({ value }) => value)
}

async function reported(dossier: Dossier, fields: Fields): Promise<Report> {
  const told = await factsOnPaper(without(fields, ['title']), dossier)
  const isLong = ({ value }: { value: string }) => value.length > longest || value.includes('\n')
  return {
    title: dossier.title,
    subtitle: [kindName(dossier.kind), dossier.reference, stateName(dossier.kind, dossier.state)]
      .filter(Boolean)
      .join(', '),
    facts: told.filter((one) => !isLong(one)),
    blocks: told
      .filter(isLong)
      .flatMap(({ label, value }): ReportBlock[] => [
        { kind: 'heading', level: 1, text: label },
        ...value.split('\n').map((text): ReportBlock => ({ kind: 'paragraph', text })),
      ]),
  }
}
