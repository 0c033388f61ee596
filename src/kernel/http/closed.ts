import { openToAll } from '#kernel/access'
import { Conflict, Unavailable } from '#kernel/errors'
import { formatDateTime, type MessageKey, t } from '#kernel/i18n'
import { type Restriction, restrictionOf, tenant } from '#kernel/tenancy'
import type { Route } from './routes.ts'

/** When to come again where nobody said, in seconds. */
const soon = 600

/** An authority, or the house, is closed by its operator: the page says why, until when, and whom to ask. */
export class Closed extends Unavailable {
  readonly restriction: Restriction
  readonly titleKey: MessageKey

  constructor(restriction: Restriction) {
    const maintenance = restriction.kind === 'maintenance'
    super(maintenance ? 'http.closed.maintenance' : 'http.closed.suspended')
    this.restriction = restriction
    this.titleKey = maintenance ? 'http.closed.title_maintenance' : 'http.closed.title_suspended'
  }

  override get sentence(): string {
    const { words, contact, until } = this.restriction
    return [
      t(this.key),
      words,
      until && t('http.closed.until', { at: formatDateTime(Temporal.Instant.from(until)) }),
      contact && t('http.closed.contact', { contact }),
    ]
      .filter(Boolean)
      .join(' ')
  }

  get retryAfter(): number {
    const { until } = this.restriction
    return until ? Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 1000)) : soon
  }
}

/** How the page looks that says so, and the page on which people see how the house is. */
const always = new Set(['/arms.svg', '/preferences', '/status', '/api/status'])
/** What is kept for oneself: it is not lost where acts are refused. */
const ofOneself = /^(?:\/api)?\/drafts(?:\/|$)/

/** Refuses what the operator has closed: all, or all but what was published. */
export function ensureOpen({ path, face }: Route): void {
  const restriction = restrictionOf(tenant())
  if (!restriction || always.has(path)) return
  const { kind } = restriction
  if (kind === 'maintenance' || (kind === 'suspended' && face !== 'public'))
    throw new Closed(restriction)
}

/** Refuses what is of no authority where the operator has closed the whole house. */
export function ensureHouseOpen(ofHouse: Restriction | null): void {
  const restriction = restrictionOf({ ofHouse })
  if (restriction?.kind === 'maintenance') throw new Closed(restriction)
}

/** Refuses an act where the operator lets people read alone: its page is shown again with what was typed. */
export function ensureActs({ path, method, permission }: Route): void {
  const restriction = restrictionOf(tenant())
  if (restriction?.kind !== 'read_only' || method === 'get') return
  const { words, until } = restriction
  // Whoever signs in acts upon nobody’s rows but their own session.
  if (permission === openToAll || ofOneself.test(path)) return
  const at = until ? formatDateTime(Temporal.Instant.from(until)) : ''
  throw new Conflict('http.closed.read_only', { words, at, until: at ? 'known' : 'other' })
}

/** Whether what people read of it at this address stays, where its agents are kept out. */
export const isSuspended = (problem: unknown): boolean =>
  problem instanceof Closed && problem.restriction.kind === 'suspended'
