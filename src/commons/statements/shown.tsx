import type { Child } from 'hono/jsx'
import { formatDate, language, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { Facts, PublicSection, Stack } from '#kernel/ui'
import type { AnyContent, Content, Name } from './content.ts'

/** A statement in the words of whoever reads it; what the authority typed stands in its own language. */
export function Statement({ of: { name, content } }: { of: AnyContent }) {
  if (name === 'accessibility') return <Accessibility {...content} />
  if (name === 'legal') return <Legal {...content} />
  return <Privacy {...content} />
}

function Accessibility(said: Content<'accessibility'>) {
  const { who, hosts, law, status, method, evaluated_on, failings, burden, outside } = said
  return (
    <Stack>
      <p>{t('statements.accessibility.lead', { name: who.name, hosts: hosts.join(', ') })}</p>
      <p>{t('statements.accessibility.law', { law: t(`statements.law.${law}`) })}</p>
      <PublicSection title={t('statements.status')}>
        <p>{t(`statements.accessibility.is.${status}`)}</p>
      </PublicSection>
      {(failings || burden || outside) && (
        <PublicSection title={t('statements.accessibility.contents')}>
          <Part title={t('statements.failings')} text={failings} />
          <Part title={t('statements.burden')} text={burden} />
          <Part title={t('statements.outside')} text={outside} />
        </PublicSection>
      )}
      <PublicSection title={t('statements.accessibility.made')}>
        <p>
          {t('statements.accessibility.evaluated', {
            day: formatDate(Temporal.PlainDate.from(evaluated_on)),
            method: t(`statements.accessibility.by.${method}`),
          })}
        </p>
      </PublicSection>
      <Told title={t('statements.accessibility.feedback')} text={said.feedback}>
        {t('statements.accessibility.feedback_lead')}
      </Told>
      <Told title={t('statements.accessibility.complaint')} text={said.complaint}>
        {t('statements.accessibility.complaint_lead')}
      </Told>
    </Stack>
  )
}

function Legal({ who, contact, editor, host, reuse }: Content<'legal'>) {
  return (
    <Stack>
      <PublicSection title={t('statements.legal.publisher')}>
        <Facts
          facts={[
            { label: t('statements.legal.name'), value: <Own text={who.name} /> },
            { label: t('statements.address'), value: <Own text={who.address.join('\n')} /> },
            { label: t('statements.number'), value: who.number },
            { label: t('statements.contact'), value: <Own text={contact} /> },
            { label: t('statements.editor'), value: <Own text={editor} /> },
            ...(host ? [{ label: t('statements.host'), value: <Own text={host} /> }] : []),
          ]}
        />
      </PublicSection>
      {reuse && <Told title={t('statements.reuse')} text={reuse} />}
    </Stack>
  )
}

function Privacy({ who, controller, officer, transfers, activities }: Content<'privacy'>) {
  const told = activities[language()] ?? activities[itsLanguage()] ?? []
  return (
    <Stack>
      <p>{t('statements.privacy.lead', { name: who.name })}</p>
      <Told
        title={t('privacy.controller')}
        text={controller || [who.name, ...who.address].join('\n')}
      />
      <Told title={t('privacy.officer')} text={officer}>
        {t('statements.privacy.officer_lead')}
      </Told>
      <PublicSection title={t('statements.privacy.rights')}>
        <p>{t('statements.privacy.rights_lead')}</p>
        <ul>
          {rights.map((one) => (
            <li>{t(`statements.privacy.right.${one}`)}</li>
          ))}
        </ul>
        <p>{t('statements.privacy.complaint')}</p>
      </PublicSection>
      <PublicSection title={t('privacy.transfers')}>
        {transfers ? <Own text={transfers} /> : <p>{t('privacy.no_transfers')}</p>}
      </PublicSection>
      <PublicSection title={t('statements.privacy.cookies')}>
        <p>{t('statements.privacy.cookies_text')}</p>
      </PublicSection>
      <PublicSection title={t('statements.privacy.activities')}>
        <Stack>
          {told.map((one) => (
            <section>
              <h3>{one.title}</h3>
              <Facts
                facts={facets.map((facet) => ({
                  label: t(`privacy.${facet}`),
                  value: <Lines of={one[facet]} />,
                }))}
              />
            </section>
          ))}
        </Stack>
      </PublicSection>
    </Stack>
  )
}

const rights = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'consent',
] as const
const facets = ['purpose', 'basis', 'persons', 'data', 'recipients', 'kept'] as const

interface Text {
  title: string
  text: string
}

const Told = ({ title, text, children }: Text & { children?: Child }) => (
  <PublicSection title={title}>
    {children && <p>{children}</p>}
    <Own text={text} />
  </PublicSection>
)

const Part = ({ title, text }: Text) =>
  text ? (
    <section>
      <h3>{title}</h3>
      <Own text={text} />
    </section>
  ) : null

/** What the authority typed, in its language whatever the page speaks (WCAG 3.1.2). */
const Own = ({ text }: { text: string }) => (
  <p lang={itsLanguage()}>
    <Lines of={text} />
  </p>
)

const Lines = ({ of }: { of: string }) => (
  <>
    {of.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

/** One sentence for search engines. */
export const describes = (name: Name, who: string) =>
  t(`statements.describes.${name}`, { name: who })
