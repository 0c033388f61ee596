import { formatDateTime, formatFileSize, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { Card, EmptyState, type FileEntry, FileList, List } from '#kernel/ui'
import type { Document } from './document.ts'

/** The documents of a dossier: those that are made, with their hash, and those on their way. */
export function DocumentFiles({ documents }: { documents: readonly Document[] }) {
  const ready = documents.filter(({ state }) => state === 'ready')
  const others = documents.filter(({ state }) => state !== 'ready')
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
          <FileList label={t('documents.title')} files={ready.map(fileEntry)} />
        </Card>
      )}
    </>
  )
}

/** A document is called in the language in which it is made: that of the authority. */
const Titled = ({ title }: Pick<Document, 'title'>) => <span lang={itsLanguage()}>{title}</span>

function fileEntry({ id, title, format, size, hash, asked_by, asked_at }: Document): FileEntry {
  const by = t('documents.by', { name: asked_by, when: formatDateTime(asked_at, 'short') })
  const print = t('documents.hash', { hash: (hash ?? '').slice(0, 16) })
  return {
    name: <Titled title={title} />,
    href: `/documents/${id}`,
    kind: t('documents.kind', {
      format: t(`documents.format.${format}`),
      size: formatFileSize(size ?? 0),
    }),
    note: `${by} · ${print}`,
  }
}
