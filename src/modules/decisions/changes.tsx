import { NotFound } from '#kernel/errors'
import { formatDate, t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { toPlainText } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import { Head, PublicSection, Row, Stack } from '#kernel/ui'
import { copiesUnder, type Published } from '#commons/publication'
import { TextsCompared } from '#commons/records'
import { outcomeInWords, type PublicPoint } from '#modules/copies'
import { pointCopies } from '#modules/publications'
import { copyOr, dayOf, Way } from './copy.tsx'
import { open } from './routes.ts'

/** What changed from a public copy, or the one before this one, to this one, word by word: from the project to the decision. */
open.kept('/:slug/:number{[0-9]+}/changes/:since{[0-9]+}?', async (c) => {
  const { slug = '', number, since } = c.req.param()
  const copy = await copyOr(c, pointCopies, slug, number)
  if (copy instanceof Response) return copy
  const copies = await copiesUnder(pointCopies, slug)
  const before = copies.find(
    (one) => one.number < copy.number && (since === undefined || one.number === Number(since)),
  )
  if (!before) throw new NotFound()
  const title = t('publications.changes.title')
  const both = [before, copy]
  return publicPage(
    c,
    { title: `${title} · ${copy.title}`, description: copy.title },
    <Stack>
      <Way over={[{ label: copy.title, href: pointCopies.path(slug) }]} last={title} />
      <Head
        title={title}
        reference={<span lang={itsLanguage()}>{copy.title}</span>}
        facts={t('publications.changes.lead')}
      />
      <Row>
        {both.map((one) => (
          <a href={`${pointCopies.path(slug)}/${one.number}`}>{nameOf(one)}</a>
        ))}
      </Row>
      <PublicSection title={t('publications.changes.words')}>
        {textOf(before) === textOf(copy) ? (
          <p>{t('publications.changes.none')}</p>
        ) : (
          <TextsCompared before={textOf(before)} after={textOf(copy)} />
        )}
      </PublicSection>
    </Stack>,
  )
})

const nameOf = ({ number, content, published_at }: Published<PublicPoint>) =>
  t('publications.copies.one', {
    ...{ number, day: formatDate(dayOf(published_at)) },
    stage: outcomeInWords(content.outcome) || t(`publications.stage.${content.stage}`),
  })

/** Everything that is read of a copy, a line a paragraph. */
function textOf({ title, content }: Published<PublicPoint>): string {
  const { note, organ_speaks, motivation, sentences, verb, decision, outcome, annexes } = content
  return [
    title,
    outcomeInWords(outcome),
    note && toPlainText(note),
    organ_speaks,
    toPlainText(motivation),
    ...sentences,
    verb,
    toPlainText(decision),
    ...annexes.map((file) => file.title),
  ]
    .filter(Boolean)
    .join('\n')
}
