import { z } from 'zod'
import { permission, stepUp } from '#kernel/access'
import { type Attempt, type Call, form, PageRoutes, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  Card,
  cellInWords,
  Cut,
  EmptyState,
  Form,
  FormActions,
  Head,
  History,
  Note,
  Stack,
} from '#kernel/ui'
import { folderOf, read, settingsOf } from './group.ts'
import {
  type AnySetting,
  decide,
  type Decision,
  decisionOn,
  decisions,
  lastDecisions,
  type Settings,
  settings,
  valueOf,
  versionOf,
} from './setting.ts'

export const pages = new PageRoutes('/settings')
const decides = stepUp(permission('settings.decide'))

/** Its other fields are those of the settings of the folder. */
const Decided = z.looseObject({ version: z.string().max(40) })

pages.get('/', decides, (c) => settingsPage(c))

pages.post('/:folder', decides, form(Decided, settingsPage), async (c, { version, ...given }) => {
  const group = settingsOf(c.req.param('folder'))
  await decide(group.all, read(group, given), version)
  return redirect(c, '/settings', { key: 'settings.saved' })
})

async function settingsPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('settings.title')
  const groups = settings.all()
  const tried = attempt && c.req.param('folder')
  const cards = groups.map((group) =>
    GroupCard({ group, attempt: folderOf(group) === tried ? attempt : undefined }),
  )
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('settings.lead')} />
      <Stack>
        {groups.length === 0 && (
          <EmptyState icon="sliders-horizontal" sentence={t('settings.none')} />
        )}
        {await Promise.all(cards)}
        <Past of={groups.flatMap(({ all }) => all)} all={wantsAll(c, 'decisions')} />
      </Stack>
    </>,
  )
}

/** The settings of one folder, as a form of its own. */
async function GroupCard({ group, attempt }: { group: Settings; attempt: Attempt | undefined }) {
  const last = await lastDecisions(group.all)
  return (
    <Card title={t(group.title)}>
      {attempt?.stale && (
        <Note tone="warn">{t('settings.overtaken', { name: attempt.stale.by })}</Note>
      )}
      <Form
        action={`/settings/${folderOf(group)}`}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
      >
        <input type="hidden" name="version" value={versionOf(last)} />
        {await Promise.all(group.all.map((one) => Answer({ one, last: decisionOn(one, last) })))}
        <FormActions>
          <Button tone="primary" icon="save">
            {t('settings.save')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

/** What is decided, and below it what holds without a decision, and who decided last. */
async function Answer({ one, last }: { one: AnySetting; last: Decision | undefined }) {
  return (
    <div>
      {await one.field.input(one.name, await valueOf(one, last), {})}
      <small class="muted">
        {t('settings.initial', { value: await inWords(one, undefined) })}
        {last && ` ${t('settings.decided', { name: last.decided_by, when: when(last).text })}`}
      </small>
    </div>
  )
}

/** Who decided what, the last first. */
async function Past({ of, all }: { of: readonly AnySetting[]; all: boolean }) {
  if (of.length === 0) return null
  const past = await decisions(of, all ? null : 50)
  const entries = await Promise.all(
    past.rows.flatMap((decision) => {
      const one = of.find(({ name }) => name === decision.name)
      return one ? [entry(one, decision)] : []
    }),
  )
  return (
    entries.length > 0 && (
      <Card title={t('settings.past')}>
        <History entries={entries} />
        <Cut of={past} href="/settings?all=decisions" />
      </Card>
    )
  )
}

const entry = async (one: AnySetting, decision: Decision) => ({
  who: decision.decided_by,
  what: t('settings.changed', {
    what: t(one.field.label),
    value: await inWords(one, decision),
  }),
  when: when(decision),
})

const when = ({ decided_at }: Decision) => ({
  text: formatDateTime(decided_at, 'short'),
  datetime: decided_at,
})

/** The value in plain words, as far as its field has them. */
async function inWords(one: AnySetting, decision: Decision | undefined): Promise<string> {
  const value: unknown = await valueOf(one, decision)
  const tell = await one.field.plain?.([value])
  return cellInWords(tell?.(value) ?? null) || t('settings.nothing')
}
