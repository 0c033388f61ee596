import { auditReading } from '#kernel/audit'
import { wantsAll } from '#kernel/http'
import { formatDate, type MessageKey, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import {
  Breadcrumbs,
  ButtonLink,
  Card,
  Facts,
  Head,
  List,
  Note,
  PostButton,
  SideSection,
  Stack,
  WithSide,
} from '#kernel/ui'
import { namesOf, officesOf } from '#commons/directory'
import { RestrictedNote } from '#commons/holdings'
import { type Leaving, leavings, stay } from '../departure.ts'
import { invite, invitedWords } from '../invitation.ts'
import { mergedInto } from '../merging.ts'
import { personActs } from '../acts.ts'
import { type KnownPerson, knownPerson, nameOf, resumePerson, suspendPerson } from '../person.ts'
import { comeBack } from '../returning.ts'
import { lastDayOf } from '../words.ts'
import { AccessButtons } from './access.tsx'
import { Deeds } from './deeds.tsx'
import { PersonBadge } from './list.tsx'
import { Giving, Offices } from './offices.tsx'
import { keeps, pages, personPath } from './routes.ts'

pages.get('/people/:id', keeps, async (c) => {
  // Where somebody was found to be another, one reads of that one.
  const other = await mergedInto(c.req.param('id') ?? '')
  if (other) return redirect(c, personPath(other), { key: 'people.merging.was' })
  const person = await knownPerson(c.req.param('id'))
  await auditReading(personPath(person.id))
  const offices = await officesOf([person.id])
  const name = nameOf(person)
  const gone = person.state === 'left'
  return page(
    c,
    { title: name },
    <>
      <Breadcrumbs trail={[{ label: t('people.title'), href: '/people' }, { label: name }]} />
      <Head
        title={name}
        state={<PersonBadge state={person.state} />}
        actions={
          <>
            <ButtonLink href={`${personPath(person.id)}/rights`}>{t('people.rights')}</ButtonLink>
            <ButtonLink href={`${personPath(person.id)}/merging`}>{t('people.merging')}</ButtonLink>
            {gone ? (
              <PostButton action={`${personPath(person.id)}/return`} icon="undo-2">
                {t('people.come_back')}
              </PostButton>
            ) : (
              <ButtonLink href={`${personPath(person.id)}/leave`}>{t('people.leave')}</ButtonLink>
            )}
            <ButtonLink href={`${personPath(person.id)}/edit`} icon="pencil">
              {t('people.edit')}
            </ButtonLink>
          </>
        }
      />
      <WithSide side={<Side person={person} />}>
        <Departure person={person} />
        <RestrictedNote id={person.id} />
        <Card title={t('people.holds')} acts={`${personPath(person.id)}/offices`}>
          <Stack>
            <Offices offices={offices} person={person} />
            {!gone && <Giving person={person} />}
          </Stack>
        </Card>
        {leavings
          .all()
          .map(({ label, told }) => told && <Told label={label} of={told(person.id)} />)}
        <Card title={t('people.history')}>
          <Deeds id={person.id} path={personPath(person.id)} all={wantsAll(c, 'deeds')} />
        </Card>
      </WithSide>
    </>,
  )
})

/** What other folders keep of somebody, where there is any. */
async function Told({ label, of }: { label: MessageKey; of: ReturnType<Told> }) {
  const items = await of
  if (items.length === 0) return null
  return (
    <Card title={t(label)} flush>
      <List label={t(label)} items={items} />
    </Card>
  )
}

type Told = NonNullable<Leaving['told']>

async function Departure({ person }: { person: KnownPerson }) {
  const { leaves_on, heir_id, state } = person
  if (!leaves_on) return null
  const names = await namesOf(heir_id ? [heir_id] : [])
  const day = formatDate(lastDayOf(leaves_on), 'long')
  return (
    <Note
      tone="warn"
      title={t(state === 'left' ? 'people.gone_since' : 'people.leaves_on', { day })}
    >
      {heir_id && <p>{t('people.taken_over_by', { name: names.get(heir_id) ?? '' })}</p>}
      {state !== 'left' && (
        <PostButton action={`${personPath(person.id)}/stay`} icon="undo-2">
          {t('people.stay')}
        </PostButton>
      )}
    </Note>
  )
}

async function Side({ person }: { person: KnownPerson }) {
  const path = personPath(person.id)
  const name = nameOf(person)
  return (
    <>
      <SideSection title={t('people.account')}>
        <Facts
          facts={[
            { label: t('people.login'), value: person.login || t('people.no_account') },
            { label: t('people.email'), value: person.email || '—' },
            { label: t('people.external_id'), value: person.external_id || '—' },
          ]}
        />
        {person.login && (person.state === 'active' || person.state === 'leaving') && (
          <>
            <PostButton action={`${path}/invitation`} icon="send">
              {t('people.invite')}
            </PostButton>
            <AccessButtons person={person} />
            {personActs.all().map((act) => act(person))}
            <PostButton
              action={`${path}/suspension`}
              icon="ban"
              tone="danger"
              confirm={t('people.suspend_sure', { name })}
            >
              {t('people.suspend')}
            </PostButton>
          </>
        )}
        {person.state === 'suspended' && (
          <PostButton action={`${path}/resumption`} icon="play">
            {t('people.resume')}
          </PostButton>
        )}
      </SideSection>
    </>
  )
}

pages.post('/people/:id/suspension', keeps, async (c) => {
  const person = await knownPerson(c.req.param('id'))
  await suspendPerson(person.id)
  return redirect(c, personPath(person.id), {
    key: 'people.suspended',
    params: { name: nameOf(person) },
  })
})

pages.post('/people/:id/resumption', keeps, async (c) => {
  const person = await knownPerson(c.req.param('id'))
  await resumePerson(person.id)
  return redirect(c, personPath(person.id), {
    key: 'people.resumed',
    params: { name: nameOf(person) },
  })
})

pages.post('/people/:id/invitation', keeps, async (c) => {
  const person = await knownPerson(c.req.param('id'))
  await invite(person.id)
  return redirect(c, personPath(person.id), {
    key: invitedWords(),
    params: { name: nameOf(person) },
  })
})

pages.post('/people/:id/stay', keeps, async (c) => {
  const { id } = await knownPerson(c.req.param('id'))
  await stay(id)
  return redirect(c, personPath(id), { key: 'people.stays' })
})

pages.post('/people/:id/return', keeps, async (c) => {
  const person = await knownPerson(c.req.param('id'))
  await comeBack(person.id)
  return redirect(c, personPath(person.id), {
    key: 'people.came_back',
    params: { name: nameOf(person) },
  })
})
