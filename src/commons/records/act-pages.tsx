import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import {
  type Attempt,
  type Call,
  form,
  id,
  optionalLine,
  optionalLines,
  type PageRoutes,
  several,
} from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { localPath, page, redirect } from '#kernel/pages'
import { ButtonLink, Head, Note, Stack } from '#kernel/ui'
import type { Effect, Picked } from './act.ts'
import { Besides, ConfirmForm, EffectTable } from './act-effect.tsx'
import { type Acts, mostActed } from './acts.ts'
import type { Fields } from './fields.ts'

interface ActRoutes {
  permission: Permission
  acts: Acts
  /** Of the list: `/deliberations/items`. */
  path: string
  /** « 12 points », of `count`. */
  count: MessageKey
  /**
   * The dossiers that a list shows with this query, in its order: at most one more than `mostActed`. Throws `Invalid`
   * where it does not understand the query.
   */
  shownBy: (query: string) => Promise<string[]>
}

/** Ids, as boxes send them one by one and the page of the effect all in one; the same one counts once. */
const ids = several(z.string().max(mostActed * 37)).transform((sent = []) => [
  ...new Set(
    sent.flatMap((one) => one.split(',')).flatMap((one) => id().safeParse(one).data ?? []),
  ),
])

const Chosen = z.looseObject({
  verb: optionalLine(60),
  ids,
  /** All that the list shows, whatever is ticked. */
  all: optionalLine(2),
  /** The query of the list. */
  from: optionalLine(2000),
})

/** `id:version` */
const Version = z.string().transform((sent): Picked => {
  const [one = '', version] = sent.split(':')
  return { id: one.toLowerCase(), version: Number(version) || 0 }
})

const Confirmed = z.looseObject({
  verb: optionalLine(60),
  picked: several(Version).transform((sent = []) =>
    sent.filter((one, at) => sent.findIndex(({ id: same }) => same === one.id) === at),
  ),
  comment: optionalLines(2000),
  from: optionalLine(2000),
})

/**
 * Adds the two routes of a step that a list takes for many dossiers at once: the page that shows what it
 * will do, row by row, and what is confirmed there.
 */
export function actRoutes(pages: PageRoutes, at: string, of: ActRoutes): void {
  const { permission, acts, path, count, shownBy } = of
  const back = (from: string) => localPath(`${path}?${from}`)

  /** Nothing is done, for a reason that is none of the dossiers'. */
  const refusal = (c: Call, verb: string, why: string, to: string) => {
    const { label } = acts.named(verb)
    return page(
      c,
      { title: label, status: 422 },
      <>
        <Head title={label} />
        <Note tone="warn">{why}</Note>
        <ButtonLink href={to}>{t('records.act.back')}</ButtonLink>
      </>,
    )
  }
  const tooMany = () => t('records.act.too_many', { most: mostActed })

  async function effectPage(
    c: Call,
    { verb, from, picked, answers }: Shown,
    attempt?: Attempt,
  ): Promise<Response> {
    const offered = acts.named(verb)
    if (picked.length > mostActed) return refusal(c, verb, tooMany(), back(from))
    const effects = await acts.foresee({ verb, picked, answers, comment: '' })
    return page(
      c,
      { title: offered.label, status: attempt ? 422 : 200 },
      <>
        <Head title={offered.label} />
        <Stack>
          {await Besides({ path, offered, from, picked, effects })}
          <EffectTable effects={effects} count={count} path={path} />
          <ConfirmForm {...{ offered, from, effects, count, path, attempt }} />
          {effects.effects.every(({ left }) => left !== null) && (
            <p>
              <ButtonLink href={back(from)}>{t('records.act.back')}</ButtonLink>
            </p>
          )}
        </Stack>
      </>,
    )
  }

  pages.get(
    `${at}/acts`,
    permission,
    form(Chosen),
    async (c, { verb, ids, all, from, ...sent }) => {
      const wanted = all ? await understood(from) : ids
      if (!wanted) return refusal(c, verb, t('records.narrow.refused'), path)
      if (wanted.length === 0)
        return redirect(c, back(from), { key: 'records.act.none', tone: 'warn' })
      const picked = wanted.map((id) => ({ id }))
      return effectPage(c, { verb, from, picked, answers: only(acts.named(verb).asks, sent) })
    },
  )

  const understood = (from: string) =>
    shownBy(from).catch((failure: unknown) => {
      if (failure instanceof Invalid) return null
      throw failure
    })

  function again(c: Call, attempt: Attempt): Promise<Response> {
    const {
      verb,
      picked,
      from,
      comment: _,
      ...sent
    } = Confirmed.parse({
      ...attempt.values,
      comment: '',
    })
    const answers = only(acts.named(verb).asks, sent)
    return effectPage(c, { verb, from, picked, answers }, attempt)
  }

  pages.post(
    `${at}/acts`,
    permission,
    form(Confirmed, again),
    async (c, { verb, picked, comment, from, ...sent }) => {
      const offered = acts.named(verb)
      const answers = only(offered.asks, sent)
      if (picked.length === 0)
        return redirect(c, back(from), { key: 'records.act.none', tone: 'warn' })
      if (picked.length > mostActed) return refusal(c, verb, tooMany(), back(from))
      const { effects, unseen } = await acts.take({ verb, picked, comment, answers })
      const left = effects.filter((one) => one.left !== null)
      const done = t(count, { count: effects.length - left.length })
      const step = offered.label
      if (left.length + unseen === 0)
        return redirect(c, back(from), { key: 'records.act.done', params: { step, done } })
      const params = { step, done, left: t(count, { count: left.length + unseen }) }
      return redirect(c, back(from), {
        key: 'records.act.done_but',
        params: { ...params, why: reasons(left, unseen) },
        tone: 'warn',
      })
    },
  )
}

interface Shown {
  verb: string
  from: string
  picked: readonly Picked[]
  answers: Readonly<Record<string, unknown>>
}

const only = (asks: Fields, sent: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(sent).filter(([name, value]) => asks[name] && value))

/** Past so many, a reason names how many it is for. */
const mostNamed = 3

/** Why some were left, each reason once: « Rue du Moulin, Place Verte : la catégorie manque. » */
function reasons(left: readonly Effect[], unseen: number): string {
  const groups = Map.groupBy(left, (one) => one.left ?? '')
  const sentences = [...groups].map(([why, of]) => {
    const titles = of.slice(0, mostNamed).map(({ title }) => cut(title))
    const more = of.length - titles.length
    return t('records.act.why', { titles: titles.join(', '), more, why })
  })
  // What is said goes in a cookie, which has a bound.
  const told = sentences.slice(0, mostNamed)
  const untold = sentences.length - told.length
  return [
    ...told,
    ...(untold > 0 ? [t('records.act.more_reasons', { count: untold })] : []),
    ...(unseen > 0 ? [t('records.act.unseen', { count: unseen })] : []),
  ].join(' ')
}

const cut = (title: string) => (title.length > 60 ? `${title.slice(0, 59)}…` : title)
