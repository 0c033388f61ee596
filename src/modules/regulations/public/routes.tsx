import { z } from 'zod'
import { NotFound } from '#kernel/errors'
import { type Call, fileAnswer, form, optionalLine, PublicRoutes } from '#kernel/http'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import {
  EmptyState,
  filterAddress,
  choiceOf,
  Filters,
  Head,
  Note,
  PublicSection,
  Stack,
} from '#kernel/ui'
import { openFile, published, type Published, withdrawnUnder } from '#commons/publication'
import type { PublicPosting } from '../content.ts'
import { postingCopies } from '../copies.ts'
import { containerOf, filesKept, proofIn } from '../proof.ts'
import { facets, findTexts, type FoundText, onBoard, standings } from './find.ts'
import { Text, Way } from './text.tsx'
import { Texts } from './texts.tsx'

export const open = new PublicRoutes('/regulations')

const Search = z.object({
  q: optionalLine(500),
  type: optionalLine(200),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  standing: z.enum(standings).optional().catch(undefined),
  after: optionalLine(500),
})

/** What the authority published as rules for all, and its notices: by words, type, year, in force or not. */
open.get('/', form(Search), async (c, { q, type, year, standing, after }) => {
  const { found, total, exact, next, stems } = await findTexts({
    ...{ q, year, standing, type: type || undefined, after: after || undefined },
  })
  const { types, years } = await facets()
  const title = t('regulations.public.title')
  const lead = t('regulations.public.lead')
  const query = { q, type, year: String(year ?? ''), standing: standing ?? '' }
  const asks = (more: Record<string, string>) =>
    filterAddress('/regulations', { ...query, ...more })
  const any = t('regulations.public.any')
  return publicPage(
    c,
    {
      ...{ title, description: lead },
      search: { action: '/regulations', label: t('regulations.public.search'), value: q },
    },
    <Stack>
      <Head title={title} facts={lead} />
      <p>
        <a href="/regulations/board">{t('regulations.board')}</a>
      </p>
      <Filters
        action="/regulations"
        sentence={[
          t('regulations.public.of'),
          choiceOf('type', any, type, types, t('regulations.posting.type')),
          choiceOf(
            'standing',
            any,
            standing ?? '',
            standings.map((one) => [one, t(`regulations.public.standing.${one}`)]),
            t('regulations.public.standing'),
          ),
          choiceOf('year', any, query.year, years.map(String), t('regulations.public.year')),
        ]}
        keep={q ? { q } : {}}
        reset={type || year || standing ? asks({ type: '', year: '', standing: '' }) : undefined}
      />
      <h2>{t(exact ? 'regulations.public.total' : 'regulations.public.more', { count: total })}</h2>
      {found.length === 0 ? (
        <EmptyState icon="scale" sentence={t('regulations.public.none')} />
      ) : (
        <Texts of={found} stems={q ? stems : []} />
      )}
      {next && (
        <p>
          <a href={asks({ after: next })} rel="next">
            {t('regulations.public.next')}
          </a>
        </p>
      )}
    </Stack>,
  )
})

/** The permanent board (tableau d’affichage): what hangs there now. */
open.kept('/board', async (c) => {
  const hanging = await onBoard()
  const title = t('regulations.board')
  const lead = t('regulations.board.lead')
  const parts = [
    { title: t('regulations.board.notices'), texts: hanging.filter(isNotice) },
    { title: t('regulations.board.texts'), texts: hanging.filter((one) => !isNotice(one)) },
  ]
  return publicPage(
    c,
    { title, description: lead },
    <Stack>
      <Way last={title} />
      <Head title={title} facts={lead} />
      {hanging.length === 0 && <EmptyState icon="scale" sentence={t('regulations.board.none')} />}
      {parts
        .filter(({ texts }) => texts.length > 0)
        .map(({ title: called, texts }) => (
          <PublicSection title={called}>
            <Texts of={texts} />
          </PublicSection>
        ))}
      <p>
        <a href="/regulations">{t('regulations.board.all')}</a>
      </p>
    </Stack>,
  )
})

const isNotice = ({ nature }: FoundText) => nature === 'notice'

/** Names of texts have a hyphen: so they are no page of agents. */
const one = '/:slug{[a-z0-9]+(?:-[a-z0-9]+)+}'

/** The proof of the instant of the latest copy, or of the one with a number (ASiC-E). */
open.get(`${one}/:number{[0-9]+}/proof.asice`, (c) => containerAnswer(c))
open.get(`${one}/proof.asice`, (c) => containerAnswer(c))

async function containerAnswer(c: Call): Promise<Response> {
  const copy = await copyOr(c)
  if (copy instanceof Response) return copy
  const made = await containerOf(copy.hash)
  if (typeof made === 'string') return nothingToTake(c, copy, made)
  return openFile(
    fileAnswer(made, {
      name: `${copy.slug}-${copy.number}.asice`,
      ...{ type: 'application/vnd.etsi.asic-e+zip', inPlace: false },
    }),
  )
}

/** Why there is no file, and the text to which it belongs. */
function nothingToTake(c: Call, copy: Published<PublicPosting>, why: string) {
  const title = t('regulations.proof.missing')
  return publicPage(
    c,
    { title, status: 404 },
    <Stack>
      <Way last={title} />
      <Head title={title} />
      <Note>{why}</Note>
      <p>
        <a href={postingCopies.path(copy.slug)}>{copy.title}</a>
      </p>
    </Stack>,
  )
}

/** The text as a PDF that nobody changes. */
open.get(`${one}/:number{[0-9]+}/text.pdf`, async (c) => {
  const copy = await copyOr(c)
  if (copy instanceof Response) return copy
  const isHeldBack = (await proofIn(copy.hash))?.held_back_at
  if (isHeldBack) return nothingToTake(c, copy, t('regulations.proof.held_back'))
  const pdf = (await filesKept(copy.hash)).find(({ type }) => type === 'application/pdf')
  if (!pdf) throw new NotFound()
  return openFile(fileAnswer(pdf.bytes, { ...pdf, inPlace: false }))
})

/** A text: its latest copy, or the one with a number. */
open.kept(`${one}/:number{[0-9]+}?`, async (c) => {
  const copy = await copyOr(c)
  if (copy instanceof Response) return copy
  return publicPage(
    c,
    { title: copy.title, description: t('regulations.public.description', { title: copy.title }) },
    <Text of={copy} />,
  )
})

/** The copy that an address names; or what everybody is told of one that was withdrawn. Throws `NotFound` where there never was one. */
async function copyOr(c: Call): Promise<Published<PublicPosting> | Response> {
  const { slug = '', number } = c.req.param()
  try {
    return await published(postingCopies, slug, number === undefined ? number : Number(number))
  } catch (failure) {
    const told = failure instanceof NotFound ? await withdrawnUnder(postingCopies, slug) : undefined
    if (!told) throw failure
    const day = formatDate(told.withdrawn_at.toZonedDateTimeISO(timeZone).toPlainDate())
    const title = t('regulations.withdrawn')
    return publicPage(
      c,
      { title, status: 410 },
      <>
        <Way last={title} />
        <Head title={title} />
        <Note>{t('regulations.withdrawn.note', { day, said: told.said })}</Note>
      </>,
    )
  }
}
