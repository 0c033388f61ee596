import { permission } from '#kernel/access'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import {
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  List,
  Note,
  Row,
  Stack,
  type Tone,
  WithSide,
} from '#kernel/ui'
import { type OpenMeeting, type Origin, originOf } from '../origin.ts'
import { publicationPath } from '../paths.ts'
import { standingOf } from '../standing.ts'
import { confirm, judge, type Reviewed, reviewedIn, reviewedPoint } from './judgement.ts'
import { AllOfAKind, ByHand, Confirmation, FoundList } from './list.tsx'
import type { Review } from './reviewing.ts'
import { Confirming, Judging } from './schema.ts'
import { MarkedTexts } from './shown.tsx'
import { finder } from '#commons/pseudonymisation'

const reviews = permission('publications.review')

const pathOf = (meeting: OpenMeeting) => `${publicationPath(meeting)}/review`

/** What is judged of a point in figures. */
const countsOf = ({ found, undecided }: Review): string => {
  const of = (verdict: string) => found.filter((one) => one.verdict === verdict).length
  return t('publications.review.counts', { undecided, masked: of('masked'), kept: of('kept') })
}

function StateOf({ leaving, review }: Reviewed) {
  const why = 'stays' in leaving ? leaving.stays : ''
  const [tone, state]: [Tone, 'undecided' | 'unread' | 'awaits' | 'done'] =
    review.undecided > 0
      ? ['warn', 'undecided']
      : why === 'unread'
        ? ['warn', 'unread']
        : why === 'unconfirmed'
          ? ['info', 'awaits']
          : ['good', 'done']
  return <Badge tone={tone}>{t(`publications.review.state.${state}`)}</Badge>
}

/** The points of a meeting, with what is to judge of each. */
async function listPage(c: Call, meeting: OpenMeeting): Promise<Response> {
  const { points } = await reviewedIn(meeting)
  return page(
    c,
    { title: t('publications.review') },
    <>
      {originOf(meeting).head(meeting)}
      <Card title={t('publications.review')}>
        <Stack>
          <p>{t('publications.review.lead')}</p>
          <p>{t('publications.review.office')}</p>
          {points.length === 0 ? (
            <EmptyState sentence={t('publications.review.none')} />
          ) : (
            <List
              label={t('publications.review')}
              items={points.map((point) => ({
                title: `${point.item.number ?? ''}. ${point.item.title}`,
                href: `${pathOf(meeting)}/${point.item.id}`,
                why: countsOf(point.review),
                due: <StateOf {...point} />,
              }))}
            />
          )}
        </Stack>
      </Card>
    </>,
  )
}

/** A point: its texts with what was found in them, and a list in which each is judged. */
async function pointPage(c: Call, meeting: OpenMeeting, attempt?: Attempt): Promise<Response> {
  const { points, rule } = await reviewedIn(meeting)
  const point = reviewedPoint(points, c.req.param('item') ?? '')
  const { item, review } = point
  const at = points.indexOf(point)
  const path = `${pathOf(meeting)}/${item.id}`
  const [before, after] = [points[at - 1], points[at + 1]]
  const standing = (await standingOf(meeting)).points.find((one) => one.item.id === item.id)
  return page(
    c,
    { title: `${item.number ?? ''}. ${item.title}`, status: attempt ? 422 : 200 },
    <>
      {originOf(meeting).head(meeting)}
      <Stack>
        <Row>
          <ButtonLink href={pathOf(meeting)} small>
            {t('publications.review.to_meeting')}
          </ButtonLink>
          {before && (
            <ButtonLink href={`${pathOf(meeting)}/${before.item.id}`} rel="prev" small>
              {t('publications.review.previous')}
            </ButtonLink>
          )}
          {after && (
            <ButtonLink href={`${pathOf(meeting)}/${after.item.id}`} rel="next" small>
              {t('publications.review.next')}
            </ButtonLink>
          )}
        </Row>
        <Card
          title={`${item.number ?? ''}. ${item.title}`}
          aside={<StateOf {...point} />}
          acts={path}
        >
          <Stack>
            {review.tooLong && <Note tone="warn">{t('publications.review.too_long')}</Note>}
            {standing?.isPublic && standing.state !== 'same' && (
              <Note>{t('publications.review.still_public')}</Note>
            )}
            <WithSide
              side={
                <Stack>
                  <p id="review-counts">{countsOf(review)}</p>
                  <FoundList
                    review={review}
                    path={path}
                    at={sought(c.req.query('at'))}
                    elsewhere={elsewhere(point, points)}
                  />
                  <AllOfAKind review={review} path={path} />
                  <ByHand path={path} attempt={attempt} />
                  <Confirmation review={review} rule={rule} path={path} />
                </Stack>
              }
            >
              <MarkedTexts review={review} />
            </WithSide>
          </Stack>
        </Card>
      </Stack>
    </>,
  )
}

const sought = (at: string | undefined) => (/^\d{1,4}$/.test(at ?? '') ? Number(at) : undefined)

/** In how many other points of the meeting the words of one stand. */
function elsewhere(point: Reviewed, points: readonly Reviewed[]): ReadonlyMap<string, number> {
  const find = finder(point.review.found.map(({ words }) => words))
  const counts = new Map<string, number>()
  for (const { review } of points) {
    if (review === point.review) continue
    const stand = review.texts.flatMap((text) => find(text.words).map(({ words }) => words))
    for (const words of new Set(stand)) counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

/** What is judged of the words of a meeting, point by point. */
export function addReviewPages(pages: PageRoutes, { load }: Origin): void {
  pages.get('/meetings/:id/publication/review', reviews, async (c) => listPage(c, await load(c)))
  pages.get('/meetings/:id/publication/review/:item', reviews, async (c) =>
    pointPage(c, await load(c)),
  )

  pages.post(
    '/meetings/:id/publication/review/:item',
    reviews,
    form(Judging, async (c, attempt) => pointPage(c, await load(c), attempt)),
    async (c, judging) => {
      const meeting = await load(c)
      const itemId = c.req.param('item') ?? ''
      const count = await judge(meeting, itemId, judging)
      const path = `${pathOf(meeting)}/${itemId}`
      const byHand = judging.words !== '' && judging.was === undefined
      if (byHand)
        return redirect(c, path, { key: 'publications.review.hand_saved', params: { count } })
      const { points } = await reviewedIn(meeting)
      const { found } = reviewedPoint(points, itemId).review
      const last = found.findIndex(({ words }) => words === judging.words)
      const next = found.findIndex(({ verdict }, at) => verdict === null && at > last)
      const any = found.findIndex(({ verdict }) => verdict === null)
      const at = judging.verdict === '' ? last : next < 0 ? (any < 0 ? last : any) : next
      return redirect(c, at < 0 ? path : `${path}?at=${at}`, null)
    },
  )

  pages.post(
    '/meetings/:id/publication/review/:item/confirmation',
    reviews,
    form(Confirming),
    async (c, { edition }) => {
      const meeting = await load(c)
      const itemId = c.req.param('item') ?? ''
      await confirm(meeting, itemId, edition)
      return redirect(c, `${pathOf(meeting)}/${itemId}`, { key: 'publications.review.saved' })
    },
  )
}
