import { t } from '#kernel/i18n'
import { Button, ButtonLink, Menu } from './button.tsx'
import { Suggestions } from './fields.tsx'

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
      kind: 'text' | 'date' | 'number'
      name: string
      label: string
      placeholder?: string | undefined
      value?: string | undefined
      /** Words to choose from; others may be typed. */
      suggestions?: readonly string[] | undefined
      /** What was typed cannot be read: it narrows nothing. */
      invalid?: boolean | undefined
    }

/** « de tous les organes »: one of some, or any; of an answer that is not its own words, both. */
export const choiceOf = (
  name: string,
  any: string,
  value: string,
  some: readonly (string | readonly [value: string, label: string])[],
  label = any,
): FilterPart => ({
  ...{ kind: 'select', name, label, value },
  options: [
    { value: '', label: any },
    ...some.map((one) =>
      typeof one === 'string' ? { value: one, label: one } : { value: one[0], label: one[1] },
    ),
  ],
})

/** Some letters of a name. */
export const wordOf = (
  name: string,
  label: string,
  value: string,
  suggestions?: readonly string[],
): FilterPart => ({
  ...{ kind: 'text', name, label, placeholder: label, value },
  ...(suggestions && { suggestions }),
})

export interface FiltersProps {
  /** Address of the list; the answers travel in its query (GET). */
  action: string
  /** « Les dossiers », select, « du service », select, « qui parlent de », text. */
  sentence: readonly FilterPart[]
  /** Parameters to keep: the sort, the saved view. */
  keep?: Record<string, string> | undefined
  /** Address without filters; shown when a filter is set. */
  reset?: string | undefined
  /** Conditions that the sentence can take besides: each leads to the list with its words. */
  more?: readonly { label: string; href: string }[] | undefined
  /** What its button says, where it does not narrow a list. */
  apply?: string | undefined
}

/** The filters of a list, read as one sentence. */
export function Filters({ action, sentence, keep, reset, apply, more = [] }: FiltersProps) {
  return (
    <search class="filters" aria-label={t('ui.filters')}>
      <form method="get" action={action}>
        {Object.entries(keep ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="sentence">
          {clausesOf(sentence).map((clause) => (
            <span class="clause">
              {clause.map((part) => (
                <Part part={part} />
              ))}
            </span>
          ))}
        </div>
        <Button icon={apply ? undefined : 'funnel'} small>
          {apply ?? t('ui.filters.apply')}
        </Button>
        {more.length > 0 && (
          <Menu label={t('ui.filters.more')} icon="plus" tone="quiet" small>
            {more.map(({ label, href }) => (
              <a href={href}>{label}</a>
            ))}
          </Menu>
        )}
        {reset && (
          <ButtonLink href={reset} tone="quiet" icon="x" small>
            {t('ui.filters.reset')}
          </ButtonLink>
        )}
      </form>
    </search>
  )
}

/** Words stay on one line with what they lead to: « du service », select. */
function clausesOf(sentence: readonly FilterPart[]): FilterPart[][] {
  const clauses: FilterPart[][] = [[]]
  for (const part of sentence) {
    const last = clauses.at(-1)
    if (last && !last.some((one) => typeof one !== 'string')) last.push(part)
    else clauses.push([part])
  }
  return clauses
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
  const list = part.suggestions && `filter-${part.name}-list`
  return (
    <>
      <input
        type={part.kind === 'number' ? 'text' : part.kind}
        inputmode={part.kind === 'number' ? 'decimal' : undefined}
        name={part.name}
        value={part.value}
        aria-label={part.label}
        placeholder={part.placeholder}
        aria-invalid={part.invalid ? 'true' : undefined}
        class={part.kind === 'number' ? `figure ${set ?? ''}` : set}
        list={list}
      />
      {part.suggestions && <Suggestions id={list} of={part.suggestions} />}
    </>
  )
}

/** A query of a list, by name; what is empty is not set. */
type Query = Readonly<Record<string, string>>

const setIn = (query: Query) => Object.entries(query).filter(([, value]) => value)

/** The address of a list with these filters. */
export const filterAddress = (path: string, query: Query): string =>
  `${path}?${new URLSearchParams(setIn(query))}`

/** One of the values that a list can be narrowed to, or any of them. */
export interface QueryFilter {
  name: string
  label: string
  /** What leads to it in the sentence: « du service ». */
  before?: string | undefined
  /** It stands in the sentence where it is set or asked for; else « + Condition » offers it. */
  offered?: boolean | undefined
  any: string
  choices: readonly (readonly [value: string, label: string])[]
}

export interface QueryFiltersProps {
  /** Address of the list, without query. */
  path: string
  query: Query
  /** What is listed: « Éléments » */
  what: string
  filters: readonly QueryFilter[]
  /** Before the field `q`: « avec les mots » */
  words: string
}

/** Filters made from the query of a list: what they do not show of it is kept; `with` names conditions to fill in. */
export function QueryFilters({ path, query, what, filters, words }: QueryFiltersProps) {
  const { with: besides = '', ...asked } = query
  const wanted = besides.split(',')
  const stands = ({ name, offered }: QueryFilter) =>
    !offered || Boolean(query[name]) || wanted.includes(name)
  const shown = [...filters.map(({ name }) => name), 'q']
  const set = setIn(asked)
  return (
    <Filters
      action={path}
      keep={Object.fromEntries(set.filter(([name]) => !shown.includes(name)))}
      reset={set.some(([name]) => shown.includes(name)) ? path : undefined}
      sentence={[
        what,
        ...filters.filter(stands).flatMap((filter) => selectOf(filter, query)),
        words,
        { kind: 'text', name: 'q', label: words, value: query['q'] },
      ]}
      more={filters
        .filter((one) => !stands(one))
        .map(({ name, label }) => ({
          label,
          href: filterAddress(path, {
            ...asked,
            with: [...wanted, name].filter(Boolean).join(','),
          }),
        }))}
    />
  )
}

function selectOf({ name, label, before, any, choices }: QueryFilter, query: Query): FilterPart[] {
  const options = [['', any] as const, ...choices].map(([value, words]) => ({
    value,
    label: words,
  }))
  return [...(before ? [before] : []), { kind: 'select', name, label, options, value: query[name] }]
}
