import { z } from 'zod'
import { Conflict, ensure } from '#kernel/errors'
import { type MessageKey, t } from '#kernel/i18n'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import { askDocument, type DocumentTemplate, formats, type Report } from '#commons/documents'
import { type Dossier, forAll, type Kind, read, withoutUnread } from '#commons/dossiers'
import type { Fields } from '#commons/records'
import { stateName } from '#commons/workflow'
import { linksIn } from './document.ts'

/** A document of a register besides the one that says all: a permit, a letter. */
export interface Letter<One extends Dossier> {
  /** `permits.letter` */
  readonly name: string
  /** What it is: « Permis ». */
  readonly title: MessageKey
  /** The states in which it can be drawn up. */
  readonly from: readonly string[]
  /** In the language of the authority, of what all may read who see the dossier. */
  readonly compose: (dossier: One) => Report | Promise<Report>
}

/** What is asked for: one of these letters, or else the document that says all, in a format. */
export const askedOf = (letters: readonly Pick<Letter<never>, 'name'>[], kind: { name: string }) =>
  z.object({
    template: z.enum([kind.name, ...letters.map(({ name }) => name)]).default(kind.name),
    format: z.enum(formats),
  })

/** How it is printed; whoever sees the dossier may take it. */
export const letterTemplate = <Own extends object>(
  kind: Kind<Own>,
  { name, compose }: Letter<Dossier<Own>>,
  fields: Fields,
): DocumentTemplate => ({
  name,
  formats: ['pdf', 'docx'],
  compose: (id) =>
    inItsLanguage(async () => {
      const all = await read(kind, id)
      const [open = all] = await forAll(kind, [all])
      return {
        language: itsLanguage(),
        report: await compose(await withoutUnread(open, linksIn(fields))),
      }
    }),
  readers: async (id) => (await read(kind, id)).readers,
})

/** Asks for a document of a dossier. Throws `Conflict` where its letter is not drawn up in this state. */
export function askFor<Own extends object>(
  dossier: Dossier<Own>,
  kind: Kind<Own>,
  { template, format }: { template: string; format: (typeof formats)[number] },
  letters: readonly Letter<Dossier<Own>>[],
) {
  const letter = letters.find(({ name }) => name === template)
  const { state, reference, id } = dossier
  if (letter)
    ensure(letter.from.includes(state), Conflict, 'registers.not_drawn_up', {
      title: t(letter.title),
      state: stateName(kind.name, state),
    })
  const title = letter ? [t(letter.title), reference].filter(Boolean).join(' ') : dossier.title
  const fileName = `${template.replaceAll('.', '-')}-${id}.${format}`
  return askDocument(dossier, template, { title, fileName, format })
}
