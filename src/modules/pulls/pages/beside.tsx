import { may } from '#kernel/access'
import { formatDateTime, t } from '#kernel/i18n'
import { reasonInWords } from '#kernel/jobs'
import { ButtonLink, Note, SideSection, Stack } from '#kernel/ui'
import type { Dossier } from '#commons/dossiers'
import { sources } from '#modules/incoming'
import { settingPath } from '../paths.ts'
import { keeps, settingOf } from '../setting.ts'

/** At the side of the page of a source: whether its meetings are fetched, and how it goes. */
export async function PulledBeside({ dossier }: { dossier: Dossier }) {
  if (dossier.kind !== sources.name || !may(keeps)) return null
  const setting = await settingOf(dossier.id)
  return (
    <SideSection title={t('pulls.title')}>
      <Stack>
        {setting?.last_failure && (
          <Note tone="bad" title={t('pulls.failing')}>
            <p>{reasonInWords(setting.last_failure)}</p>
          </Note>
        )}
        <p>
          {setting?.last_at
            ? t('pulls.beside.last', { when: formatDateTime(setting.last_at) })
            : t(setting ? 'pulls.beside.not_yet' : 'pulls.beside.none')}
        </p>
        <ButtonLink href={settingPath(dossier.id)} icon="download">
          {t(setting ? 'pulls.beside.open' : 'pulls.beside.begin')}
        </ButtonLink>
      </Stack>
    </SideSection>
  )
}
