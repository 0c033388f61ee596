import { t } from '#kernel/i18n'
import { ButtonLink, Note } from '#kernel/ui'
import type { Comparison, Source } from '#modules/incoming'

interface UnmappedProps {
  source: Source
  of: Comparison['unmapped']
  leftOut: readonly string[]
}

/** What stands for nothing here yet, and what follows from it. */
export function Unmapped({ source, of: { organs, subjects, in_charge }, leftOut }: UnmappedProps) {
  const counts = { organs: organs.length, subjects: subjects.length, people: in_charge.length }
  const lacks = Object.values(counts).some((count) => count > 0)
  if (!lacks && leftOut.length === 0) return null
  return (
    <Note tone="warn" title={t('pulls.unmapped')}>
      {lacks && <p>{t('pulls.unmapped.counts', counts)}</p>}
      {leftOut.length > 0 && (
        <>
          <p>{t('pulls.unmapped.left_out', { count: leftOut.length })}</p>
          <ul>
            {leftOut.map((title) => (
              <li>{title}</li>
            ))}
          </ul>
        </>
      )}
      <ButtonLink href={`/incoming/sources/${source.id}/mapping`}>
        {t('pulls.unmapped.map')}
      </ButtonLink>
    </Note>
  )
}
