import { formatDateTime, formatFileSize, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { Card, EmptyState, type FileEntry, FileList, List } from '#kernel/ui'
import type { Document } from './document.ts'

/** The documents of a dossier: those that are made, with their hash, and those on their way. */
export function DocumentFiles({ documents }: { documents: readonly Document[] }) {
  const ready = documents.filter(({ state }) => state === 'ready')
  const others = documents.filter(({ state }) => state !== 'ready')
  // The latest first: of those that are called the same, the first is the last that was made.
  const last = ready.filter((one, at) => ready.findIndex(isSame(one)) === at)
  const earlier = ready.filter((one) => !last.includes(one))
  if (documents.length === 0) return <EmptyState icon="file-text" sentence={t('documents.none')} />
  return (
    <>
      {others.length > 0 && (
        <Card flush>
          <List
            label={t('documents.state.pending')}
            items={others.map(({ title, format, state, reason }) => ({
              title: (
                <>
                  <Titled title={title} /> ({t(`documents.format.${format}`)})
                </>
              ),
              why: state === 'failed' && reason,
              due: t(`documents.state.${state}`),
            }))}
          />
        </Card>
      )}
      {ready.length > 0 && (
        <Card>
          <FileList
            label={t('documents.title')}
            files={last.map((one) => fileEntry(one, earlier.some(isSame(one))))}
          />
          {earlier.length > 0 && (
            <details>
              <summary>{t('documents.earlier', { count: earlier.length })}</summary>
              <FileList
                label={t('documents.earlier', { count: earlier.length })}
                files={earlier.map((one) => fileEntry(one, false))}
              />
            </details>
          )}
        </Card>
      )}
    </>
  )
}

/** A document is called in the language in which it is made: that of the authority. */
const Titled = ({ title }: Pick<Document, 'title'>) => <span lang={itsLanguage()}>{title}</span>

/** It says the same, as it stood at another moment. */
const isSame =
  ({ title, format, template }: Document) =>
  (other: Document) =>
    other.title === title && other.format === format && other.template === template

function fileEntry(
  { id, title, format, size, hash, asked_by, asked_at }: Document,
  isLast: boolean,
): FileEntry {
  const by = t('documents.by', { name: asked_by, when: formatDateTime(asked_at, 'short') })
  const print = t('documents.hash', { hash: (hash ?? '').slice(0, 16) })
  return {
    name: <Titled title={title} />,
    href: `/documents/${id}`,
    kind: t('documents.kind', {
      format: t(`documents.format.${format}`),
      size: formatFileSize(size ?? 0),
    }),
    note: [isLast && t('documents.last'), by, print].filter(Boolean).join(' · '),
  }
}
