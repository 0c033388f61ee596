import { formatDateTime, knownMessage, t } from '#kernel/i18n'
import { isOn, modulesOfHouse, tradeOf } from '#kernel/module'
import { findable, type Found, marked, partPath, whole } from '#kernel/search'
import type { ListItem } from '#kernel/ui'

/** What was found, with its words marked, and where they stand. */
export function resultItem(found: Found, stems: readonly string[]): ListItem {
  const [place] = findable.all()
  const passage = whole(found.passage)
  const about = [nameOf(found.kind), found.reference].filter(Boolean).join(' · ')
  return {
    title: <Marked text={found.title} stems={stems} />,
    href: place?.path(found.kind, found.subject_id),
    why: (
      <>
        {about && <span class="result-about">{about}</span>}
        {found.part_id && <InPart of={found} stems={stems} />}
        {passage && (
          <span class="result-passage">
            <Marked text={passage} stems={stems} />
          </span>
        )}
      </>
    ),
    due: formatDateTime(found.changed_at, 'short'),
  }
}

/** The annex in which it was found, and how many others tell of it too. */
function InPart({ of, stems }: { of: Found; stems: readonly string[] }) {
  const [path] = partPath.all()
  const title = <Marked text={of.part_title ?? ''} stems={stems} />
  return (
    <span class="result-part">
      {t('pages.search.in_part')}{' '}
      {of.part_id && path ? <a href={path(of.part_id)}>{title}</a> : title}
      {of.parts > 1 && ` ${t('pages.search.parts', { count: of.parts - 1 })}`}
    </span>
  )
}

/** A text whose words that were looked for are marked. */
export const Marked = ({ text, stems }: { text: string; stems: readonly string[] }) => (
  <>
    {marked(text, stems).map(({ text: piece, hit }) =>
      hit ? <mark class="hit">{piece}</mark> : piece,
    )}
  </>
)

/** What a kind of dossiers is called. */
function nameOf(kind: string): string {
  const name = knownMessage(`${kind}.name`)
  return name ? t(name) : ''
}

/** The trade of a kind of dossiers, of which its module may be a part. */
function tradeOfKind(kind: string): string | null {
  const module = modulesOfHouse().find(({ name }) => kind.startsWith(`${name}.`))
  return module ? tradeOf(module) : null
}

/** Where one can look: in a trade, or in one kind of its dossiers. */
export function placesToLook(): (readonly [value: string, label: string])[] {
  const kinds = findable.all().flatMap((one) => one.kinds())
  return modulesOfHouse().flatMap((module) => {
    const own = kinds.filter((kind) => tradeOfKind(kind) === module.name)
    if (module.nature !== 'trade' || !isOn(module.name) || own.length === 0) return []
    const trade = t(module.title)
    return [
      [module.name, trade] as const,
      ...own.map((kind) => [kind, t('pages.search.kind', { trade, kind: nameOf(kind) })] as const),
    ]
  })
}
