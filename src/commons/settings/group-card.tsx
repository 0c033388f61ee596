import type { Attempt } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { typed } from '#kernel/pages'
import { Badge, Button, Card, Form, FormActions, Note, PostButton } from '#kernel/ui'
import { folderOf, settingsOf } from './group.ts'
import {
  type AnySetting,
  type Decision,
  decisionOn,
  isDecided,
  lastDecisions,
  type Settings,
  valueOf,
  versionOf,
} from './setting.ts'
import { inWords } from './words.ts'

/** The settings of one folder, as a form of its own; below it what was decided, with the way back to what holds without. */
export async function GroupCard({
  group,
  attempt,
}: {
  group: Settings
  attempt: Attempt | undefined
}) {
  // Of a list that is narrowed, some are shown; the version is that of all.
  const last = await lastDecisions(settingsOf(folderOf(group)).all)
  const version = versionOf(last)
  const decided = group.all.filter((one) => isDecided(decisionOn(one, last)))
  return (
    <Card title={t(group.title)} level={3} id={folderOf(group)}>
      {attempt?.stale && (
        <Note tone="warn">{t('settings.overtaken', { name: attempt.stale.by })}</Note>
      )}
      <Form
        action={`/settings/${folderOf(group)}`}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
        id={`decide-${folderOf(group)}`}
      >
        <input type="hidden" name="version" value={version} />
        {await Promise.all(group.all.map((one) => Answer({ one, last: decisionOn(one, last) })))}
        <FormActions>
          <Button tone="primary" icon="save">
            {t('settings.save')}
          </Button>
        </FormActions>
      </Form>
      {decided.map((one) => (
        <PostButton
          action={`/settings/${one.name}/default`}
          fields={{ version }}
          tone="quiet"
          icon="undo-2"
          small
        >
          {t('settings.take_back', { what: t(one.field.label) })}
        </PostButton>
      ))}
    </Card>
  )
}

/** What is decided, and below it whether that is by default, what holds without a decision, and who decided last. */
async function Answer({ one, last }: { one: AnySetting; last: Decision | undefined }) {
  return (
    <div>
      {await one.field.input(one.name, await valueOf(one, last), {})}
      <p class="muted">
        {isDecided(last) ? (
          <>
            <Badge tone="info">{t('settings.is.decided')}</Badge>{' '}
            {t('settings.decided', { name: last.decided_by, when: dayOf(last) })}{' '}
            {t('settings.initial', { value: await inWords(one, undefined) })}
          </>
        ) : (
          <Badge>{t('settings.is.default')}</Badge>
        )}
        <Inherited of={one} value={await valueOf(one, last)} />
      </p>
    </div>
  )
}

/** Where it is left empty, what is taken in its place. */
function Inherited({ of: { inherits }, value }: { of: AnySetting; value: unknown }) {
  if (!inherits || value) return null
  return (
    <>
      {' '}
      <Badge>{t('settings.is.inherited')}</Badge>{' '}
      {t('settings.inherited', { value: inherits.value(), from: t(inherits.from) })}
    </>
  )
}

const dayOf = ({ decided_at }: Decision) => formatDateTime(decided_at, 'short')
