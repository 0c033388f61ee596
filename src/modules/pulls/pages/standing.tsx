import { formatDateTime, t } from '#kernel/i18n'
import { reasonInWords } from '#kernel/jobs'
import { Facts, Note, PostButton, SideSection, Stack } from '#kernel/ui'
import { settingPath } from '../paths.ts'
import type { Setting } from '../setting.ts'

/** When a source was fetched and when it will be, and what is wrong with it. */
export const Standing = ({ setting }: { setting: Setting }) => {
  const { id, last_at, next_at, last_failure } = setting
  return (
    <>
      <SideSection title={t('pulls.standing')}>
        <Stack>
          {last_failure && (
            <Note tone="bad" title={t('pulls.failing')}>
              <p>{reasonInWords(last_failure)}</p>
            </Note>
          )}
          <Facts
            facts={[
              {
                label: t('pulls.last_at'),
                value: last_at ? formatDateTime(last_at) : t('pulls.not_yet'),
              },
              {
                label: t('pulls.next_at'),
                value: next_at ? formatDateTime(next_at) : t('pulls.by_hand'),
              },
            ]}
          />
        </Stack>
      </SideSection>
      <SideSection title={t('pulls.lists')}>
        <Stack>
          <p>{t('pulls.lists_help')}</p>
          <PostButton action={`${settingPath(id)}/lists`} icon="refresh-cw">
            {t('pulls.lists.read')}
          </PostButton>
        </Stack>
      </SideSection>
    </>
  )
}
