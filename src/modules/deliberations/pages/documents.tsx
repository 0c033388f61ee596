import { may } from '#kernel/access'
import { formatDateTime, formatNumber, t } from '#kernel/i18n'
import {
  Card,
  EmptyState,
  FileList,
  type FileEntry,
  List,
  PostButton,
  Row,
  Stack,
} from '#kernel/ui'
import type { Document } from '#commons/documents'
import { type Meeting, meetingPath } from '../meeting.ts'

/** The documents of a meeting, and the buttons that make them. */
export function DocumentFiles({
  meeting,
  documents,
}: {
  meeting: Meeting
  documents: readonly Document[]
}) {
  const action = `${meetingPath(meeting)}/documents`
  const begun = meeting.state === 'decided' || meeting.state === 'closed'
  const ready = documents.filter(({ state }) => state === 'ready')
  const others = documents.filter(({ state }) => state !== 'ready')
  return (
    <Stack>
      {may('deliberations.meeting.run') && (
        <Row>
          <PostButton action={action} fields={{ template: 'agenda' }} icon="file-text">
            {t('deliberations.document.make.agenda')}
          </PostButton>
          {begun && (
            <PostButton
              action={action}
              fields={{ template: 'minutes' }}
              icon="scroll-text"
              tone="primary"
            >
              {t('deliberations.document.make.minutes')}
            </PostButton>
          )}
        </Row>
      )}
      {documents.length === 0 && (
        <EmptyState icon="file-text" sentence={t('deliberations.document.none')} />
      )}
      {others.length > 0 && (
        <Card flush>
          <List
            label={t('deliberations.document.pending')}
            items={others.map(({ title, state, reason }) => ({
              title,
              why: state === 'failed' && reason,
              due: t(
                state === 'failed'
                  ? 'deliberations.document.failed'
                  : 'deliberations.document.pending',
              ),
            }))}
          />
        </Card>
      )}
      {ready.length > 0 && (
        <Card>
          <FileList label={t('deliberations.meeting.tab.documents')} files={ready.map(file)} />
        </Card>
      )}
    </Stack>
  )
}

function file(document: Document): FileEntry {
  const { id, title, size, hash, asked_by, asked_at } = document
  const by = t('deliberations.document.by', {
    name: asked_by,
    when: formatDateTime(asked_at, 'short'),
  })
  return {
    name: title,
    href: `/documents/${id}`,
    kind: t('deliberations.document.kind', { size: fileSize(size ?? 0) }),
    note: `${by} · ${t('deliberations.document.hash', { hash: (hash ?? '').slice(0, 16) })}…`,
  }
}

/** « 134 ko », « 1,2 Mo » */
export function fileSize(bytes: number): string {
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return formatNumber(value, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 })
}
