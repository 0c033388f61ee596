import { may, type Permission, permission } from '#kernel/access'
import { formatTime, type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { ButtonLink, DialogButton, Head, PostButton, Tabs } from '#kernel/ui'
import { type Action, ActionDialogs, actions, StateBadge, stepDialog } from '#commons/workflow'
import type { AgendaLine } from '../agenda.ts'
import { type Meeting, dayOf, hasOpened, isOver, meetingPath } from '../meeting.ts'
import { type Organ, organ } from '#commons/organs'
import { meetingWorkflow } from '../workflow.ts'

const reads = permission('deliberations.read')

const runsMeetings = permission('deliberations.meeting.run')

/** A tab of a meeting, for those who have the permission. */
interface MeetingTab {
  /** The end of its address, below that of the meeting. */
  name: string
  label: MessageKey
  permission: Permission
  /** Beside that of its points, before all others. */
  early?: true
}

/** Tabs of a meeting that other modules add before its history. */
export const meetingTabs = slot<MeetingTab>('deliberations-meeting-tabs')

const first: MeetingTab = {
  name: 'agenda',
  label: 'deliberations.meeting.tab.agenda',
  permission: reads,
}

const last: MeetingTab = {
  name: 'history',
  label: 'deliberations.meeting.tab.history',
  permission: reads,
}

interface MeetingHeadProps {
  meeting: Meeting
  /** Its organ and the steps open to me, where the page knows them already. */
  body?: Organ
  open?: Action<string>[]
  /** Its points, where the page shows them. */
  lines?: readonly AgendaLine[]
  /** The name of the tab that the page is. */
  current: string
}

/** The head of a meeting, the same on all its tabs: state, facts, the next step open to me. */
export async function MeetingHead({ meeting, lines, current, ...known }: MeetingHeadProps) {
  const body = known.body ?? (await organ(meeting.organ_id))
  const { number } = meeting
  const numbered =
    number && t('deliberations.meeting.number', { number, year: dayOf(meeting).year })
  const open = known.open ?? (await actions(meetingWorkflow, meeting))
  // What leads back first, what leads on last.
  const sorted = open.toSorted((a, b) => Number(b.back) - Number(a.back))
  const runs = may(runsMeetings)
  return (
    <>
      <Head
        reference={[body.name, numbered].filter(Boolean).join(' · ')}
        title={meeting.title}
        state={<StateBadge flow={meetingWorkflow} state={meeting.state} />}
        facts={[formatTime(meeting.starts_at), meeting.place, lines && countFacts(lines)]
          .filter(Boolean)
          .join(' · ')}
        actions={
          runs && (
            <>
              {!isOver(meeting) && !hasOpened(meeting) && current !== 'arrangement' && (
                <ButtonLink href={`${meetingPath(meeting)}/arrangement`} icon="calendar-days">
                  {t('deliberations.meeting.rearrange_short')}
                </ButtonLink>
              )}
              {sorted.map(({ verb, label, back, comment, openness }) =>
                openness.open && comment ? (
                  <DialogButton opens={stepDialog(verb)}>{label}</DialogButton>
                ) : openness.open ? (
                  <PostButton
                    action={`${meetingPath(meeting)}/steps`}
                    fields={{ verb }}
                    tone={back ? 'normal' : 'primary'}
                    {...confirmation(verb, lines?.length)}
                  >
                    {label}
                  </PostButton>
                ) : null,
              )}
            </>
          )
        }
      />
      {runs && <ActionDialogs action={`${meetingPath(meeting)}/steps`} actions={open} />}
      <MeetingTabs meeting={meeting} current={current} count={lines?.length} />
    </>
  )
}

function confirmation(verb: string, count: number | undefined): { confirm?: string } {
  if (verb === 'freeze' && count)
    return { confirm: t('deliberations.meeting.freeze_confirm', { count }) }
  if (verb === 'lift') return { confirm: t('deliberations.meeting.lift_confirm') }
  if (verb === 'close') return { confirm: t('deliberations.meeting.close_confirm') }
  return {}
}

function countFacts(lines: readonly AgendaLine[]): string {
  const secret = lines.filter(({ privacy }) => privacy === 'secret').length
  const count = lines.length
  return t('deliberations.meeting.facts', { count, open: count - secret, secret })
}

interface MeetingTabsProps {
  meeting: Meeting
  current: string
  count: number | undefined
}

function MeetingTabs({ meeting, current, count }: MeetingTabsProps) {
  const path = meetingPath(meeting)
  const others = meetingTabs.all().toSorted((a, b) => Number(!a.early) - Number(!b.early))
  const tabs = [first, ...others, last].filter((tab) => may(tab.permission))
  return (
    <Tabs
      label={t('deliberations.meeting.tabs')}
      tabs={tabs.map(({ name, label }) => ({
        label: t(label),
        href: name === 'agenda' ? path : `${path}/${name}`,
        count: name === 'agenda' ? count : undefined,
        current: name === current,
      }))}
    />
  )
}
