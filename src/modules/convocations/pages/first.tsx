import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { ButtonLink, Note } from '#kernel/ui'
import { explain, isPast, isSoon, spokenDay } from '#commons/clock'
import { cite } from '#commons/law'
import { isOver, type Meeting, meetingPath } from '#modules/deliberations'
import { type Deadline, deadlineOf } from '../convocation.ts'
import { countsOf } from '../facts.ts'
import type { Standing } from '../standing.ts'
import { Repetition } from './reconvening.tsx'
import { shownStanding } from './shown.ts'
import { Unexplained } from './unexplained.tsx'

const runsMeetings = permission('deliberations.meeting.run')
const reads = permission('convocations.read')

export const convocationPath = (meeting: Meeting) => `${meetingPath(meeting)}/convocation`

/** What the page of a meeting puts first: whether its organ is convoked, until when it must be, and the way there. */
export function First({ meeting }: { meeting: Meeting }) {
  return (
    <>
      <ConvocationNote meeting={meeting} />
      <Unexplained meeting={meeting} />
      <Repetition meeting={meeting} />
    </>
  )
}

async function ConvocationNote({ meeting }: { meeting: Meeting }) {
  if (meeting.noted_after || meeting.state === 'cancelled') return null
  const deadline = await deadlineOf(meeting)
  const standing = await shownStanding(meeting)
  if (!deadline && standing.state === 'none') return null
  if (isOver(meeting) && isFine(standing)) return null
  return <StandingNote {...{ meeting, deadline, standing }} leads />
}

const isFine = ({ state }: Standing) => state === 'done' || state === 'urgent'

interface StandingNoteProps {
  meeting: Meeting
  deadline: Deadline | undefined
  standing: Standing
  /** On the page of the meeting: a link to the convocation. */
  leads?: boolean
}

/** Whether the organ is convoked, in a sentence, with the article and how its date is reckoned. */
export function StandingNote({ meeting, deadline, standing, leads = false }: StandingNoteProps) {
  const { state, last, on } = standing
  const sends = may(runsMeetings) && meeting.state === 'frozen'
  const date = last ? spokenDay(last) : ''
  return (
    <Note
      tone={toneOf(standing)}
      title={t(`convocations.standing.${state}`, {
        ...countsOf(standing),
        ...{ date, last: last ? 'yes' : 'no', on: on ? spokenDay(on) : '' },
      })}
    >
      {deadline && (
        <p>
          {t('convocations.standing.reasoning', { reasoning: explain(deadline.reckoning) })}{' '}
          {cite(deadline.rule)}
        </p>
      )}
      {/* As the row of the law says it: whether it holds for this meeting is for people to judge. */}
      {deadline && !deadline.rule.verified && <p lang="fr">{deadline.rule.note}.</p>}
      <Names
        label={t('convocations.standing.missing')}
        of={state === 'none' ? [] : standing.missing}
      />
      <Names label={t('convocations.standing.unreceived')} of={standing.unreceived} />
      <Names label={t('convocations.standing.late_names')} of={standing.late} />
      {meeting.state === 'created' && <p>{t('convocations.freeze_first')}</p>}
      {leads && may(reads) && (
        <p>
          <ButtonLink
            href={convocationPath(meeting)}
            icon="send"
            {...(sends && state === 'none' && { tone: 'primary' as const })}
          >
            {t(sends && state === 'none' ? 'convocations.convoke' : 'convocations.see')}
          </ButtonLink>
        </p>
      )}
    </Note>
  )
}

function Names({ label, of }: { label: string; of: readonly { name: string }[] }) {
  if (of.length === 0) return null
  return (
    <p>
      {label} {of.map(({ name }) => name).join(', ')}
    </p>
  )
}

function toneOf({ state, last }: Standing) {
  if (state === 'done' || state === 'urgent') return 'good'
  if (state === 'late' || (last && isPast(last))) return 'bad'
  return last && isSoon(last) ? 'warn' : 'info'
}
