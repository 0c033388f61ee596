import { formatDate, t, timeZone } from '#kernel/i18n'
import { PublicRoutes } from '#kernel/http'
import { itsLanguage, tenant } from '#kernel/tenancy'
import { DayList, PublicOpening, PublicSection, type DayEntry } from '#kernel/ui'
import { type PublicEntry, publicLinks, publicPage } from './public.tsx'

/** How much of each part the home of the site shows; the part itself shows all. */
const most = 5

/**
 * What citizens find at the address of an authority: what it has published, and the way to sign in. Who is
 * signed in gets the page of the same address instead.
 */
export const publicHome = new PublicRoutes('')

publicHome.get('/', async (c) => {
  const { name, shortName } = tenant()
  const parts = await Promise.all(
    publicLinks.all().map(async ({ label, href, published }) => ({
      title: t(label),
      href,
      entries: (await published?.()) ?? [],
    })),
  )
  const open = parts.filter(({ entries }) => entries.length > 0)
  const links = open.map(({ title, href }) => ({ label: title, href }))
  const signIn = { label: t('pages.public.sign_in'), href: '/sign-in' }
  return publicPage(
    c,
    {
      title: shortName,
      description: t('pages.public.description', { authority: name }),
      links: [...links, signIn],
    },
    <>
      <PublicOpening
        title={name}
        lead={t(open.length > 0 ? 'pages.public.lead' : 'pages.public.nothing')}
      />
      {open.map(({ title, href, entries }) => (
        <PublicSection
          title={title}
          more={entries.length > most ? { label: t('pages.public.all'), href } : undefined}
        >
          <DayList days={entries.slice(0, most).map(dayOf)} />
        </PublicSection>
      ))}
      <PublicSection title={t('pages.public.agents')} aside>
        <p>
          {t('pages.public.agents.lead')} <a href="/sign-in">{t('pages.public.sign_in')}</a>
        </p>
      </PublicSection>
    </>,
  )
})

function dayOf({ title: words, href, on, about }: PublicEntry): DayEntry {
  const date = on.toZonedDateTimeISO(timeZone).toPlainDate()
  const title = <span lang={itsLanguage()}>{words}</span>
  return { title, href, about, when: { text: formatDate(date), datetime: date } }
}
