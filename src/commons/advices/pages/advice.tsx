import { bears, permission } from '#kernel/access'
import { type Attempt, type Call, form, type PageRoutes, wantsAll } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { ActText, page, redirect } from '#kernel/pages'
import {
  Button,
  Card,
  Facts,
  FoldedForm,
  Form,
  FormActions,
  Note,
  Select,
  SideSection,
  Stack,
  TextArea,
  WithSide,
} from '#kernel/ui'
import { AnnexCard, annexesOf, annexRoutes } from '#commons/annexes'
import { WhoSees } from '#commons/directory'
import { latestHistory } from '#commons/dossiers'
import { factsOf, RecordHistory } from '#commons/records'
import { BesideDossier, DossierHead, isEditable } from '#commons/workflow'
import { type Advice, adviceFields, advices, adviceWorkflow } from '../advice.ts'
import { adviceOf, setDelay } from '../asking.ts'
import { answer, draftFields, writeDraft } from '../giving.ts'
import { delaysOf } from '../limit.ts'
import type { AdviceType } from '../type.ts'
import { changedSince, versionsOf } from '../version.ts'
import { adviceSteps, Answering, Delaying, Drafting, step, Stepping } from '../schema.ts'
import { values } from '../values.ts'
import { StatusBadge } from './card.tsx'

const [reads, gives] = [permission('advices.read'), permission('advices.give')]
const mayWrite = (advice: Advice) => isEditable(adviceWorkflow, advice)

type Found = Awaited<ReturnType<typeof adviceOf>>

/** Adds the page of one advice, and what is done on it. */
export function advicePages(pages: PageRoutes): void {
  const one = '/advices/:id'
  pages.get(one, reads, (c) => show(c))
  pages.post(`${one}/draft`, gives, form(Drafting, show), async (c, given) => {
    const { id } = await writeDraft(await adviceOf(c), given)
    return redirect(c, advices.path(id), { key: 'advices.draft_kept' })
  })
  pages.post(`${one}/steps`, gives, form(Stepping, show), async (c, given) => {
    const { id } = await step(await adviceOf(c), given)
    return redirect(c, advices.path(id), { key: `advices.stepped.${given.verb}` })
  })
  pages.post(`${one}/delay`, gives, form(Delaying, show), async (c, given) => {
    const { id, due_on } = await setDelay(await adviceOf(c), given)
    const day = due_on ? formatDate(due_on) : ''
    return redirect(c, advices.path(id), { key: 'advices.delay_set', params: { day } })
  })
  pages.post(`${one}/answer`, gives, form(Answering, show), async (c, given) => {
    const { id } = await answer(await adviceOf(c), given.answer)
    return redirect(c, advices.path(id), { key: 'advices.answered' })
  })
  annexRoutes(pages, one, advices, gives, mayWrite)
}

async function show(c: Call, attempt?: Attempt): Promise<Response> {
  const found = await adviceOf(c)
  const { advice, of, dossier, type } = found
  const path = advices.path(advice.id)
  return page(
    c,
    { title: advice.title, status: attempt ? 422 : 200 },
    <>
      <DossierHead dossier={advice} steps={adviceSteps} marks={<StatusBadge advice={advice} />} />
      <WithSide side={<Side advice={advice} all={wantsAll(c, 'history')} />}>
        <Asked found={found} path={of.kind.path(dossier.id)} />
        {advice.state === 'given' && <Given found={found} />}
        {mayWrite(advice) && <Writing advice={advice} type={type} attempt={attempt} />}
        <AnnexCard
          annexes={await annexesOf(advice.id)}
          action={mayWrite(advice) ? `${path}/annexes` : undefined}
        />
        <Versions found={found} />
      </WithSide>
    </>,
  )
}

