import { may, permission } from '#kernel/access'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  CheckboxGroup,
  EmptyState,
  FoldedForm,
  FormActions,
  Note,
  PostButton,
  Row,
  Stack,
  TextArea,
  TextField,
  type Tone,
} from '#kernel/ui'
import { type Annex, annexesOfMany } from '#commons/annexes'
import { lastToChange } from '#commons/dossiers'
import { isPast } from '#commons/clock'
import { Citation } from '#commons/law'
import { filesOf, type LeavingFile } from '../annexes/file.ts'
import { FilesReview } from '../annexes/review.tsx'
import { pointIn } from '../api.ts'
import { type Choice, choicesOf, choose } from '../choice.ts'
import { meetingCopies } from '../agenda-copy.ts'
import { projectsDue } from '../deadline.ts'
import type { Staying } from '../leaving.ts'
import { type OpenMeeting, type Origin, originOf } from '../origin.ts'
import { publicationPath } from '../paths.ts'
import { publishMeeting } from '../publish.ts'
import { awaited } from '../review/reviewing.ts'
import { Choosing } from '../schema.ts'
import { type Standing, standingOf } from '../standing.ts'
import { videoOf } from '../video.ts'
import { PointWords } from '#modules/copies'

const reads = permission('publications.read')
const publishes = permission('publications.publish')
const reviews = permission('publications.review')

const tones: Record<Standing['state'], Tone> = {
  ...{ same: 'good', changed: 'warn', fresh: 'info', stays: 'neutral' },
}

/** What everybody reads of a meeting, or would: point by point, with what stays and why. */
async function publicationPage(
  c: Call,
  meeting: OpenMeeting,
  attempt?: Attempt,
): Promise<Response> {
  const {
    points,
    agenda: { shown, isChanged },
  } = await standingOf(meeting)
  const files = await annexesOfMany(points.map(({ item }) => item.id))
  const review = await filesOf(points.flatMap(({ choice }) => choice.annexes))
  const due = await projectsDue(meeting)
  const ready = points.filter(({ state }) => state === 'fresh' || state === 'changed')
  const toJudge = points.reduce((sum, { review }) => sum + (review?.undecided ?? 0), 0)
  const mine = may(publishes)
  const { video = '' } = await videoOf(meeting)
  return page(
    c,
    { title: meeting.title, status: attempt ? 422 : 200 },
    <>
      {originOf(meeting).head(meeting)}
      <Stack>
        <Card title={t('publications.tab')} acts={publicationPath(meeting)}>
          <Stack>
            <p>
              {ready.length === 0 && isChanged
                ? t('publications.page.agenda_changed')
                : t('publications.page.ready', { count: ready.length })}
            </p>
            {due && (
              <>
                <p>
                  {t(
                    isPast(due.reckoning.date)
                      ? 'publications.page.deadline_over'
                      : 'publications.page.deadline',
                    { day: formatDate(due.reckoning.date) },
                  )}
                </p>
                <Citation {...due} />
              </>
            )}
            <Row>
              {mine && (ready.length > 0 || isChanged) && (
                <PostButton
                  action={publicationPath(meeting)}
                  icon="upload"
                  tone="primary"
                  confirm={t('publications.page.confirm')}
                >
                  {t('publications.page.publish', { count: ready.length })}
                </PostButton>
              )}
              {may(reviews) && points.some(({ review }) => review) && (
                <ButtonLink href={`${publicationPath(meeting)}/review`} icon="eye-off">
                  {t('publications.review.link', { count: toJudge })}
                </ButtonLink>
              )}
              {shown && (
                <ButtonLink href={meetingCopies.path(shown.slug)} icon="eye">
                  {t('publications.page.see')}
                </ButtonLink>
              )}
            </Row>
            {mine && meeting.state !== 'cancelled' && <VideoForm {...{ meeting, video }} />}
          </Stack>
        </Card>
        {points.length === 0 && <EmptyState sentence={t('publications.page.none')} />}
        {points.map((one) => (
          <PointCard
            point={one}
            files={files.get(one.item.id) ?? []}
            meeting={meeting}
            review={review}
            attempt={attempt && c.req.param('item') === one.item.id ? attempt : undefined}
            path={mine ? publicationPath(meeting) : undefined}
          />
        ))}
      </Stack>
    </>,
  )
}

interface VideoFormProps {
  meeting: OpenMeeting
  video: string
}

