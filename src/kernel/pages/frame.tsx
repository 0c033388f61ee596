import type { Child } from 'hono/jsx'
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { actor, isOutside, may } from '#kernel/access'
import { hatInWords } from '#kernel/auth'
import { pageAnswer } from '#kernel/http'
import { formatDateTime, formatTime, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { offeredLanguages, restrictionOf, tenant } from '#kernel/tenancy'
import {
  type Authority,
  Icon,
  type Person,
  PlainShell,
  PostButton,
  type Preferences,
  Shell,
  withOrdinals,
} from '#kernel/ui'
import {
  type Counts,
  outsideLinks,
  personLinks,
  railOf,
  topOfMine,
  total,
  waitingCounts,
} from './navigation.ts'
import { footOf } from './foot.ts'
import { withOutcome } from './outcome.tsx'

/** Says what somebody is, by what they bear: it stands beside their name. */
export const titles = slot<(principals: readonly string[]) => string | undefined>('titles')

export interface PageOptions {
  title: string
  /** 200 unless told; 422 for a form that is shown again, 409 for a page that says why not. */
  status?: 200 | 404 | 409 | 413 | 422
  /** What was searched. */
  search?: string
  /** Work is under way: the page looks again every second. */
  pending?: boolean
  pageClass?: string
  /** What waits for the person, where the page has counted it already. */
  counts?: Counts
  scripts?: readonly string[]
}

/** Answers with a page of the house: rail, search, person, and the body that the module made. */
export async function page(c: Context, options: PageOptions, body: Child): Promise<Response> {
  if (isOutside()) return outsidePage(c, options, body)
  const { status = 200, counts = await waitingCounts(), ...rest } = options
  const outcome = await withOutcome(c, body)
  return pageAnswer(
    c,
    await withOrdinals(
      <Shell
        {...rest}
        authority={authorityLook()}
        person={person()}
        rail={railOf(c.req.path, counts)}
        inboxCount={total(counts)}
        topLinks={await topOfMine()}
        personLinks={linksOfPerson()}
        preferences={preferencesOf(c)}
        path={addressOf(c)}
        notice={notice()}
        flash={outcome.flash}
        banner={<Seeing />}
      >
        {outcome.body}
      </Shell>,
    ),
    status === 200 ? (outcome.status ?? status) : status,
  )
}

/** The one who acts, and in what capacity. */
function person(): Person {
  const { name, id, principals, hat, hats = [] } = actor()
  return {
    ...{ name, account: id ?? undefined },
    role: titles.all().flatMap((title) => title(principals) ?? [])[0] ?? (hat && hatInWords(hat)),
    hats: hats
      .filter(({ key }) => key !== hat?.key)
      .map((one) => ({ key: one.key, label: t('auth.hat.change', { hat: hatInWords(one) }) })),
  }
}

const linksOfPerson = () =>
  personLinks
    .all()
    .filter(({ permission }) => may(permission))
    .map(({ label, href, icon }) => ({ label: t(label), href, icon }))

/** The page of somebody who acts from outside: what citizens read, with their own links and name; no rail, no inbox. */
async function outsidePage(c: Context, options: PageOptions, body: Child): Promise<Response> {
  const { title, status = 200, scripts } = options
  const outcome = await withOutcome(c, body)
  const path = addressOf(c)
  const answer = await withOrdinals(
    <PlainShell
      kind="public"
      {...{ title, path, ...(scripts && { scripts }) }}
      authority={authorityLook()}
      links={outsideLinks
        .all()
        .filter(({ permission }) => may(permission))
        .map(({ label, href }) => ({ label: t(label), href, current: href === c.req.path }))}
      person={{ person: person(), personLinks: linksOfPerson() }}
      preferences={preferencesOf(c)}
      footLinks={await footOf()}
      flash={outcome.flash}
    >
      {outcome.body}
    </PlainShell>,
  )
  return pageAnswer(c, answer, status === 200 ? (outcome.status ?? status) : status)
}

/** Says to an administrator whom they see the house as, on every page, and how to stop. */
function Seeing() {
  const { name, seenBy } = actor()
  if (!seenBy) return null
  return (
    <section class="seeing" aria-label={t('auth.seeing.stop')}>
      <Icon name="eye" />
      <p>{t('auth.seeing.as', { name, until: formatTime(seenBy.until) })}</p>
      <PostButton action="/see-as/end" icon="x">
        {t('auth.seeing.stop')}
      </PostButton>
    </section>
  )
}

/** Where acts are refused, said before somebody begins one. */
function notice(): string | undefined {
  const restriction = restrictionOf(tenant())
  if (restriction?.kind !== 'read_only') return undefined
  const at = restriction.until ? formatDateTime(Temporal.Instant.from(restriction.until)) : ''
  return t('pages.status.banner', { at, until: at ? 'known' : 'other', words: restriction.words })
}

/** What was asked for, so that a choice comes back to it: its query too, unless something was sent. */
const addressOf = (c: Context) =>
  c.req.method === 'GET' ? c.req.path + new URL(c.req.url).search : c.req.path

/** How pages of the current authority look. */
export function authorityLook(): Authority {
  const { shortName, hue, arms } = tenant()
  return {
    name: shortName,
    hue,
    arms: arms ? '/arms.svg' : undefined,
  }
}

const densities = ['comfortable', 'compact'] as const
const themes = ['system', 'light', 'dark'] as const
const keys = ['on', 'off'] as const

/** What the person chose about how pages look, from their cookies. */
export function preferencesOf(c: Context): Preferences {
  return {
    density: densities.find((one) => one === getCookie(c, 'density')),
    theme: themes.find((one) => one === getCookie(c, 'theme')),
    languages: offeredLanguages(),
    keys: keys.find((one) => one === getCookie(c, 'keys')),
  }
}
