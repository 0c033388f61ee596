import type { Call } from '#kernel/http'
import { formatNumber, t } from '#kernel/i18n'
import { NamesIndex } from '#kernel/ui'
import { kindInWords } from '#commons/trades'
import type { KnownAuthority } from '#modules/publications'
import { atAuthority } from './address.ts'

/** The kinds that have a heading of their own, in this order; the rest stand together. */
const headed = ['municipality', 'cpas', 'province'] as const

/** All authorities by their kind, each with how many decisions one reads of it: the true index of the portal. */
export function AuthorityNames({ c, all }: { c: Call; all: readonly KnownAuthority[] }) {
  const groups = [...headed, 'other' as const].map((kind) => ({
    title: t(`portal.kinds.${kind}`),
    names: all
      .filter((one) => kind === (headed.find((known) => known === one.kind) ?? 'other'))
      .map((one) => ({
        name: one.short_name,
        href: atAuthority(c, one, '/decisions'),
        about: kind === 'other' ? kindInWords(one.kind) : undefined,
        figure: formatNumber(one.decisions),
      })),
  }))
  return <NamesIndex groups={groups.filter(({ names }) => names.length > 0)} />
}
