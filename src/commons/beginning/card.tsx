import { t } from '#kernel/i18n'
import { Card, List, PostButton, Stack } from '#kernel/ui'
import { settled } from '#commons/settings'
import { stepsLeft } from './step.ts'
import { shown } from './shown.ts'

/** What is still to do, each with where it is done; nothing once all is, or once it was put away. */
export async function FirstSteps() {
  if (!(await settled(shown))) return null
  const left = await stepsLeft()
  if (left.length === 0) return null
  return (
    <Card title={t('beginning.title')} id="first-steps">
      <Stack>
        <p>{t('beginning.lead', { count: left.length })}</p>
        <List
          label={t('beginning.title')}
          items={left.flatMap(({ title, lacks }) =>
            lacks.map(({ sentence, href }) => ({ title: sentence, href, why: t(title) })),
          )}
        />
        <PostButton action="/first-steps/putting-away" icon="x" small>
          {t('beginning.put_away')}
        </PostButton>
      </Stack>
    </Card>
  )
}
