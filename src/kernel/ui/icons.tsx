import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { raw } from 'hono/html'

/** The icons the product may draw (lucide, ISC licence); a new one is added here by its name. */
export const iconNames = [
  'archive',
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'baby',
  'badge-check',
  'badge-euro',
  'ban',
  'bell',
  'bold',
  'book-open',
  'bookmark',
  'briefcase',
  'building-2',
  'calendar',
  'calendar-clock',
  'calendar-days',
  'car',
  'chart-column',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'chevron-up',
  'circle',
  'circle-alert',
  'circle-check',
  'circle-dot',
  'circle-question-mark',
  'circle-x',
  'clipboard-check',
  'clipboard-list',
  'clock',
  'columns-3',
  'construction',
  'copy',
  'credit-card',
  'download',
  'ellipsis-vertical',
  'external-link',
  'eye',
  'eye-off',
  'file',
  'file-check',
  'file-lock',
  'file-plus',
  'file-text',
  'flag',
  'folder',
  'folder-open',
  'funnel',
  'gavel',
  'git-compare',
  'globe',
  'graduation-cap',
  'grip-vertical',
  'hammer',
  'hand-coins',
  'heading',
  'history',
  'hourglass',
  'house',
  'inbox',
  'info',
  'italic',
  'key-round',
  'landmark',
  'languages',
  'life-buoy',
  'link',
  'list',
  'list-checks',
  'list-indent-decrease',
  'list-indent-increase',
  'list-ordered',
  'lock',
  'lock-open',
  'log-in',
  'log-out',
  'mail',
  'mail-open',
  'map',
  'map-pin',
  'megaphone',
  'menu',
  'message-square',
  'minus',
  'newspaper',
  'octagon-alert',
  'paperclip',
  'pause',
  'pencil',
  'phone',
  'play',
  'plus',
  'printer',
  'quote',
  'receipt',
  'redo-2',
  'refresh-cw',
  'rss',
  'save',
  'scale',
  'scroll-text',
  'search',
  'send',
  'settings',
  'shield',
  'shield-check',
  'shopping-cart',
  'signature',
  'sliders-horizontal',
  'stamp',
  'star',
  'sun-moon',
  'table',
  'table-columns-split',
  'table-rows-split',
  'tag',
  'target',
  'text-quote',
  'trash-2',
  'tree-deciduous',
  'triangle-alert',
  'underline',
  'undo-2',
  'upload',
  'user',
  'user-check',
  'user-plus',
  'users',
  'vote',
  'wrench',
  'x',
  'zap',
] as const
export type IconName = (typeof iconNames)[number]

const require = createRequire(import.meta.url)
const drawings = new Map<IconName, string>()

function drawing(name: IconName): string {
  let paths = drawings.get(name)
  if (paths === undefined) {
    const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
    paths = svg
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/\s*\n\s*/g, '')
    drawings.set(name, paths)
  }
  return paths
}

/** A line icon, 1.25 em square, hidden from screen readers: the words beside it say its meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {raw(drawing(name))}
    </svg>
  )
}
