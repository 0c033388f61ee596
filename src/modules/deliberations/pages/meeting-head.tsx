import { may } from '#kernel/access'
import { formatTime, t } from '#kernel/i18n'
import { Head, PostButton, Tabs } from '#kernel/ui'
import { type Action, actions, StateBadge } from '#commons/workflow'
import type { AgendaLine } from '../agenda.ts'
import { type Meeting, dayOf, meetingPath } from '../meeting.ts'
import { type Organ, organ } from '../organ.ts'
import { meetingWorkflow } from '../workflow.ts'

interface MeetingHeadProps {
  meeting: Meeting
  /** Its organ and the steps open to me, where the page knows them already. */
  body?: Organ
  open?: Action<string>[]
  /** Its points, where the page shows them. */
  lines?: readonly AgendaLine[]
  current: 'agenda' | 'available' | 'attendance' | 'documents' | 'history'
}

/** The head of a meeting, the same on all its tabs: state, facts, the next step open to me. */
export async function MeetingHead({ meeting, lines, current, ...known }: MeetingHeadProps) {
  const body = known.body ?? (await organ(meeting.organ_id))
  const { number } = meeting
  const numbered =
    number && t('deliberations.meeting.number', { number, year: dayOf(meeting).year })
  const open = known.open ?? (await actions(meetingWorkflow, meeting))
  const runs = may('deliberations.meeting.run')
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
              {open.map(({ verb, label, back, openness }) =>
                openness.open ? (
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
      <MeetingTabs meeting={meeting} current={current} count={lines?.length} runs={runs} />
    </>
  )
}

function confirmation(verb: string, count: number | undefined): { confirm?: string } {
  if (verb === 'freeze' && count)
    return { confirm: t('deliberations.meeting.freeze_confirm', { count }) }
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
  current: MeetingHeadProps['current']
  count: number | undefined
  runs: boolean
}

function MeetingTabs({ meeting, current, count, runs }: MeetingTabsProps) {
  const path = meetingPath(meeting)
  const tabs = [
    { name: 'agenda', href: path, count },
    ...(runs ? [{ name: 'available', href: `${path}/available` } as const] : []),
    { name: 'attendance', href: `${path}/attendance` },
    { name: 'documents', href: `${path}/documents` },
    { name: 'history', href: `${path}/history` },
  ] as const
  return (
    <Tabs
      label={t('deliberations.meeting.tabs')}
      tabs={tabs.map((tab) => ({
        label: t(`deliberations.meeting.tab.${tab.name}`),
        href: tab.href,
        count: 'count' in tab ? tab.count : undefined,
        current: tab.name === current,
      }))}
    />
  )
}