/** On what it is asked, by which rule, until when. */
async function Asked({ found: { advice, dossier, type }, path }: { found: Found; path: string }) {
  const facts = await factsOf(adviceFields, advice, ['giver', 'started_on', 'due_on', 'reason'])
  const delays = delaysOf(type).filter(({ name }) => name !== 'normal')
  const runs = advice.state === 'running' && advice.delay === 'normal'
  const doers = [...advice.askers, ...advice.advisers]
  return (
    <Card title={t('advices.asked')} acts={`${advices.path(advice.id)}/delay`}>
      <Stack>
        <Facts
          facts={[
            { label: t('advices.advice.subject'), value: <a href={path}>{dossier.title}</a> },
            ...facts.filter(({ value }) => value !== '—'),
          ]}
        />
        {advice.why && (
          <details class="small">
            <summary>{t('advices.why')}</summary>
            {advice.why}
          </details>
        )}
        {type.request && mayWrite(advice) && <Note>{type.request}</Note>}
        {runs && delays.length > 0 && doers.some((one) => bears(one)) && (
          <FoldedForm
            label={t('advices.set_delay')}
            action={`${advices.path(advice.id)}/delay`}
            id="delay"
          >
            <Select
              name="delay"
              label={t('advices.delay')}
              options={delays.map(({ name, label, days }) => ({
                value: name,
                label: days === null ? label : t('advices.delay_of', { label, days }),
              }))}
              required
            />
            <TextArea name="comment" label={t('advices.delay_why')} rows={2} required />
            <FormActions>
              <Button icon="clock">{t('advices.set_delay')}</Button>
            </FormActions>
          </FoldedForm>
        )}
      </Stack>
    </Card>
  )
}

/** What it says, whether the text has changed since, and what the service answers. */
async function Given({ found: { advice, of, dossier } }: { found: Found }) {
  const facts = await factsOf(adviceFields, advice, ['value', 'given_on', 'given_by', 'answer'])
  const [last] = await versionsOf(advice)
  const changed = last ? changedSince(last.snapshot, of.text(dossier)) : []
  const path = `${advices.path(advice.id)}/answer`
  return (
    <Card title={t('advices.given')} acts={path}>
      <Stack>
        {changed.length > 0 && (
          <Note tone="warn">
            {t('advices.text_changed', { parts: changed.map(({ label }) => t(label)).join(', ') })}
          </Note>
        )}
        {advice.inherited_from && <Note>{t('advices.is_inherited')}</Note>}
        <Facts facts={facts.filter(({ value }) => value !== '—')} />
        {advice.words && <ActText html={advice.words} label={t('advices.advice.words')} />}
        {advice.askers.some((one) => bears(one)) && (
          <FoldedForm label={t('advices.answer')} action={path} id="answer">
            <TextArea
              name="answer"
              label={t('advices.advice.answer')}
              value={advice.answer}
              rows={3}
              maxlength={2000}
            />
            <FormActions>
              <Button icon="save">{t('advices.answer')}</Button>
            </FormActions>
          </FoldedForm>
        )}
      </Stack>
    </Card>
  )
}

interface WritingProps {
  advice: Advice
  type: AdviceType
  attempt: Attempt | undefined
}

async function Writing({ advice, type, attempt }: WritingProps) {
  const path = `${advices.path(advice.id)}/draft`
  const value = advice.draft_value ?? ''
  return (
    <Card title={t('advices.writing')} acts={path}>
      <Form action={path} errors={attempt?.errors ?? {}}>
        <p class="small muted">{t('advices.hidden')}</p>
        <Select
          name="draft_value"
          label={t('advices.advice.draft_value')}
          value={value}
          options={[
            { value: '', label: '—' },
            ...values.flatMap((one) =>
              type.offers.includes(one) ? { value: one, label: t(`advices.value.${one}`) } : [],
            ),
          ]}
        />
        {await draftFields.draft_words.input('draft_words', advice.draft_words, {
          required: false,
        })}
        <FormActions>
          <Button icon="save">{t('advices.keep_draft')}</Button>
        </FormActions>
      </Form>
    </Card>
  )
}

/** Each time it was given, with the text on which it was. */
async function Versions({ found: { advice } }: { found: Found }) {
  const all = await versionsOf(advice)
  if (all.length === 0) return null
  return (
    <Card title={t('advices.versions')}>
      <Stack>
        {all.map(({ number, value, words, given_on, given_by, snapshot }) => (
          <details>
            <summary>
              {t('advices.version', {
                number,
                day: formatDate(given_on),
                by: given_by,
                value: t(`advices.value.${value}`),
              })}
            </summary>
            {words && <ActText html={words} label={t('advices.advice.words')} />}
            <h3>{t('advices.given_on_text')}</h3>
            <p>{snapshot.title}</p>
            {snapshot.parts.map(
              ({ label, html }) => html && <ActText html={html} label={t(label)} />,
            )}
          </details>
        ))}
      </Stack>
    </Card>
  )
}

async function Side({ advice, all }: { advice: Advice; all: boolean }) {
  return (
    <>
      <WhoSees readers={advice.readers} kind={advice.kind} />
      <BesideDossier dossier={advice} />
      <SideSection title={t('registers.history')}>
        <RecordHistory
          of={advice}
          fields={adviceFields}
          lines={await latestHistory(advice.id, { all })}
        />
      </SideSection>
    </>
  )
}
