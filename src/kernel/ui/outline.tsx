import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { kept } from '#kernel/jsx'
import { Button, ButtonLink, Menu, PostButton } from './button.tsx'
import type { IconName } from './icons.tsx'
import { OnceField } from './once-field.tsx'

export interface OutlineItem {
  id: string
  /** « 2.1 » */
  number: string
  /** 2: belongs to the one above. */
  level?: 1 | 2 | undefined
  /** Plain words: also what a screen reader says while the item moves. */
  title: string
  href: string
  /** Small facts in a line: service, amount, `Tag`s. */
  meta?: readonly Child[] | undefined
  /** A `Badge`. */
  state?: Child
  /** Further actions in the item's menu. */
  actions?: Child
  /**
   * All that the item says, as text, where it says nothing to one reader alone: what says the same is written once
   * (`kept`). An agenda of hundreds is read by many.
   */
  says?: string | undefined
  /** Where it may go in one go, where that is told by numbers; by positions, all of them, unless told. */
  reach?: OutlineReach | undefined
}

/** The numbers to which an item of a numbered list may go; null: it may not go that way. */
export interface OutlineReach {
  up: string | null
  down: string | null
  first: string | null
  last: string | null
}

export interface OutlinePart {
  heading?: string | undefined
  items: readonly OutlineItem[]
}

export interface OutlineProps {
  label: string
  parts: readonly OutlinePart[]
  /**
   * Where a move is posted, as `id` and `position` (1 = first, counted over all parts), or `number` (« 2.1 ») where an item has a
   * `reach`, and the id of the item that
   * is being moved by hand: what `?move=` of the page says. The order cannot be changed without it.
   */
  reorder?: { action: string; moving?: string | undefined } | undefined
}

interface Placed extends OutlineItem {
  position: number
  total: number
}

/** The sheet of paper that a list of numbered things will become; its order is edited in place. */
export function Outline({ label, parts, reorder }: OutlineProps) {
  const total = parts.reduce((sum, part) => sum + part.items.length, 0)
  let before = 0
  const all = parts.map(({ heading, items }) => ({
    heading,
    items: items.map((item): Placed => ({ ...item, position: ++before, total })),
  }))
  const list = (
    <ol class="outline" aria-label={label}>
      {all.map(({ heading, items }) => (
        <>
          {heading && <li class="outline-part">{heading}</li>}
          {items.map((item) => {
            const row = <OutlineRow item={item} reorder={reorder} />
            const moves = reorder?.moving === item.id
            return item.says === undefined || moves
              ? row
              : kept(`outline ${reorder !== undefined} ${item.says}`, () => row)
          })}
        </>
      ))}
    </ol>
  )
  return reorder ? <Reorder action={reorder.action}>{list}</Reorder> : list
}

/**
 * Sends `id` and `position` after a drag or a keyboard move (islands/reorder-list.ts), of which it has `told`:
 * what is moved by the form of its row is to be said on the page that comes.
 */
function Reorder({ action, children }: { action: string; children: Child }) {
  const named = { title: '{title}', position: '{position}', total: '{total}' }
  return (
    <reorder-list
      text-grabbed={t('ui.reorder.grabbed', named)}
      text-moved={t('ui.reorder.moved', named)}
      text-dropped={t('ui.reorder.dropped', named)}
      text-cancelled={t('ui.reorder.cancelled', named)}
    >
      <p class="visually-hidden" id="reorder-help">
        {t('ui.reorder.help')}
      </p>
      {children}
      <form method="post" action={action} data-moves hidden>
        <input type="hidden" name="id" />
        <input type="hidden" name="position" />
        <input type="hidden" name="told" value="on" />
      </form>
      <output class="visually-hidden" data-says />
    </reorder-list>
  )
}

interface RowProps {
  item: Placed
  reorder: OutlineProps['reorder']
}

function OutlineRow({ item, reorder }: RowProps) {
  return (
    <li
      class={item.level === 2 ? 'outline-item sub' : 'outline-item'}
      data-id={item.id}
      data-title={item.title}
    >
      <span class="outline-number">{item.number}</span>
      <div class="outline-body">
        <a href={item.href}>{item.title}</a>
        {item.meta && (
          <ul class="meta">
            {item.meta.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
        )}
        {reorder?.moving === item.id && <Moving item={item} action={reorder.action} />}
      </div>
      {reorder && (
        <a
          class="grip"
          href={`?move=${item.id}`}
          draggable={false}
          aria-describedby="reorder-help"
          aria-label={t('ui.reorder.move', { title: item.title })}
          data-grip
        />
      )}
      {(item.state || item.actions) && (
        <div class="outline-end">
          {item.state}
          {item.actions && (
            <Menu label={t('ui.menu.of', { title: item.title })} iconOnly tone="quiet" small>
              {item.actions}
            </Menu>
          )}
        </div>
      )}
    </li>
  )
}

/** Puts one item elsewhere without a pointer and without scripts: at a number, at an end, or one place on. */
function Moving({ item, action }: MovingProps) {
  const { id, title } = item
  const { name, field, up, down, first, last } = item.reach
    ? numbered(item, item.reach)
    : placed(item)
  const to = (place: string | null, icon: IconName, words: string) =>
    place !== null && (
      <PostButton action={action} fields={{ id, [name]: place }} icon={icon} tone="quiet" small>
        {words}
      </PostButton>
    )
  return (
    <fieldset class="moving">
      <legend class="visually-hidden">{t('ui.reorder.move', { title })}</legend>
      {field === null ? (
        <p>{t('ui.reorder.fixed')}</p>
      ) : (
        <form method="post" action={action}>
          <input type="hidden" name="id" value={id} />
          <OnceField />
          {field}
          <Button small>{t('ui.reorder.go')}</Button>
        </form>
      )}
      {to(first, 'arrow-up-to-line', t('ui.reorder.first'))}
      {to(up, 'arrow-up', t('ui.reorder.up'))}
      {to(down, 'arrow-down', t('ui.reorder.down'))}
      {to(last, 'arrow-down-to-line', t('ui.reorder.last'))}
      <ButtonLink href="?" tone="quiet" small>
        {t('ui.reorder.cancel')}
      </ButtonLink>
    </fieldset>
  )
}

/** By its number: 3, or 2.1. */
const numbered = ({ number }: Placed, reach: OutlineReach) => ({
  ...{ ...reach, name: 'number' },
  // What stands alone in its part goes nowhere; what stands below another may leave it.
  field:
    !reach.up && !reach.down && !number?.includes('.') ? null : (
      <label>
        {t('ui.reorder.to_number')}
        <input
          name="number"
          value={number}
          inputmode="decimal"
          pattern="[0-9]+([.][0-9]+)?"
          size={6}
          required
          autofocus
        />
      </label>
    ),
})

/** By its place in the list. */
const placed = ({ position, total }: Placed) => ({
  name: 'position',
  first: position > 2 ? '1' : null,
  up: position > 1 ? String(position - 1) : null,
  down: position < total ? String(position + 1) : null,
  last: total - position > 1 ? String(total) : null,
  field:
    total === 1 ? null : (
      <label>
        {t('ui.reorder.to', { first: 1, last: total })}
        <input
          type="number"
          name="position"
          value={position}
          min={1}
          max={total}
          required
          autofocus
        />
      </label>
    ),
})

interface MovingProps {
  item: Placed
  action: string
}
