import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { Button, Card, Form, FormActions, List, RadioGroup } from '#kernel/ui'
import { load, readMany } from '#commons/dossiers'
import { StateBadge } from '#commons/workflow'
import { chainOf, comeBack, returnsFrom } from '../coming-back.ts'
import { cameBack } from '../followed.ts'
import { type Item, itemPath, items } from '../item.ts'
import { isOver, meetings } from '../meeting.ts'
import { ComingBack } from '../schema.ts'
import { itemWorkflow } from '../workflow.ts'
import { pages } from './routes.ts'

const presents = permission('deliberations.item.present')

/** The points that a point follows and that follow it, and the form by which one that was put off comes back. */
export async function Chain({ item }: { item: Item }) {
  const links = await chainOf(item)
  const [meeting] = await readMany(meetings, item.meeting_id ? [item.meeting_id] : [])
  const open =
    may(presents) &&
    returnsFrom(item) &&
    meeting !== undefined &&
    isOver(meeting) &&
    !(await cameBack([item])).has(item.id)
  if (links.length === 0 && !open) return null
  return (
    <Card title={t('deliberations.item.chain')}>
      {links.length > 0 && (
        <List
          label={t('deliberations.item.chain')}
          items={links.map((link) => ({
            title: link.title,
            href: itemPath(link),
            why: t(`deliberations.item.chain.${link.way}`),
            due: <StateBadge flow={itemWorkflow} state={link.state} />,
          }))}
        />
      )}
      {open && (
        <Form action={`${itemPath(item)}/return`} id="return">
          <RadioGroup
            name="state"
            label={t('deliberations.item.return')}
            value="validated"
            choices={(['validated', 'created'] as const).map((value) => ({
              value,
              label: t(`deliberations.item.return.${value}`),
            }))}
          />
          <FormActions>
            <Button>{t('deliberations.item.return.do')}</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

pages.post('/items/:id/return', presents, form(ComingBack), async (c, { state }) => {
  const copy = await comeBack(await load(c, items), state)
  return redirect(c, itemPath(copy), { key: 'deliberations.item.returned' })
})
