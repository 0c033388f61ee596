import { z } from 'zod'
import { permission } from '#kernel/access'
import { flag, form, id, optionalLine, PageRoutes, several } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  CheckboxGroup,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  type ListItem,
  Pagination,
  PostButton,
  Row,
  Stack,
} from '#kernel/ui'
import { pathOf } from '#commons/dossiers'
import { deedName, kindName } from '#commons/workflow'
import { countNew, markSeen, type Notice, notices } from './notice.ts'
import { toBeTold, unwanted, want } from './wishes.ts'

const path = '/notices'

/** What others did that a person is told of, and what they want to be told. */
export const pages = new PageRoutes(path)
const reads = permission('notifications.read')

pages.get('/', reads, form(z.object({ after: optionalLine(40) })), async (c, { after }) => {
  const title = t('notifications.title')
  const count = await countNew()
  const shown = await notices(after)
  const fresh = shown.notices.filter(({ seen_at }) => !seen_at)
  const [latest] = fresh
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t('notifications.lead', { count })}
        actions={
          <>
            {latest && (
              <PostButton
                action={`${path}/seen`}
                fields={{ id: latest.id, older: 'on' }}
                icon="check"
              >
                {t('notifications.seen_all')}
              </PostButton>
            )}
            <ButtonLink href={`${path}/wishes`} icon="sliders-horizontal">
              {t('notifications.wishes')}
            </ButtonLink>
          </>
        }
      />
      {shown.notices.length === 0 && <EmptyState icon="bell" sentence={t('notifications.none')} />}
      <Stack>
        <Told title={t('notifications.new')} notices={fresh} />
        <Told
          title={t('notifications.before')}
          notices={shown.notices.filter(({ seen_at }) => seen_at)}
        />
        <Pagination
          first={after ? path : undefined}
          next={shown.next ? `${path}?after=${shown.next}` : undefined}
        />
      </Stack>
    </>,
  )
})

function Told({ title, notices: told }: { title: string; notices: readonly Notice[] }) {
  return (
    told.length > 0 && (
      <Card title={title} flush>
        <List items={told.map(item)} label={title} />
      </Card>
    )
  )
}

const item = (one: Notice): ListItem => ({
  title: [one.reference, one.title].filter(Boolean).join(' · '),
  href: pathOf(one.kind, one.dossier_id),
  why: one.others
    ? t('notifications.others', { told: deedOf(one), count: one.others })
    : deedOf(one),
  due: <time datetime={one.at.toString()}>{formatDateTime(one.at, 'short')}</time>,
  rule: !one.seen_at && (
    <PostButton action={`${path}/seen`} fields={{ id: one.id }} tone="quiet" small>
      {t('notifications.seen')}
    </PostButton>
  ),
})

const deedOf = ({ actor_name: who, type, said: why }: Notice): string =>
  t(why ? 'notifications.because' : 'notifications.by', { who, deed: deedName(type), why })

const Seen = z.object({ id: id(), older: flag() })

pages.post('/seen', reads, form(Seen), async (c, { id: which, older }) => {
  await markSeen(which, { andOlder: older })
  return redirect(c, path, { key: 'notifications.marked' })
})

pages.get('/wishes', reads, async (c) => {
  const title = t('notifications.wishes')
  const not = await unwanted()
  const kinds = [...toBeTold()]
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('notifications.wishes_lead')} />
      {kinds.length === 0 ? (
        <EmptyState icon="bell" sentence={t('notifications.wishes_none')} />
      ) : (
        <Form action={`${path}/wishes`}>
          {/* What Enter sends: the first button of a form, which else would be that of a kind. */}
          <input type="submit" hidden />
          {kinds.map(([kind, types]) => (
            <>
              <CheckboxGroup
                name="wanted"
                label={kindName(kind)}
                choices={types.map((type) => ({
                  value: type,
                  label: t('notifications.somebody', { deed: deedName(type) }),
                }))}
                values={types.filter((type) => !not.has(type))}
              />
              <Row>
                <Button name="all_of" value={kind} small>
                  {t('notifications.wish_all', { kind: kindName(kind) })}
                </Button>
                <Button name="none_of" value={kind} small>
                  {t('notifications.wish_none', { kind: kindName(kind) })}
                </Button>
              </Row>
            </>
          ))}
          <FormActions>
            <Button tone="primary" icon="save">
              {t('notifications.save')}
            </Button>
          </FormActions>
        </Form>
      )}
    </>,
  )
})

const Wishes = z.object({
  wanted: several(z.string().max(100)).pipe(z.array(z.string()).max(1000).default([])),
  /** A kind of which one wants to be told all, or nothing, whatever is ticked. */
  all_of: optionalLine(100),
  none_of: optionalLine(100),
})

pages.post('/wishes', reads, form(Wishes), async (c, { wanted, all_of, none_of }) => {
  const typesOf = (kind: string | undefined) => toBeTold().get(kind ?? '') ?? []
  const none = new Set(typesOf(none_of))
  await want([...wanted, ...typesOf(all_of)].filter((type) => !none.has(type)))
  const back = all_of || none_of ? `${path}/wishes` : path
  return redirect(c, back, { key: 'notifications.saved' })
})
