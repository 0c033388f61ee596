import type { Permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import type { PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { ButtonLink, Card, cellInWords, Head, Stack } from '#kernel/ui'
import {
  type Dossier,
  historyLine,
  type Kind,
  load,
  type Reading,
  type Rewording,
  rewordingsOf,
} from '#commons/dossiers'
import { Difference, difference } from './differing.tsx'
import type { Field } from './field.ts'
import { type Fields, toldIn } from './fields.ts'
import { shownIn } from './marked-pictures.tsx'

/**
 * Adds the page of what an edit changed in the long texts of a dossier, to which `RecordHistory` leads where it is told
 * `reworded`. It is for those who may read the dossier, that line of its history (`reading` says which, as on the page
 * of the dossier) and the field.
 */
export function rewordingRoute<Own extends object>(
  pages: PageRoutes,
  at: string,
  kind: Kind<Own>,
  fields: Fields,
  reads: Permission,
  reading: (dossier: Dossier<Own>) => Omit<Reading, 'all'> = () => ({}),
): void {
  // Without a long text there is nothing to show.
  if (!Object.values(fields).some(({ long }) => long)) return
  pages.get(`${at}/:id/history/:line`, reads, async (c) => {
    const dossier = await load(c, kind)
    const line = await historyLine(dossier.id, c.req.param('line') ?? '', reading(dossier))
    const readable: Fields = toldIn(fields, dossier) as Fields // Some of them.
    const texts = (await rewordingsOf(line)).flatMap((one) => {
      const field = readable[one.field]
      return field ? [{ ...one, of: field }] : []
    })
    if (texts.length === 0) throw new NotFound()
    const title = t('records.reworded')
    return page(
      c,
      { title: `${title} · ${dossier.title}` },
      <>
        <Head
          reference={<a href={kind.path(dossier.id)}>{dossier.title}</a>}
          title={title}
          facts={t('records.reworded_by', {
            name: line.actor_name,
            when: formatDateTime(line.at, 'short'),
          })}
          actions={
            <ButtonLink href={kind.path(dossier.id)} icon="arrow-left">
              {t('records.reworded_back')}
            </ButtonLink>
          }
        />
        <Stack>
          {texts.map((one) => (
            <Reworded {...one} />
          ))}
        </Stack>
      </>,
    )
  })
}

async function Reworded({ of, field, kept }: Rewording & { of: Field<unknown> }) {
  if (!kept)
    return (
      <Card title={t(of.label)} id={field}>
        <p>{t('records.reworded_gone')}</p>
      </Card>
    )
  const { before, after } = kept
  const [tell, show] = [await of.plain?.([before, after]), await of.shown([before, after])]
  const inWords =
    of.compared ?? ((text: unknown) => (tell ? cellInWords(tell(text)) : String(text)))
  const [was, is] = [before, after].map(inWords)
  return (
    <Card title={t(of.label)} id={field}>
      {was === is ? (
        <p>{t('records.reworded_look')}</p>
      ) : (
        <Difference
          pieces={await difference(was ?? '', is ?? '')}
          pictures={of.compared ? shownIn([before, after]) : none}
        />
      )}
      <details>
        <summary>{t('records.reworded_before')}</summary>
        {show(before) || '—'}
      </details>
      <details>
        <summary>{t('records.reworded_after')}</summary>
        {show(after) || '—'}
      </details>
    </Card>
  )
}

const none: ReadonlySet<string> = new Set()
