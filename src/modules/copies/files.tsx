import { formatFileSize, t } from '#kernel/i18n'
import { SideSection } from '#kernel/ui'
import { fileAddress } from './address.ts'
import type { PublicAnnex } from './content.ts'

/** The files of a point for everybody: what each is, how heavy, and its first page. Those of copies of long ago are named alone. */
export function Files({ of }: { of: readonly PublicAnnex[] }) {
  if (of.length === 0) return null
  return (
    <SideSection title={t('publications.annexes')}>
      <ul class="open-files">
        {of.map((file) => (
          <li>{file.name ? <OpenFile of={file} name={file.name} /> : file.title}</li>
        ))}
      </ul>
    </SideSection>
  )
}

function OpenFile({ of: file, name }: { of: PublicAnnex; name: string }) {
  const { title, hash, type, size, pages, preview } = file
  const kind = [type.replace(/^.*\//, '').toUpperCase(), formatFileSize(size)]
  if (pages !== undefined && type === 'application/pdf')
    kind.push(t('publications.file.pages', { count: pages }))
  return (
    <>
      {preview && (
        <img
          src={fileAddress({ hash: preview, name: 'apercu' })}
          alt={t('publications.file.preview', { title })}
          width={160}
          loading="lazy"
          decoding="async"
        />
      )}
      <a href={fileAddress({ hash, name })}>{title}</a> <small>{kind.join(', ')}</small>
    </>
  )
}
