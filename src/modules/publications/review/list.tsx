import { actor } from '#kernel/access'
import type { Attempt } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { typed } from '#kernel/pages'
import {
  Badge,
  Button,
  Checkbox,
  FoldedForm,
  Form,
  FormActions,
  Hidden,
  Note,
  PostButton,
  Stack,
  TextField,
  type Tone,
} from '#kernel/ui'
import type { Judged, Review, ReviewRule } from './reviewing.ts'
import type { FoundKind } from './tables.ts'

const tones: Record<'masked' | 'kept' | 'undecided', Tone> = {
  ...{ masked: 'good', kept: 'neutral', undecided: 'warn' },
}

/** Keys of the list, by what they press. In French, as in English: masquer, garder, rétablir. */
const keys = { masked: 'm', kept: 'g', undo: 'r' } as const

interface FoundListProps {
  review: Review
  path: string
  /** The one that is judged now. */
  at: number | undefined
  /** In how many other points of the meeting the words of each stand. */
  elsewhere: ReadonlyMap<string, number>
}

/** What was found, each with what can be done with it; by single keys where there are scripts. */
export function FoundList({ review, path, at, elsewhere }: FoundListProps) {
  if (review.found.length === 0) return <p>{t('publications.review.none_found')}</p>
  return (
    <section aria-labelledby="review-found">
      <h3 id="review-found">{t('publications.review.found')}</h3>
      <Keys />
      <roving-list>
        <ul class="review-found">
          {review.found.map((one, index) => (
            <li data-roving>
              <Found
                {...{ one, index, path }}
                now={index === at}
                others={elsewhere.get(one.words) ?? 0}
              />
            </li>
          ))}
        </ul>
      </roving-list>
    </section>
  )
}

/** The keys, where there is a keyboard and somebody wants them. */
function Keys() {
  const key = (name: string) => <kbd>{name}</kbd>
  const parts = t('publications.review.keys', {
    ...{ up: '\u0001↑\u0001', down: '\u0001↓\u0001', mask: `\u0001${keys.masked}\u0001` },
    ...{ keep: `\u0001${keys.kept}\u0001`, undo: `\u0001${keys.undo}\u0001` },
  }).split('\u0001')
  return (
    <p class="small muted review-keys" id="review-keys">
      {parts.map((part, at) => (at % 2 === 1 ? key(part) : part))}
    </p>
  )
}

interface FoundProps {
  one: Judged
  index: number
  path: string
  now: boolean
  others: number
}

function Found({ one, index, path, now, others }: FoundProps) {
  const { words, kind, count, verdict, by, at } = one
  const state = verdict ?? 'undecided'
  const press = (what: 'masked' | 'kept' | 'undo') => (
    <button
      type="submit"
      class="button small"
      name="verdict"
      value={what === 'undo' ? '' : what}
      data-key={keys[what]}
      aria-keyshortcuts={keys[what]}
      aria-describedby="review-counts"
      autofocus={(now && what === first(verdict)) || undefined}
    >
      {t(`publications.review.${says[what]}`)}
      <Hidden> « {words} »</Hidden>
    </button>
  )
  return (
    <Form action={path} id={`found-${index}`} fields={{ words, was: verdict ?? '' }} unkept>
      <p>
        <a href={`#words-${index}`}>{words}</a>{' '}
        <Badge tone={tones[state]}>{t(`publications.review.state.${state}`)}</Badge>
      </p>
      <p class="small muted">
        {t(`publications.review.kind.${kind}`)}
        {count > 1 && ` · ${t('publications.review.times', { count })}`}
        {by &&
          at &&
          ` · ${t('publications.review.judged_by', { name: by, when: formatDateTime(at) })}`}
      </p>
      {others > 0 && (
        <Checkbox
          name="everywhere"
          label={t('publications.review.everywhere', { count: others })}
        />
      )}
      <div class="row">
        {verdict !== 'masked' && press('masked')}
        {verdict !== 'kept' && press('kept')}
        {verdict !== null && press('undo')}
      </div>
    </Form>
  )
}

const says = { masked: 'mask', kept: 'keep', undo: 'undo' } as const
const first = (verdict: Judged['verdict']) => (verdict === 'masked' ? 'kept' : 'masked')

/** All of a kind that are still to judge, where there are some. */
export function AllOfAKind({ review, path }: { review: Review; path: string }) {
  const undecided = review.found.filter(({ verdict }) => verdict === null)
  const counts = new Map<FoundKind, number>()
  for (const { kind } of undecided) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const many = [...counts].filter(([, count]) => count > 1)
  if (many.length === 0) return null
  return (
    <details>
      <summary>{t('publications.review.all')}</summary>
      <Stack>
        {many.flatMap(([kind, count]) =>
          (['masked', 'kept'] as const).map((verdict) => (
            <PostButton action={path} fields={{ kind, verdict }} small>
              {t(`publications.review.all_${says[verdict]}`, {
                kind: t(`publications.review.kind.${kind}`),
                count,
              })}
            </PostButton>
          )),
        )}
      </Stack>
    </details>
  )
}

/** Words that were not found. */
export function ByHand({ path, attempt }: { path: string; attempt: Attempt | undefined }) {
  return (
    <FoldedForm
      label={t('publications.review.hand')}
      action={path}
      id="by-hand"
      fields={{ verdict: 'masked' }}
      errors={attempt?.errors ?? {}}
      values={typed(attempt)}
    >
      <TextField
        name="words"
        label={t('publications.review.hand_words')}
        help={t('publications.review.hand_help')}
        maxlength={500}
      />
      <Checkbox name="everywhere" label={t('publications.review.hand_everywhere')} />
      <FormActions>
        <Button>{t('publications.review.mask')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

interface ConfirmationProps {
  review: Review
  rule: ReviewRule
  path: string
}

/** That somebody looked at it, where their organ wants that or nothing could be looked for. */
export function Confirmation({ review, rule, path }: ConfirmationProps) {
  const { confirmed, tooLong, judges, undecided, edition, found } = review
  if (confirmed)
    return (
      <Note tone="good">
        {t('publications.review.confirmed', {
          name: confirmed.by,
          when: formatDateTime(confirmed.at),
        })}
      </Note>
    )
  if (!(rule.second_look && found.length > 0) && !tooLong) return null
  if (undecided > 0) return null
  if (rule.second_look && judges.has(actor().id ?? ''))
    return <Note>{t('publications.review.needs_other')}</Note>
  return (
    <Stack>
      <PostButton action={`${path}/confirmation`} fields={{ edition }} tone="primary" icon="check">
        {t('publications.review.confirm')}
      </PostButton>
      <p class="small muted">{t('publications.review.confirm_help')}</p>
    </Stack>
  )
}
