import { aside, TooMuch } from '#kernel/aside'
import type { Permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import type { PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { itsLanguage } from '#kernel/tenancy'
import { ButtonLink, Card, cellInWords, Head, Hidden, Stack } from '#kernel/ui'
import {
  type Dossier,
  historyLine,
  type Kind,
  load,
  type Reading,
  type Rewording,
  rewordingsOf,
} from '#commons/dossiers'
import { differenceOf, type Piece, whole } from './difference.ts'
import type { Field } from './field.ts'
import { type Fields, toldIn } from './fields.ts'
import { PieceOfText, shownIn } from './marked-pictures.tsx'

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

/** From here on, in characters, words are compared beside the thread that answers. */
const aLotToCompare = 4000

async function difference(before: string, after: string): Promise<Piece[]> {
  if (before.length + after.length < aLotToCompare) return differenceOf([before, after])
  try {
    return await aside('commons/records/difference.ts', 'differenceOf', [before, after])
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure
    return whole(before, after)
  }
}

/** What was taken away and what was put in, said also to who sees neither colour nor strokes. */
const Difference = ({
  pieces,
  pictures,
}: {
  pieces: readonly Piece[]
  pictures: ReadonlySet<string>
}) => (
  <div class="act reworded" lang={itsLanguage()}>
    {pieces.map(({ text, is }) =>
      is === 'same' ? (
        <PieceOfText text={text} of={pictures} />
      ) : is === 'added' ? (
        <ins>
          <Hidden>{t('records.reworded_added')}</Hidden>
          <PieceOfText text={text} of={pictures} />
        </ins>
      ) : (
        <del>
          <Hidden>{t('records.reworded_removed')}</Hidden>
          <PieceOfText text={text} of={pictures} />
        </del>
      ),
    )}
  </div>
)
