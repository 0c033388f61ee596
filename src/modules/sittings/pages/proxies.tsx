import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { adding, form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import {
  Button,
  Card,
  DateField,
  FoldedForm,
  FormActions,
  Hidden,
  List,
  PostButton,
  Select,
  TextField,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import { load } from '#commons/dossiers'
import { printed } from '#commons/law'
import { votes } from '#commons/organs'
import { type AgendaLine, type Meeting, meetingPath, meetings } from '#modules/deliberations'
import type { Sitting } from '../presence.ts'
import { giveProxy, removeProxy } from '../proxy.ts'
import { proxySentence } from '../said.ts'
import { ProxyGiven } from '../schema.ts'
import { proxyRule } from '../sitting.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

interface ProxiesProps {
  meeting: Meeting
  sitting: Sitting
  lines: readonly AgendaLine[]
}

/** Who votes for whom, and the form that notes it, where the law of the organ knows proxies. */
export async function Proxies({ meeting, sitting, lines }: ProxiesProps) {
  const rule = await proxyRule(meeting)
  if (!rule || rule.value.perHolder === 0) return null
  const { state } = meeting
  const notes = may(runsMeetings) && (state === 'decided' || state === 'closed')
  if (sitting.proxies.length === 0 && !notes) return null
  return (
    <Card title={t('sittings.proxy.title')} aside={printed(rule.article)}>
      {sitting.proxies.length > 0 && (
        <List
          label={t('sittings.proxy.title')}
          items={sitting.proxies.map((one) => ({
            title: proxySentence(one, sitting),
            due: notes && (
              <PostButton
                action={`${meetingPath(meeting)}/proxies/${one.id}/removal`}
                tone="quiet"
                icon="trash-2"
                small
              >
                {t('sittings.movement.remove')}
                <Hidden> : {proxySentence(one, sitting)}</Hidden>
              </PostButton>
            ),
          }))}
        />
      )}
      {notes && <ProxyForm {...{ meeting, sitting, lines }} />}
    </Card>
  )
}

function ProxyForm({ meeting, sitting, lines }: ProxiesProps) {
  const members = sitting.attendees
    .filter(votes)
    .map((seat) => ({ value: seat.id, label: fullName(seat) }))
  const points = lines.map(({ id, number, title }) => ({
    value: id,
    label: `${number}. ${title}`,
  }))
  const choose = t('sittings.movement.choose')
  return (
    <FoldedForm
      label={t('sittings.proxy.note')}
      action={`${meetingPath(meeting)}/proxies`}
      id="proxy"
    >
      <Select
        name="giver_id"
        label={t('sittings.proxy.giver')}
        prompt={choose}
        options={members}
        required
      />
      <Select
        name="holder_id"
        label={t('sittings.proxy.holder')}
        prompt={choose}
        options={members}
        required
      />
      <TextField
        name="statement"
        label={t('sittings.proxy.statement')}
        help={t('sittings.proxy.statement_help')}
        maxlength={200}
        required
      />
      <DateField name="given_on" label={t('sittings.proxy.given_on')} required />
      <Select
        name="from_item_id"
        label={t('sittings.proxy.from')}
        options={points}
        value={points[0]?.value}
        required
      />
      <Select
        name="until_item_id"
        label={t('sittings.proxy.until')}
        prompt={t('sittings.proxy.to_the_end')}
        options={points}
      />
      <FormActions>
        <Button icon="check">{t('sittings.movement.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

pages.post('/meetings/:id/proxies', runsMeetings, adding(form(ProxyGiven)), async (c, given) => {
  const meeting = await load(c, meetings)
  await giveProxy(meeting, given)
  return redirect(c, `${meetingPath(meeting)}/attendance`, { key: 'sittings.movement.saved' })
})

pages.post('/meetings/:id/proxies/:proxy/removal', runsMeetings, async (c) => {
  const meeting = await load(c, meetings)
  await removeProxy(meeting, c.req.param('proxy') ?? '')
  return redirect(c, `${meetingPath(meeting)}/attendance`, { key: 'sittings.movement.removed' })
})
