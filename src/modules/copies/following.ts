import { slot } from '#kernel/module'

/** What a search of decisions asks for, as it stands in addresses; empty is anything. */
interface AskedFor {
  q: string
  subject: string
  organ: string
  place: string
}

/** How what a search finds is followed from now on: the feeds of it, and a page where one asks to be told. */
interface Following {
  feeds: readonly { type: string; href: string }[]
  page: { label: string; href: string }
}

/** Filled by the part that tells citizens; without it nothing is followed. */
export const followings = slot<(asked: AskedFor) => Following>('publications.followings')
