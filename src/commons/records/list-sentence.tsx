import { t } from '#kernel/i18n'
import { filterAddress, Filters } from '#kernel/ui'
import type { ListQuery, Narrowing } from './narrowing.ts'
import type { RecordList } from './record-list.ts'

/** The address of a list that says this; what is empty is not set. */
export const addressOf = (path: string, query: ListQuery) =>
  filterAddress(
    path,
    Object.fromEntries(Object.entries(query).flatMap(([name, one]) => (one ? [[name, one]] : []))),
  )

interface SentenceProps {
  of: RecordList
  narrowings: readonly Narrowing[]
  query: ListQuery
  /** Conditions that were asked for and are not filled in yet. */
  besides: string
}

/** The filters of the list as one sentence, and the conditions that it can take besides. */
export async function Sentence({ of: { path, words }, narrowings, query, besides }: SentenceProps) {
  const wanted = besides.split(',')
  const stands = ({ offer, params }: Narrowing) =>
    !offer || wanted.includes(offer.name) || params.some((name) => query[name])
  const parts = await Promise.all(narrowings.filter(stands).map((one) => one.parts(query)))
  const isSet = narrowings.some(({ params }) => params.some((name) => query[name]))
  return (
    <Filters
      action={path}
      keep={query['sort'] ? { sort: query['sort'] } : {}}
      reset={isSet ? path : undefined}
      sentence={[t(words.list), ...parts.flat()]}
      more={narrowings
        .filter((one) => !stands(one))
        .flatMap(({ offer }) => offer ?? [])
        .map(({ name, label }) => ({
          label,
          href: addressOf(path, { ...query, with: [...wanted, name].filter(Boolean).join(',') }),
        }))}
    />
  )
}
