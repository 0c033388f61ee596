import { randomInt } from 'node:crypto'
import { annexesOf } from '#commons/annexes'
import { today } from '#commons/clock'
import { read, readMany } from '#commons/dossiers'
import { type Copy, publicationsOf, publisher, redacted } from '#commons/publication'
import { allTerms } from '#commons/vocabularies'
import { items } from '#modules/deliberations'
import { PublicPosting } from './content.ts'
import { matters, type Posting, replacedBy, types } from './fields.ts'
import { slugsOf } from './guards.ts'
import { articleOf, inForceOf } from './in-force.ts'
import { postings } from './posting.ts'

/** The text as everybody reads it. */
export const postingCopies = publisher<PublicPosting>({
  name: 'regulations.posting',
  kind: postings.name,
  content: PublicPosting,
  compose,
  path: (slug) => `/regulations/${slug}`,
})

async function compose(id: string): Promise<Copy<PublicPosting>> {
  const posting: Posting = await read(postings, id)
  const published_on = posting.publish_on ?? today()
  const force = await inForceOf(posting, published_on)
  const [item] = posting.item_id ? await readMany(items, [posting.item_id]) : []
  const [last] = await publicationsOf(id)
  return {
    slug: last?.slug ?? freshSlug(posting, published_on),
    title: posting.title,
    content: {
      nature: posting.nature,
      type: await named(types.name, posting.type_id),
      matter: await named(matters.name, posting.matter_id),
      body: posting.body,
      decided_on: said(posting.decided_on),
      decision: item?.reference || null,
      published_on: published_on.toString(),
      text: redacted(posting.text),
      consultation: posting.consultation,
      supervision: posting.supervised
        ? {
            by: posting.supervision_by,
            outcome: posting.supervision_outcome,
            on: said(posting.supervision_on),
            over_on: said(posting.supervision_over_on),
          }
        : null,
      in_force: force && {
        on: force.on.toString(),
        stated: force.stated,
        article: articleOf(force),
        days: force.stated ? null : force.days,
      },
      expires_on: said(posting.expires_on),
      replaces: await replacedIn(posting),
      pdf: await pdfOf(posting),
    },
  }
}

const said = (day: Temporal.PlainDate | null) => day?.toString() ?? null

const named = async (list: string, id: string | null) =>
  (await allTerms(list)).find((one) => one.id === id)?.name ?? null

async function replacedIn(posting: Posting): Promise<PublicPosting['replaces']> {
  const all = replacedBy(posting)
  const slugs = await slugsOf(all.map(({ posting_id }) => posting_id))
  return all.flatMap(({ posting_id, how, note }) => {
    const slug = slugs.get(posting_id)
    return slug ? [{ slug, how, note }] : []
  })
}

/** The file that is published with it. */
async function pdfOf({ id, pdf_id }: Posting): Promise<PublicPosting['pdf']> {
  const pdf = pdf_id ? (await annexesOf(id)).find((one) => one.id === pdf_id) : undefined
  return pdf ? { name: pdf.file_name, hash: pdf.hash, size: pdf.size } : null
}

const words = { regulation: 'reglement', order: 'arrete', notice: 'avis' } as const
const signs = '23456789abcdefghjkmnpqrstuvwxyz'

/** Words and a year that say what it is, and signs that nobody guesses: a title would stay in addresses. */
const freshSlug = ({ nature }: Posting, { year }: Temporal.PlainDate): string =>
  `${words[nature]}-${year}-${Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('')}`
