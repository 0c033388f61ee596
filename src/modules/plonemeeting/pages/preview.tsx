import { formatDateTime, formatFileSize, knownMessage, t } from '#kernel/i18n'
import type { Call } from '#kernel/http'
import { page, TradeTabs } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  type Errors,
  Facts,
  Head,
  Note,
  SideSection,
  Stack,
  Table,
  Tag,
  type Tone,
  WithSide,
} from '#kernel/ui'
import { ImportSteps } from '#commons/imports'
import { meetingPath, deliberationTabs } from '#modules/deliberations'
import type { UploadedFile } from '#commons/imports'
import type { Import, Preview } from '../importing.ts'
import type { PlannedItem } from '../plan.ts'
import { gathered, nameHere, numberOf } from '../sentences.ts'
import { AnswersForm, answersForm } from './answers.tsx'

/** The state of a meeting in the other application, in words; one that we do not know as it says it. */
function stateThere(state: string | null): string {
  const key = state === null ? undefined : knownMessage(`plonemeeting.there.${state}`)
  return key ? t(key) : (state ?? '—')
}

/** An import that was begun, with the files of which it is. */
export interface Begun extends Import {
  files: readonly UploadedFile[]
}

interface Shown {
  id: string
  given: Begun
  preview: Preview
  /** One asked for the import, which is not ready: each open question shows at its field. */
  insisted?: boolean
}

type Standing = 'ready' | 'questions' | 'refused' | 'nothing'
const tones: Record<Standing, Tone> = {
  ready: 'good',
  questions: 'warn',
  refused: 'bad',
  nothing: 'neutral',
}

function standingOf({ plan: { ready, changes, counts, meeting } }: Preview): Standing {
  if (ready) return changes ? 'ready' : 'nothing'
  const refused = counts.findings.refused > 0 || meeting.action === 'refused'
  return counts.findings.question > 0 || !refused ? 'questions' : 'refused'
}

/** Shows what an import will create, map, ask and refuse, before anything is written. */
export function previewPage(c: Call, shown: Shown): Promise<Response> {
  const { preview, insisted = false } = shown
  const { plan } = preview
  const standing = standingOf(preview)
  const title = plan.meeting.meeting?.title ?? t('plonemeeting.unknown_meeting')
  return page(
    c,
    { title, status: insisted ? 422 : 200 },
    <>
      <Head
        reference={[t('plonemeeting.from'), preview.organ?.name].filter(Boolean).join(' · ')}
        title={title}
        state={<Badge tone={tones[standing]}>{t(`plonemeeting.state.${standing}`)}</Badge>}
        facts={t('plonemeeting.facts', {
          create: plan.counts.items.create,
          annexes: plan.counts.annexes.create,
          refused: plan.counts.findings.refused,
        })}
        actions={standing === 'ready' && <CommitButton />}
      />
      <TradeTabs of={deliberationTabs} current="/deliberations/import" />
      <WithSide side={<Side {...shown} />}>
        <ImportSteps at="check" />
        {standing === 'nothing' && (
          <Note tone="good">
            {t('plonemeeting.nothing')}{' '}
            <a href={meetingPath({ id: preview.meetingId ?? '' })}>
              {t('plonemeeting.see_meeting')}
            </a>
          </Note>
        )}
        <Refusals preview={preview} />
        {standing !== 'nothing' && (
          <Card>
            <AnswersForm {...shown} ready={standing === 'ready'} errors={errorsOf(shown)} />
          </Card>
        )}
        <Points preview={preview} />
        <Notices preview={preview} />
        <p>
          <ButtonLink href="/deliberations/import" icon="arrow-left">
            {t('plonemeeting.start_again')}
          </ButtonLink>
        </p>
      </WithSide>
    </>,
  )
}

/** Sends the answers below and imports. */
const CommitButton = () => (
  <Button form={answersForm} name="act" value="commit" tone="primary" icon="download">
    {t('plonemeeting.commit')}
  </Button>
)

function errorsOf({ preview: { plan, known }, insisted = false }: Shown): Errors {
  if (!insisted) return {}
  const errors: Record<string, string[]> = { '': [t('plonemeeting.not_ready')] }
  if (known.obstacle === 'organ_needed') errors['organ_id'] = [t('plonemeeting.choose')]
  for (const kind of ['categories', 'services'] as const)
    for (const { token, resolution } of plan[kind])
      if (resolution.kind === 'question') errors[`${kind}.${token}`] = [t('plonemeeting.choose')]
  return errors
}

