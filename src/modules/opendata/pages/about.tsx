import type { Call } from '#kernel/http'
import { t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { Breadcrumbs, Head, PublicSection, Stack } from '#kernel/ui'
import { siteOf } from '../forms.tsx'
import { open } from '../open.ts'
import { organsShown } from '../oparl/rows.ts'
import { slugOfName } from '../site.ts'

const way = (label: string, above?: { label: string; href: string }) => (
  <Breadcrumbs
    trail={[{ label: tenant().shortName, href: '/' }, ...(above ? [above] : []), { label }]}
  />
)

/** What is given, at which address, and in which words that is said. */
const given = [
  { name: 'dump', path: '/open-data/dump.ndjson.gz' },
  { name: 'csv', path: '/open-data/deliberations.csv' },
  { name: 'changes', path: '/open-data/changes' },
  { name: 'oparl', path: '/oparl/system' },
  { name: 'catalogue', path: '/open-data/catalogue' },
  { name: 'terms', path: '/open-data/terms' },
  { name: 'maturity', path: '/open-data/maturity' },
  { name: 'sitemap', path: '/sitemap.xml' },
] as const

interface GivenProps {
  of: readonly { href: string; what: string; how: string }[]
}

/** What is given, each with how it is read. */
export const Given = ({ of }: GivenProps) => (
  <dl class="measure">
    {of.map(({ href, what, how }) => (
      <>
        <dt>
          <a href={href}>{what}</a>
        </dt>
        <dd>{how}</dd>
      </>
    ))}
  </dl>
)

/** Lines of a program, which break where there is no room. */
export const Example = ({ lines }: { lines: readonly string[] }) => (
  <p class="measure">
    {lines.map((line) => (
      <>
        <code>{line}</code>
        <br />
      </>
    ))}
  </p>
)

const asksForm = (site: string) => `curl -H 'Accept: application/ld+json' ${site}/decisions/…`
const asksChanges = (site: string) => `curl ${site}/open-data/changes`

/** What programs may read here, and how. */
open.get('/open-data', async (c: Call) => {
  const title = t('opendata.title')
  const site = siteOf(c)
  const organs = await organsShown()
  return publicPage(
    c,
    { title, description: t('opendata.lead') },
    <Stack>
      {way(title)}
      <Head title={title} facts={t('opendata.lead')} />
      <PublicSection title={t('opendata.given')}>
        <Given
          of={given.map(({ name, path }) => ({
            ...{ href: path, what: t(`opendata.what.${name}`), how: t(`opendata.how.${name}`) },
          }))}
        />
      </PublicSection>
      <PublicSection title={t('opendata.forms')}>
        <p class="measure">{t('opendata.forms.how')}</p>
        <Example lines={[asksForm(site)]} />
      </PublicSection>
      <PublicSection title={t('opendata.follow')}>
        <p class="measure">{t('opendata.follow.how')}</p>
        <Example lines={[asksChanges(site)]} />
      </PublicSection>
      <PublicSection title={t('opendata.rules')}>
        <p class="measure">{t('opendata.rules.how')}</p>
        <p>
          <a href="/open-data/proof">{t('opendata.proof.title')}</a>
        </p>
      </PublicSection>
      {organs.length > 0 && (
        <PublicSection title={t('opendata.organs')}>
          <ul id="authority">
            {organs.map(({ name }) => (
              <li id={`organ-${slugOfName(name)}`}>{name}</li>
            ))}
          </ul>
        </PublicSection>
      )}
    </Stack>,
  )
})

const steps = ['take', 'without', 'spell', 'hash', 'before'] as const

/** How anybody makes sure that what is public is what was published. */
open.get('/open-data/proof', (c: Call) => {
  const title = t('opendata.proof.title')
  return publicPage(
    c,
    { title, description: t('opendata.proof.lead') },
    <Stack>
      {way(title, { label: t('opendata.title'), href: '/open-data' })}
      <Head title={title} facts={t('opendata.proof.lead')} />
      <PublicSection title={t('opendata.proof.what')}>
        {(['copy', 'chain', 'withdrawn'] as const).map((one) => (
          <p class="measure">{t(`opendata.proof.${one}`)}</p>
        ))}
      </PublicSection>
      <PublicSection title={t('opendata.proof.yourself')}>
        <ol class="measure">
          {steps.map((one) => (
            <li>{t(`opendata.proof.step.${one}`)}</li>
          ))}
        </ol>
        <p class="measure">{t('opendata.proof.script')}</p>
        <Example lines={script} />
      </PublicSection>
    </Stack>,
  )
})

/** Python, with nothing but what comes along with it. */
const script = [
  'import hashlib, json, sys, urllib.request',
  'copy = json.load(urllib.request.urlopen(sys.argv[1]))',
  'said = copy.pop("hash")',
  'text = json.dumps(copy, sort_keys=True, separators=(",", ":"), ensure_ascii=False)',
  'print(hashlib.sha256(text.encode()).hexdigest() == said)',
]
