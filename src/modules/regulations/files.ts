import { fileName } from '#kernel/characters'
import { formatDate, t } from '#kernel/i18n'
import { clean, escape, isEmpty, toTree } from '#kernel/richtext'
import { inItsLanguage, itsLanguage, tenant } from '#kernel/tenancy'
import type { Proven } from '#kernel/timestamps'
import { printReport, type Report } from '#commons/documents'
import { canonicalJson, type Recorded, recordOf } from '#commons/publication'
import { PublicPosting } from './content.ts'
import { factsOnPaper } from './said.ts'

/**
 * The files of a copy: the record whose SHA-256 is its hash, the text for any browser, and a PDF that nobody changes: the one that
 * was given, else one (PDF/A) made of the text as it stood then.
 */
export function filesOf(copy: Recorded, given: readonly Proven[]): Promise<Proven[]> {
  return inItsLanguage(async () => {
    const content = PublicPosting.parse(copy.content)
    const name = fileName(`${copy.slug}-${copy.number}`)
    const record = Buffer.from(canonicalJson(recordOf(copy)))
    const pdf = given.find(({ type }) => type === 'application/pdf')
    return [
      { name: `${name}.json`, type: 'application/json', bytes: record },
      { name: `${name}.html`, type: 'text/html', bytes: Buffer.from(asHtml(copy.title, content)) },
      pdf ?? {
        ...{ name: `${name}.pdf`, type: 'application/pdf' },
        bytes: await printReport(reported(copy.title, content), 'pdf', whenOf(copy)),
      },
    ]
  })
}

const whenOf = ({ published_at }: Recorded) => new Date(published_at.epochMilliseconds)

function asHtml(title: string, { text, published_on }: PublicPosting): string {
  const day = t('regulations.published_on', {
    day: formatDate(Temporal.PlainDate.from(published_on)),
  })
  return [
    `<!doctype html><html lang="${itsLanguage()}"><meta charset="utf-8"><title>${escape(title)}</title>`,
    `<h1>${escape(title)}</h1><p>${escape(tenant().name)}. ${escape(day)}</p>`,
    `${clean(text).html}</html>\n`,
  ].join('\n')
}

const reported = (title: string, content: PublicPosting): Report => {
  const { html } = clean(content.text)
  return {
    title,
    subtitle: tenant().name,
    facts: factsOnPaper(content),
    blocks: isEmpty(html) ? [] : [{ kind: 'rich', blocks: toTree(html) }],
  }
}