/** Where the meeting is seen or heard. */
function VideoForm({ meeting, video }: VideoFormProps) {
  const action = `${publicationPath(meeting)}/video`
  return (
    <FoldedForm label={t('publications.video')} action={action} id="video">
      <TextField
        name="address"
        label={t('publications.video.address')}
        help={t('publications.video.help')}
        value={video}
      />
      <FormActions>
        <Button>{t('publications.choice.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

interface PointCardProps {
  point: Standing
  files: readonly Annex[]
  meeting: OpenMeeting
  review: ReadonlyMap<string, LeavingFile>
  attempt: Attempt | undefined
  /** Below which it is said what leaves of it; undefined: not by who looks. */
  path: string | undefined
}

function PointCard({ point, files, meeting, review, attempt, path }: PointCardProps) {
  const { item, choice, copy, state, leaving, isPublic, review: judged } = point
  const title = `${item.number}. ${copy?.title ?? item.title}`
  return (
    <Card
      title={title}
      aside={<Badge tone={tones[state]}>{t(`publications.page.state.${state}`)}</Badge>}
    >
      <Stack>
        {'stays' in leaving && <Note>{whyStays(leaving.stays, choice.withheld)}</Note>}
        {'stays' in leaving && isPublic && (
          <Note tone="warn">{t('publications.page.still_public')}</Note>
        )}
        {choice.withheld && judged && judged.undecided > 0 && (
          <Note tone="warn">{t('publications.page.reason_waits')}</Note>
        )}
        {copy && (
          <details>
            <summary>{t('publications.page.as_read')}</summary>
            <PointWords point={copy.content} title={title} />
          </details>
        )}
        <FilesReview
          {...{ meeting, files: review, may: path !== undefined }}
          annexes={files.filter(({ id }) => choice.annexes.includes(id))}
        />
        {path && ('leaves' in leaving || isPublic || choosable.has(leaving.stays)) && (
          <FoldedForm
            label={t('publications.page.choose')}
            action={`${path}/choices/${item.id}`}
            id={`choice-${item.id}`}
            errors={attempt?.errors ?? {}}
            values={typed(attempt)}
          >
            <EditionField of={choice} attempt={attempt}>
              {whatIsChosen(choice)}
            </EditionField>
            <TextArea
              name="withheld"
              label={t('publications.choice.withheld')}
              help={t(
                isPublic
                  ? 'publications.choice.withdrawn_help'
                  : 'publications.choice.withheld_help',
              )}
              value={choice.withheld}
              rows={2}
            />
            <TextField
              name="title"
              label={t('publications.choice.title')}
              help={t('publications.choice.title_help')}
              value={choice.title}
            />
            {files.length > 0 && (
              <CheckboxGroup
                name="annexes"
                label={t('publications.choice.annexes')}
                choices={files.map(({ id, title: label }) => ({ value: id, label }))}
                values={choice.annexes}
              />
            )}
            <FormActions>
              <Button>{t('publications.choice.save')}</Button>
            </FormActions>
          </FoldedForm>
        )}
      </Stack>
    </Card>
  )
}

const whatIsChosen = ({ withheld, title }: Choice) =>
  withheld ? t('publications.page.stays.withheld', { why: withheld }) : title

/** Of these it may be said what leaves of them. */
const choosable: ReadonlySet<Staying> = new Set(['withheld', 'files', ...awaited])

const whyStays = (why: Staying, withheld: string): string =>
  why === 'withheld'
    ? t('publications.page.stays.withheld', { why: withheld })
    : t(`publications.page.stays.${why}`)

/** What everybody reads of a meeting: shown, chosen, published. */
export function addPages(pages: PageRoutes, { load }: Origin): void {
  pages.get('/meetings/:id/publication', reads, async (c) => publicationPage(c, await load(c)))

  pages.post('/meetings/:id/publication', publishes, async (c) => {
    const meeting = await load(c)
    const count = await publishMeeting(meeting)
    return redirect(c, publicationPath(meeting), {
      key: 'publications.page.published',
      params: { count },
    })
  })

  pages.post(
    '/meetings/:id/publication/choices/:item',
    publishes,
    form(Choosing.extend(Edition.shape), async (c, attempt) =>
      publicationPage(c, await load(c), attempt),
    ),
    async (c, { edition, ...choosing }) => {
      const meeting = await load(c)
      const item = await pointIn(c, meeting, { lock: true })
      const standing = (await choicesOf([item.id]))(item.id)
      ensureEdition(standing, edition, await lastToChange(item.id))
      await choose(item, choosing)
      return redirect(c, publicationPath(meeting), { key: 'publications.choice.saved' })
    },
  )
}
