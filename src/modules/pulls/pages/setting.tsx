import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  Form,
  FormActions,
  Head,
  PostButton,
  Stack,
  WithSide,
} from '#kernel/ui'
import type { Source } from '#modules/incoming'
import { meetingsPath, settingPath } from '../paths.ts'
import { Secret, SettingSent } from '../schema.ts'
import { dropSetting, keeps, keepSetting, type Setting, settingOf, sourceOf } from '../setting.ts'
import { Inputs } from './inputs.tsx'
import { pages, sourceId } from './routes.ts'
import { LatestRuns } from './runs.tsx'
import { Crumbs } from './shown.tsx'
import { Standing } from './standing.tsx'

const Sent = SettingSent.extend(Secret.shape).extend(Edition.shape)

pages.get('/:source', keeps, (c) => settingPage(c))

pages.post('/:source', keeps, form(Sent, settingPage), async (c, given) => {
  const { password, edition, ...fields } = given
  const source = await sourceOf(sourceId(c))
  await keepSetting(source.id, fields, password, (standing) =>
    ensureEdition(editable(standing), edition),
  )
  return redirect(c, settingPath(source.id), { key: 'pulls.kept' })
})

pages.post('/:source/removal', keeps, async (c) => {
  const source = await sourceOf(sourceId(c))
  await dropSetting(source.id)
  return redirect(c, settingPath(source.id), { key: 'pulls.dropped' })
})

/** What a person writes of it: the rest is of the house. */
function editable(setting: Setting | undefined) {
  if (!setting) return null
  const { next_at: _next, last_at: _last, last_failure: _failure, ...written } = setting
  return written
}

async function settingPage(c: Call, attempt?: Attempt): Promise<Response> {
  const source = await sourceOf(sourceId(c))
  const setting = await settingOf(source.id)
  const title = t('pulls.title')
  return page(
    c,
    { title: `${title} · ${source.title}`, status: attempt ? 422 : 200 },
    <>
      <Crumbs source={source} />
      <Head
        reference={source.title}
        title={title}
        facts={t('pulls.lead')}
        actions={
          setting && (
            <ButtonLink href={meetingsPath(source.id)} tone="primary" icon="download">
              {t('pulls.meetings.see')}
            </ButtonLink>
          )
        }
      />
      <WithSide side={setting && <Standing setting={setting} />}>
        <Stack>
          {setting && <LatestRuns source={source} />}
          <SettingCard source={source} setting={setting} attempt={attempt} />
          {setting && <Ending source={source} />}
        </Stack>
      </WithSide>
    </>,
  )
}

interface SettingCardProps {
  source: Source
  setting: Setting | undefined
  attempt: Attempt | undefined
}

const SettingCard = ({ source, setting, attempt }: SettingCardProps) => (
  <Card title={t('pulls.settings')} id="settings">
    <Form action={settingPath(source.id)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
      <EditionField of={editable(setting)} attempt={attempt}>
        <p>{setting?.url}</p>
      </EditionField>
      <Inputs of={setting} />
      <FormActions>
        <Button tone="primary" icon="check">
          {t('pulls.keep')}
        </Button>
      </FormActions>
    </Form>
  </Card>
)

const Ending = ({ source }: { source: Source }) => (
  <Card title={t('pulls.end')}>
    <Stack>
      <p>{t('pulls.end_help')}</p>
      <PostButton
        action={`${settingPath(source.id)}/removal`}
        tone="danger"
        icon="trash-2"
        confirm={t('pulls.end_sure', { title: source.title })}
      >
        {t('pulls.end_it')}
      </PostButton>
    </Stack>
  </Card>
)
