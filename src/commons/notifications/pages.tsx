import { z } from 'zod'
import { actor, inPerson, permission } from '#kernel/access'
import {
  type Attempt,
  type Call,
  flag,
  form,
  gathered,
  id,
  optionalLine,
  PageRoutes,
} from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  FormActions,
  FormSection,
  Head,
  List,
  type ListItem,
  Pagination,
  PostButton,
  Row,
  Select,
  Stack,
  TextField,
  When,
} from '#kernel/ui'
import { deedName, kindName } from '#commons/workflow'
import { countNew, markSeen, type Notice, notices } from './notice.ts'
import { originOf } from './origin.ts'
import { lockedWishesOfMine, standingWishes, toBeTold, ways, wish, wishesOfMine } from './wishes.ts'

const path = '/notices'

/** What others did that a person is told of, and what they want to be told. */
export const pages = new PageRoutes(path)
const reads = inPerson(permission('notifications.read'))

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
  href: one.href,
  why: one.others
    ? t('notifications.others', { told: deedOf(one), count: one.others })
    : deedOf(one),
  due: <When datetime={one.at} text={formatDateTime(one.at, 'short')} />,
  act: !one.seen_at && (
    <PostButton action={`${path}/seen`} fields={{ id: one.id }} tone="quiet" small>
      {t('notifications.seen')}
    </PostButton>
  ),
})

const deedOf = ({ words, actor_name: who, type, said: why }: Notice): string =>
  words ?? t(why ? 'notifications.because' : 'notifications.by', { who, deed: deedName(type), why })

const Seen = z.object({ id: id(), older: flag() })

pages.post('/seen', reads, form(Seen), async (c, { id: which, older }) => {
  await markSeen(which, { andOlder: older })
  return redirect(c, path, { key: 'notifications.marked' })
})

const Wishes = z.preprocess(
  (sent) => (typeof sent === 'object' ? { ...sent, how: gathered('how')(sent) } : sent),
  z.object({
    email: optionalLine(254),
    how: z.record(z.string().max(100), z.enum(ways)),
    /** A kind of which one wants to be told all, or nothing, whatever is chosen. */
    all_of: optionalLine(100),
    none_of: optionalLine(100),
    ...Edition.partial().shape,
  }),
)

pages.get('/wishes', reads, (c) => wishesPage(c))

pages.post('/wishes', reads, form(Wishes, wishesPage), async (c, given) => {
  const { email, how, all_of, none_of, edition } = given
  // Another tab or device may have chosen since.
  if (edition) ensureEdition(standingWishes(await lockedWishesOfMine()), edition, actor().name)
  const all = typesOf(all_of).filter((type) => how[type] === undefined || how[type] === 'none')
  const chosen = {
    ...how,
    ...Object.fromEntries(all.map((type) => [type, 'app' as const])),
    ...Object.fromEntries(typesOf(none_of).map((type) => [type, 'none' as const])),
  }
  await wish({ email, how: chosen }, originOf(c))
  const back = all_of || none_of ? `${path}/wishes` : path
  return redirect(c, back, { key: 'notifications.saved' })
})

const typesOf = (kind: string) => toBeTold().get(kind) ?? []

async function wishesPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('notifications.wishes')
  const { email, how } = await wishesOfMine()
  const kinds = [...toBeTold()]
  const choices = ways.map((value) => ({ value, label: t(`notifications.way.${value}`) }))
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('notifications.wishes_lead')} />
      {kinds.length === 0 ? (
        <EmptyState icon="bell" sentence={t('notifications.wishes_none')} />
      ) : (
        <Form action={`${path}/wishes`} errors={attempt?.errors ?? {}} values={typed(attempt)}>
          <EditionField of={standingWishes({ email, how })} attempt={attempt}>
            {email}
          </EditionField>
          {/* What Enter sends: the first button of a form, which else would be that of a kind. */}
          <input type="submit" hidden />
          <TextField
            name="email"
            type="email"
            label={t('notifications.email')}
            help={t('notifications.email_help')}
            value={email}
            maxlength={254}
          />
          {kinds.map(([kind, types]) => (
            <FormSection title={kindName(kind)}>
              {types.map((type) => (
                <Select
                  name={`how.${type}`}
                  label={t('notifications.somebody', { deed: deedName(type) })}
                  options={choices}
                  value={how.get(type)}
                />
              ))}
              <Row>
                <Button name="all_of" value={kind} small>
                  {t('notifications.wish_all', { kind: kindName(kind) })}
                </Button>
                <Button name="none_of" value={kind} small>
                  {t('notifications.wish_none', { kind: kindName(kind) })}
                </Button>
              </Row>
            </FormSection>
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
}
