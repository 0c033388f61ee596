import { formatDate, t } from '#kernel/i18n'
import { bodies, type Body } from './bodies.ts'
import { outcomes } from './fields.ts'
import type { PublicPosting } from './content.ts'

const day = (text: string) => formatDate(Temporal.PlainDate.from(text))

/** « Collège communal »; nothing of what this version does not know. */
export const bodyInWords = (body: string): string =>
  Object.hasOwn(bodies, body) ? t(`regulations.body.${body as Body}`) : '' // It is one of them.

/** « approuvé, le 3 juin 2026 »; that it is awaited, or that its time is over. */
function supervisionInWords(said: NonNullable<PublicPosting['supervision']>): string {
  const known = outcomes.find((one) => one === said.outcome)
  const parts = [
    known ? t(`regulations.outcome.${known}`) : t('regulations.supervision.awaited'),
    ...(said.by ? [said.by] : []),
    ...(said.on ? [day(said.on)] : []),
    ...(said.over_on ? [t('regulations.supervision.over', { day: day(said.over_on) })] : []),
  ]
  return parts.join(', ')
}

/** From which day a text binds, and by what. */
function forceInWords({ nature, in_force, supervision }: PublicPosting): string {
  if (nature === 'notice') return ''
  if (!in_force) return t('regulations.in_force.unknown')
  const on = day(in_force.on)
  const words = in_force.stated
    ? t('regulations.in_force.stated', { day: on })
    : t('regulations.in_force.by_law', {
        ...{ day: on, days: in_force.days ?? 0 },
        article: in_force.article ?? '',
      })
  // What its supervision has to approve binds nobody before that; it does not say here which kind it is.
  const isAwaited = supervision !== null && supervision.outcome === null
  return isAwaited ? t('regulations.in_force.awaits', { words }) : words
}

/** What is told of a text besides its words, on paper as on its page. */
export function factsOnPaper(content: PublicPosting): { label: string; value: string }[] {
  const { type, matter, body, decided_on, decision, published_on, supervision } = content
  const facts = [
    { label: t('regulations.posting.type'), value: type ?? '' },
    { label: t('regulations.posting.matter'), value: matter ?? '' },
    { label: t('regulations.posting.body'), value: bodyInWords(body) },
    { label: t('regulations.posting.decided_on'), value: decided_on ? day(decided_on) : '' },
    { label: t('regulations.decision'), value: decision ?? '' },
    { label: t('regulations.published'), value: day(published_on) },
    { label: t('regulations.in_force'), value: forceInWords(content) },
    {
      label: t('regulations.part.supervision'),
      value: supervision ? supervisionInWords(supervision) : '',
    },
    {
      label: t('regulations.posting.expires_on'),
      value: content.expires_on ? day(content.expires_on) : '',
    },
    { label: t('regulations.posting.consultation'), value: content.consultation },
  ]
  return facts.filter(({ value }) => value !== '')
}