function Side({ given, preview: { plan, organ } }: Shown) {
  const { held } = plan
  const { meeting } = plan.meeting
  if (!meeting) return null
  return (
    <SideSection title={t('plonemeeting.meeting')}>
      <Stack>
        <Facts
          facts={[
            { label: t('deliberations.meeting.organ'), value: organ?.name ?? '—' },
            {
              label: t('deliberations.meeting.starts_at'),
              value: formatDateTime(meeting.startsAt.toInstant()),
            },
            { label: t('deliberations.meeting.place'), value: meeting.place || '—' },
            { label: t('plonemeeting.there'), value: stateThere(meeting.state) },
            {
              label: t('plonemeeting.files'),
              value: given.files.map(({ name }) => <div class="small">{name}</div>),
            },
          ]}
        />
        <p class="small muted">{t(held ? 'plonemeeting.as_held' : 'plonemeeting.as_open')}</p>
      </Stack>
    </SideSection>
  )
}

function Refusals({ preview: { plan } }: { preview: Preview }) {
  const refused = gathered(plan.findings, 'refused')
  if (refused.length === 0) return null
  return (
    <Note tone="bad" title={t('plonemeeting.refused')}>
      <p>{t('plonemeeting.refused_help')}</p>
      <ul>
        {refused.map(({ sentence, places }) => (
          <li>
            {sentence}
            <Places places={places} />
          </li>
        ))}
      </ul>
    </Note>
  )
}

function Notices({ preview: { plan } }: { preview: Preview }) {
  const notices = gathered(plan.findings, 'notice')
  if (notices.length === 0) return null
  return (
    <Card title={t('plonemeeting.notices')}>
      <ul class="stack">
        {notices.map(({ sentence, places }) => (
          <li>
            {sentence}
            <Places places={places} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** One place in line; several are opened. */
function Places({ places }: { places: readonly string[] }) {
  if (places.length < 2) return <div class="small muted">{places[0]}</div>
  return (
    <details class="small">
      <summary>{t('plonemeeting.places', { count: places.length })}</summary>
      <ul>
        {places.map((place) => (
          <li>{place}</li>
        ))}
      </ul>
    </details>
  )
}

const actionTones = {
  create: 'info',
  unchanged: 'neutral',
  kept_local: 'neutral',
  refused: 'bad',
} as const

function Points({ preview: { plan, known } }: { preview: Preview }) {
  const label = (planned: PlannedItem, kind: 'service' | 'category') => {
    if (planned.action !== 'create' || !planned[kind]) return null
    const ours = kind === 'service' ? known.services : known.categories
    return nameHere(planned[kind], ours) || <em>{t('plonemeeting.to_choose')}</em>
  }
  return (
    <Card flush>
      <Table
        caption={t('plonemeeting.points')}
        rows={plan.items}
        columns={[
          { header: t('plonemeeting.number'), cell: ({ item }) => numberOf(item.number) },
          { header: t('plonemeeting.item'), main: true, cell: title },
          {
            header: t('plonemeeting.bearer'),
            cell: (one) => (
              <div>
                {label(one, 'service')}
                <div class="small muted">{label(one, 'category')}</div>
              </div>
            ),
          },
          { header: t('plonemeeting.annexes'), cell: annexesOf },
          {
            header: t('plonemeeting.action'),
            cell: ({ action }) => (
              <Badge tone={actionTones[action]}>{t(`plonemeeting.action.${action}`)}</Badge>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** How many files come with a point, and how much they are together. */
function annexesOf(planned: PlannedItem) {
  if (planned.action === 'refused') return ''
  const coming = planned.annexes.filter(({ action }) => action === 'create')
  const size = coming.reduce((sum, { annex }) => sum + (annex.bytes?.length ?? 0), 0)
  return coming.length === 0 ? '' : `${coming.length} · ${formatFileSize(size)}`
}

function title({ item }: PlannedItem) {
  const secret = 'privacy' in item && item.privacy === 'secret'
  const late = 'listType' in item && item.listType === 'late'
  return (
    <>
      {item.title ?? item.uid ?? item.file} {secret && <Tag>{t('deliberations.part.secret')}</Tag>}
      {late && <Tag>{t('deliberations.item.late')}</Tag>}
    </>
  )
}
