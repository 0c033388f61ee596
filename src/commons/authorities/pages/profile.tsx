import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  Card,
  CheckboxGroup,
  Facts,
  Form,
  FormActions,
  FormSection,
  Head,
  Note,
  PostButton,
  RowsField,
  Select,
  Stack,
  TextField,
} from '#kernel/ui'
import { enterpriseInWords } from '#commons/parties'
import {
  type AuthorityKind,
  kindInWords,
  type ProfileColumn,
  type ProfilePart,
  profileParts,
  reservationsFor,
  tradesOfHouse,
  unfit,
} from '#commons/trades'
import { carryOut, dropOpening, openingNamed } from '../begun.ts'
import { usualProfile } from '../profile.ts'
import { profileForm } from '../schema.ts'
import { openedPage } from './opened.tsx'
import { openingPath, operates, opens, pages } from './routes.ts'

/** Empty lines below those of the profile, for what an authority has besides. */
const spare = 2

pages.get('/authority-openings/:id', operates, (c) => profilePage(c))

pages.post('/authority-openings/:id/removal', operates, async (c) => {
  const name = await dropOpening(c.req.param('id'))
  return redirect(c, '/authorities', { key: 'authorities.dropped', params: { name } })
})

pages.post(
  '/authority-openings/:id/opening',
  opens,
  form(
    profileForm(() => profileParts.every().map(({ name }) => name)),
    profilePage,
  ),
  async (c, profile) => openedPage(c, await carryOut(c.req.param('id'), profile)),
)

async function profilePage(c: Call, attempt?: Attempt): Promise<Response> {
  const { id, said } = await openingNamed(c.req.param('id'))
  const { kind, language } = said
  const usual = usualProfile(kind, language)
  const reserved = reservationsFor(kind)
  return page(
    c,
    { title: said.name, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('authorities.title'), href: '/authorities' }, { label: said.name }]}
      />
      <Head
        title={said.name}
        facts={t('authorities.step_profile')}
        actions={
          <PostButton action={`${openingPath(id)}/removal`} icon="x">
            {t('authorities.drop')}
          </PostButton>
        }
      />
      <Stack>
        <Card title={t('authorities.will_be')}>
          <Facts
            facts={[
              { label: t('authorities.kind'), value: kindInWords(kind) },
              { label: t('authorities.number'), value: enterpriseInWords(said.number) },
              { label: t('authorities.hosts'), value: said.hosts.join(', ') },
              {
                label: t('authorities.first'),
                value: `${said.first_name} ${said.last_name} (${said.login})`,
              },
            ]}
          />
        </Card>
        {reserved.length > 0 && (
          <Note tone="warn" title={t('authorities.not_supported')}>
            <ul>
              {reserved.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Note>
        )}
        <Form
          action={`${openingPath(id)}/opening`}
          errors={attempt?.errors}
          values={attempt && typed(attempt)}
          shows
        >
          {profileParts.every().map((part) => (
            <Part part={part} kind={kind} lines={usual.parts[part.name] ?? []} />
          ))}
          <Trades kind={kind} on={usual.trades} />
          <FormActions>
            <Button tone="primary" icon="check">
              {t('authorities.open')}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}

interface PartProps {
  part: ProfilePart
  kind: AuthorityKind
  lines: readonly Readonly<Record<string, string>>[]
}

function Part({ part, kind, lines }: PartProps) {
  const { name, label, help, columns, most } = part
  const room = Math.min(spare, Math.max(0, most - lines.length))
  const shown = [...lines, ...Array.from({ length: room }, () => ({}))]
  return (
    <FormSection title={t(label)} help={t(help)}>
      <RowsField
        name={name}
        label={t('authorities.lines', { part: t(label) })}
        most={most}
        rows={shown.map((line: Readonly<Record<string, string>>, at) =>
          columns.map((column) => (
            <Column
              column={column}
              name={`${name}.${at}.${column.name}`}
              value={line[column.name] ?? ''}
              kind={kind}
            />
          )),
        )}
      />
    </FormSection>
  )
}

interface ColumnProps {
  column: ProfileColumn
  name: string
  value: string
  kind: AuthorityKind
}

function Column({ column: { label, most, as, options }, name, value, kind }: ColumnProps) {
  if (options)
    return (
      <Select
        name={name}
        label={t(label)}
        value={value}
        prompt={t('authorities.choose')}
        options={options(kind)}
      />
    )
  return as === 'number' ? (
    <TextField name={name} label={t(label)} value={value} inputmode="numeric" size="short" />
  ) : (
    <TextField name={name} label={t(label)} value={value} maxlength={most} />
  )
}

function Trades({ kind, on }: { kind: AuthorityKind; on: readonly string[] }) {
  const all = tradesOfHouse().map((trade) => ({ trade, why: unfit(trade.name, kind) }))
  const without = all.filter(({ why }) => why)
  return (
    <FormSection title={t('authorities.trades')} help={t('authorities.trades_help')}>
      <CheckboxGroup
        name="trades"
        label={t('authorities.trades_on')}
        values={on}
        choices={all
          .filter(({ why }) => !why)
          .map(({ trade }) => ({
            value: trade.name,
            label: t(trade.title),
            help: t(trade.brings),
          }))}
      />
      {without.length > 0 && (
        <Note title={t('authorities.trades_unfit')}>
          <ul>
            {without.map(({ trade, why }) => (
              <li>
                {t(trade.title)} : {why}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </FormSection>
  )
}
