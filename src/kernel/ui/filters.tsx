import { t } from '#kernel/i18n'
import { Button, ButtonLink } from './button.tsx'

/** A word of the sentence: plain text, or a field that a person may change. */
export type FilterPart =
  | string
  | {
      kind: 'select'
      name: string
      label: string
      options: readonly { value: string; label: string }[]
      value?: string | undefined
    }
  | {
      kind: 'text' | 'date'
      name: string
      label: string
      placeholder?: string | undefined
      value?: string | undefined
    }

export interface FiltersProps {
  /** Address of the list; the answers travel in its query (GET). */
  action: string
  /** « Les dossiers », select, « du service », select, « qui parlent de », text. */
  sentence: readonly FilterPart[]
  /** Parameters to keep: the sort, the saved view. */
  keep?: Record<string, string> | undefined
  /** Address without filters; shown when a filter is set. */
  reset?: string | undefined
  /** What its button says, where it does not narrow a list. */
  apply?: string | undefined
}

/** The filters of a list, read as one sentence. */
export function Filters({ action, sentence, keep, reset, apply }: FiltersProps) {
  return (
    <search class="filters" aria-label={t('ui.filters')}>
      <form method="get" action={action}>
        {Object.entries(keep ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {sentence.map((part) => (
          <Part part={part} />
        ))}
        <Button icon={apply ? undefined : 'funnel'} small>
          {apply ?? t('ui.filters.apply')}
        </Button>
        {reset && (
          <ButtonLink href={reset} tone="quiet" icon="x" small>
            {t('ui.filters.reset')}
          </ButtonLink>
        )}
      </form>
    </search>
  )
}

function Part({ part }: { part: FilterPart }) {
  if (typeof part === 'string') return <span>{part}</span>
  const set = part.value ? 'set' : undefined
  if (part.kind === 'select') {
    return (
      <select name={part.name} aria-label={part.label} class={set}>
        {part.options.map(({ value, label }) => (
          <option value={value} selected={value === (part.value ?? '')}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      type={part.kind}
      name={part.name}
      value={part.value}
      aria-label={part.label}
      placeholder={part.placeholder}
      class={set}
    />
  )
}
