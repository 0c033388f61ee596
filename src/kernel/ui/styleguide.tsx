import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Button, ButtonLink, Menu, PostButton } from './button.tsx'
import { Dialog, DialogButton } from './dialog.tsx'
import { EmptyState, Flash, Note, Progress } from './feedback.tsx'
import { TextArea } from './fields.tsx'
import { Form, FormActions } from './form.tsx'
import { Icon } from './icons.tsx'
import { Badge, Tag } from './mark.tsx'
import { Breadcrumbs, Card, Head, Row, SideSection, Stack, Steps, Tabs, WithSide } from './page.tsx'
import { GuideCharts } from './styleguide-charts.tsx'
import { GuideData, GuideFigures, GuideSide } from './styleguide-data.tsx'
import { GuideForm } from './styleguide-form.tsx'
import { GuideTree } from './styleguide-tree.tsx'

/** The body of the page that shows every element of the kit alive; goes inside a `Shell`. Trades add theirs. */
export function StyleGuide({ children }: { children?: Child }) {
  return (
    <>
      <Breadcrumbs trail={[{ label: t('ui.guide.crumb.home'), href: '/' }, guideTitle()]} />
      <Head
        title={t('ui.guide.title')}
        state={<Badge tone="good">{t('ui.guide.state')}</Badge>}
        facts={t('ui.guide.facts')}
        actions={<HeadActions />}
      />
      <Tabs
        label={t('ui.guide.views')}
        tabs={[
          { label: t('ui.guide.tab.all'), href: '#main', count: 12, current: true },
          { label: t('ui.guide.tab.mine'), href: '#main', count: 4 },
          { label: t('ui.guide.tab.followed'), href: '#main' },
        ]}
      >
        <a href="#main">{t('ui.guide.tab.save')}</a>
      </Tabs>
      <WithSide side={<GuideSide />}>
        <Colours />
        <Typefaces />
        <Actions />
        <Marks />
        <Messages />
        <GuideData />
        <GuideFigures />
        <GuideForm />
      </WithSide>
      <Stack>
        <GuideTree />
        <GuideCharts />
        {children}
      </Stack>
    </>
  )
}

const guideTitle = () => ({ label: t('ui.guide.title') })

function HeadActions() {
  return (
    <>
      <Menu>
        <ButtonLink href="#main" icon="copy">
          {t('ui.guide.action.copy')}
        </ButtonLink>
        <PostButton action="#" icon="archive">
          {t('ui.guide.action.cancel')}
        </PostButton>
      </Menu>
      <ButtonLink href="#main" icon="printer">
        {t('ui.guide.print')}
      </ButtonLink>
      <Button tone="primary" icon="send">
        {t('ui.guide.action.send')}
      </Button>
    </>
  )
}

function Colours() {
  const swatches = [
    ['ink', t('ui.guide.colour.ink')],
    ['ink-2', t('ui.guide.colour.ink2')],
    ['accent', t('ui.guide.colour.accent')],
    ['good', t('ui.guide.colour.good')],
    ['warn', t('ui.guide.colour.warn')],
    ['bad', t('ui.guide.colour.bad')],
  ]
  return (
    <Card title={t('ui.guide.colours')} aside={t('ui.guide.colours.aside')}>
      <ul class="swatches">
        {swatches.map(([name, label]) => (
          <li>
            <svg class={`swatch ${name}`} width="100%" height="40" aria-hidden="true">
              <rect width="100%" height="40" rx="4" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Typefaces() {
  return (
    <Card title={t('ui.guide.type')}>
      <Stack>
        <p>{t('ui.guide.type.ui')}</p>
        <div class="act">
          <p>
            {t('ui.guide.type.act')} <span class="mask">{t('ui.guide.type.masked')}</span>
          </p>
        </div>
      </Stack>
    </Card>
  )
}

function Actions() {
  return (
    <Card title={t('ui.guide.actions')}>
      <Row>
        <Button tone="primary" icon="save">
          {t('ui.guide.action.save')}
        </Button>
        <Button icon="send">{t('ui.guide.action.send')}</Button>
        <Button tone="quiet">{t('ui.guide.action.cancel')}</Button>
        <PostButton
          action="#"
          tone="danger"
          icon="trash-2"
          confirm={t('ui.guide.action.delete.confirm')}
        >
          {t('ui.guide.action.delete')}
        </PostButton>
        <Button disabled>{t('ui.guide.action.send')}</Button>
        <Button icon="copy" iconOnly>
          {t('ui.guide.action.copy')}
        </Button>
        <DialogButton opens="guide-dialog">{t('ui.guide.action.ask')}</DialogButton>
      </Row>
      <Dialog id="guide-dialog" title={t('ui.guide.action.ask')}>
        <Form action="#" id="guide-ask">
          <TextArea name="reason" label={t('ui.guide.action.ask.why')} required />
          <FormActions>
            <Button tone="primary">{t('ui.guide.action.ask')}</Button>
          </FormActions>
        </Form>
      </Dialog>
    </Card>
  )
}

function Marks() {
  return (
    <Card title={t('ui.guide.marks')}>
      <Row>
        <Badge>{t('ui.guide.mark.draft')}</Badge>
        <Badge tone="info">{t('ui.guide.mark.open')}</Badge>
        <Badge tone="good">{t('ui.guide.mark.approved')}</Badge>
        <Badge tone="warn">{t('ui.guide.mark.soon')}</Badge>
        <Badge tone="bad">{t('ui.guide.mark.late')}</Badge>
        <Tag>{t('ui.guide.mark.tag')}</Tag>
        <Tag>{t('ui.guide.mark.tag2')}</Tag>
        <Icon name="landmark" />
        <Icon name="gavel" />
        <Icon name="scale" />
      </Row>
      <Steps
        label={t('ui.guide.steps')}
        steps={[
          { label: t('ui.guide.step.one'), state: 'done', note: t('ui.guide.day.four') },
          { label: t('ui.guide.step.two'), state: 'current', note: t('ui.guide.who.one') },
          { label: t('ui.guide.step.three'), state: 'todo' },
        ]}
      />
    </Card>
  )
}

function Messages() {
  return (
    <SideSection title={t('ui.guide.notes')}>
      <Stack>
        <Flash messages={[{ tone: 'good', text: t('ui.guide.flash') }]} />
        <Note title={t('ui.guide.note.info')}>{t('ui.guide.note.info.why')}</Note>
        <Note tone="good">{t('ui.guide.note.good')}</Note>
        <Note tone="warn">{t('ui.guide.note.warn')}</Note>
        <Note tone="bad">{t('ui.guide.note.bad')}</Note>
        <Progress
          label={t('ui.guide.progress')}
          value={12}
          max={40}
          text={t('ui.guide.progress.text')}
        />
        <Card>
          <EmptyState sentence={t('ui.guide.empty')}>
            <ButtonLink href="#main">{t('ui.guide.empty.action')}</ButtonLink>
          </EmptyState>
        </Card>
      </Stack>
    </SideSection>
  )
}
