import { permission, stepUp } from '#kernel/access'
import { type Attempt, type Call, form, PageRoutes, uploads, wantsAll } from '#kernel/http'
import { formatDate, formatDateTime, languages, t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect, typed } from '#kernel/pages'
import { mostBytes } from '#kernel/pictures'
import { ownFacts, ownHosts, pastNames, tenant } from '#kernel/tenancy'
import {
  Button,
  Card,
  Checkbox,
  CheckboxGroup,
  Cut,
  DateField,
  Facts,
  FileField,
  Form,
  FormActions,
  FormSection,
  Head,
  History,
  languageNames,
  List,
  Select,
  SideSection,
  Stack,
  TextArea,
  TextField,
  WithSide,
} from '#kernel/ui'
import { kindInWords } from '#commons/trades'
import { enterpriseInWords } from '#commons/parties'
import { armsOf } from './arms.ts'
import { changeFacts, changeInWords, changes, standing } from './facts.ts'
import { HueField } from './hue.tsx'
import { liesAtInWords } from './lies-at.ts'
import { FactsFields } from './schema.ts'

export const pages = new PageRoutes('/authority')
const keeps = stepUp(permission('authority.keep'))

const Typed = FactsFields.extend({ arms: uploads(1), ...Edition.partial().shape })

pages.get('/', keeps, (c) => factsPage(c))

pages.post('/', keeps, form(Typed, factsPage), async (c, { arms: [file], edition, ...fresh }) => {
  const arms = file && (await armsOf(new Uint8Array(await file.arrayBuffer())))
  await changeFacts(fresh, { arms, edition })
  return redirect(c, '/authority', { key: 'authority.saved' })
})

async function factsPage(c: Call, attempt?: Attempt): Promise<Response> {
  const facts = await ownFacts()
  const past = await changes(wantsAll(c, 'changes') ? null : 20)
  const title = t('authority.title')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('authority.lead')} />
      <WithSide side={<Side />}>
        <Form
          action="/authority"
          errors={attempt?.errors}
          values={
            attempt
              ? typed(attempt)
              : {
                  ...{ name: facts.name, short_name: facts.shortName, arms_alt: facts.armsAlt },
                  number: facts.number && enterpriseInWords(facts.number),
                  address: facts.address.join('\n'),
                  lies_at: liesAtInWords(facts.liesAt),
                }
          }
          multipart
        >
          <EditionField of={standing(facts)} attempt={attempt}>
            {`${facts.name} · ${facts.shortName} · ${facts.address.join(', ')}`}
          </EditionField>
          <FormSection title={t('authority.who')}>
            <TextField
              name="name"
              label={t('authority.fact.name')}
              help={t('authority.name_help')}
              maxlength={200}
              required
            />
            <TextField
              name="short_name"
              label={t('authority.fact.shortName')}
              help={t('authority.short_name_help')}
              maxlength={60}
              required
            />
            <DateField
              name="name_from"
              label={t('authority.name_from')}
              help={t('authority.name_from_help')}
            />
            <TextArea
              name="address"
              label={t('authority.fact.address')}
              help={t('authority.address_help')}
              rows={2}
              maxlength={500}
            />
            <TextField
              name="lies_at"
              label={t('authority.fact.liesAt')}
              help={t('authority.lies_at_help')}
              size="medium"
              maxlength={40}
            />
            <TextField
              name="number"
              label={t('authority.fact.number')}
              help={t(facts.number ? 'authority.number_fixed' : 'authority.number_help')}
              inputmode="numeric"
              size="medium"
              maxlength={20}
            />
          </FormSection>
          <FormSection title={t('authority.fact.languages')} help={t('authority.languages_help')}>
            <Select
              name="language"
              label={t('authority.language')}
              help={t('authority.language_help')}
              value={facts.languages[0] ?? 'fr'}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
            />
            <CheckboxGroup
              name="offered"
              label={t('authority.offered')}
              values={[...facts.languages]}
              choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            />
          </FormSection>
          <FormSection title={t('authority.look')}>
            <HueField hue={facts.hue} />
            <FileField
              name="arms"
              label={t('authority.fact.arms')}
              help={t('authority.arms_help')}
              accept={['image/png', 'image/jpeg', 'image/webp']}
              most={mostBytes}
            />
            <TextField
              name="arms_alt"
              label={t('authority.fact.armsAlt')}
              help={t('authority.arms_alt_help')}
              maxlength={200}
            />
            {facts.arms && <Checkbox name="no_arms" label={t('authority.no_arms')} />}
          </FormSection>
          <FormActions>
            <Button tone="primary" icon="save">
              {t('authority.save')}
            </Button>
          </FormActions>
        </Form>
        <Names />
        {past.rows.length > 0 && (
          <Card title={t('authority.changes')}>
            <Stack>
              <History
                entries={past.rows.map((one) => ({
                  who: one.by,
                  what: changeInWords(one),
                  when: { text: formatDateTime(one.at, 'short'), datetime: one.at },
                }))}
              />
              <Cut of={past} href="/authority?all=changes" />
            </Stack>
          </Card>
        )}
      </WithSide>
    </>,
  )
}

/** What it was called before, each name until its last day. */
async function Names() {
  const names = await pastNames()
  if (names.length === 0) return null
  return (
    <Card title={t('authority.past_names')} flush>
      <List
        label={t('authority.past_names')}
        items={names.map(({ name, short_name, valid_to }) => ({
          title: name,
          why: t('authority.past_name', {
            ...{ short: short_name, day: formatDate(valid_to.subtract({ days: 1 }), 'short') },
          }),
        }))}
      />
    </Card>
  )
}

/** What it does not change by itself, and why. */
async function Side() {
  const hosts = await ownHosts()
  return (
    <SideSection title={t('authority.not_here')}>
      <Facts
        facts={[
          { label: t('authority.kind'), value: kindInWords(tenant().kind) },
          { label: t('authority.hosts'), value: hosts.join(' · ') || '—' },
        ]}
      />
      <p class="small muted">{t('authority.not_here_why')}</p>
    </SideSection>
  )
}
