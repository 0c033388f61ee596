import { actor } from '#kernel/access'
import { formatDateTime, t } from '#kernel/i18n'
import { EditionField } from '#kernel/pages'
import {
  Badge,
  Button,
  FoldedForm,
  FormActions,
  History,
  PostButton,
  SideSection,
  TextArea,
} from '#kernel/ui'
import { type Dossier, readMany } from '#commons/dossiers'
import { type Item, items } from '#modules/deliberations'
import { type CycleName, cycleNames, standingIn } from './cycle.ts'
import { mayNote, noteOf } from './note.ts'
import { mayTakeOver, takingOf } from './taking.ts'

/** At the side of a point: who has it in hand, whether it is urgent and complete. */
export async function Preparation({ dossier }: { dossier: Dossier }) {
  if (dossier.kind !== items.name) return null
  const [item] = await readMany(items, [dossier.id])
  if (!item) return null
  return (
    <>
      <TakenOver item={item} />
      {cycleNames.map((cycle) => (
        <Cycle item={item} cycle={cycle} />
      ))}
      <Notes item={item} />
    </>
  )
}

async function TakenOver({ item }: { item: Item }) {
  const taking = await takingOf(item)
  const may = mayTakeOver(item)
  if (!taking && !may) return null
  const action = `/preparation/of/${item.id}/taking`
  const isMine = taking?.personId === actor().id
  return (
    <SideSection title={t('preparation.taken')}>
      <p>
        {taking
          ? t('preparation.taken_by', {
              name: taking.name,
              since: formatDateTime(taking.at, 'short'),
            })
          : t('preparation.taken_by_nobody')}
      </p>
      {may && !isMine && (
        <PostButton action={action} fields={{ verb: 'take_over' }} small>
          {t('preparation.take_over')}
        </PostButton>
      )}
      {may && taking && (
        <PostButton action={action} fields={{ verb: 'release' }} tone="quiet" small>
          {t('preparation.release')}
        </PostButton>
      )}
    </SideSection>
  )
}

async function Notes({ item }: { item: Item }) {
  if (!mayNote(item)) return null
  const { words, by, at } = await noteOf(item)
  return (
    <SideSection title={t('preparation.notes')}>
      {words !== '' && <p>{words}</p>}
      {at && (
        <p class="small muted">
          {by} · {formatDateTime(at, 'short')}
        </p>
      )}
      <FoldedForm
        label={t('preparation.note')}
        action={`/preparation/of/${item.id}/note`}
        id="note"
      >
        <EditionField of={words} attempt={undefined}>
          {words}
        </EditionField>
        <TextArea
          name="words"
          label={t('preparation.notes')}
          help={t('preparation.notes_help')}
          value={words}
          rows={4}
          maxlength={4000}
        />
        <FormActions>
          <Button icon="save">{t('preparation.note_save')}</Button>
        </FormActions>
      </FoldedForm>
    </SideSection>
  )
}

const tones: Readonly<Record<string, 'info' | 'good' | 'bad' | 'warn'>> = {
  ...{ asked: 'info', accepted: 'warn', refused: 'bad' },
  ...{ complete: 'good', incomplete: 'warn' },
}

async function Cycle({ item, cycle }: { item: Item; cycle: CycleName }) {
  const { state, steps, open } = await standingIn(item, cycle)
  if (steps.length === 0 && open.length === 0) return null
  return (
    <SideSection title={t(`preparation.cycle.${cycle}`)}>
      <p>
        <Badge tone={tones[state] ?? 'neutral'}>{said(cycle, state)}</Badge>
      </p>
      {cycle === 'emergency' && state !== 'none' && (
        <p class="small">{t('preparation.emergency_means')}</p>
      )}
      {open.length > 0 && (
        <FoldedForm
          label={t(`preparation.say.${cycle}`)}
          action={`/preparation/of/${item.id}/${cycle}`}
          id={cycle}
        >
          <TextArea
            name="comment"
            label={t('workflow.comment')}
            required
            rows={2}
            maxlength={2000}
          />
          <FormActions>
            {open.map((verb) => (
              <Button name="verb" value={verb}>
                {t(`preparation.verb.${verb}`)}
              </Button>
            ))}
          </FormActions>
        </FoldedForm>
      )}
      {steps.length > 0 && (
        <details>
          <summary>{t('preparation.history')}</summary>
          <History
            entries={steps.map(({ verb, comment, by_name, at }) => ({
              who: by_name,
              what: t(`deliberations.item.done.${verb}`),
              when: { text: formatDateTime(at, 'short'), datetime: at },
              detail: comment,
            }))}
          />
        </details>
      )}
    </SideSection>
  )
}

function said(cycle: CycleName, state: string): string {
  switch (state) {
    case 'asked':
      return t(`preparation.asked.${cycle}`)
    case 'accepted':
      return t('preparation.emergency.accepted')
    case 'refused':
      return t('preparation.emergency.refused')
    case 'complete':
      return t('preparation.completeness.complete')
    case 'incomplete':
      return t('preparation.completeness.incomplete')
    default:
      return t(`preparation.none.${cycle}`)
  }
}
