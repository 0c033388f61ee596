import { t } from '#kernel/i18n'
import { Note } from '#kernel/ui'
import { restrictionsOf } from './restriction.ts'

/** That what is held of a person or party is kept and not used for now, at the head of their page. */
export async function RestrictedNote({ id }: { id: string }) {
  const [found] = await restrictionsOf([id])
  if (!found) return null
  const { reference, since } = found
  return (
    <Note tone="warn" title={t('privacy.restricted')}>
      {t('privacy.is_restricted', { reference, since })}
    </Note>
  )
}
