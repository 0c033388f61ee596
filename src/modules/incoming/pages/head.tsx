import { formatDateTime, t } from '#kernel/i18n'
import { Head, Tabs } from '#kernel/ui'
import { organNamed } from '../organ.ts'
import { type IncomingMeeting, incomingMeetings } from '../meeting.ts'

interface MeetingHeadProps {
  meeting: IncomingMeeting
  current: 'points' | 'publication'
}

/** The head of a meeting that other software told, the same on all its tabs. */
export async function MeetingHead({ meeting, current }: MeetingHeadProps) {
  const path = incomingMeetings.path(meeting.id)
  const organ = (await organNamed(meeting.organ_id)) ?? meeting.organ_token
  return (
    <>
      <Head
        reference={[organ, t(`incoming.told.${meeting.told}`)].join(' · ')}
        title={meeting.title}
        facts={[formatDateTime(meeting.starts_at), meeting.place].filter(Boolean).join(' · ')}
      />
      <Tabs
        label={t('incoming.tabs')}
        tabs={[
          { label: t('incoming.tab.points'), href: path, current: current === 'points' },
          ...(meeting.organ_id
            ? [
                {
                  label: t('publications.tab'),
                  href: `${path}/publication`,
                  current: current === 'publication',
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
