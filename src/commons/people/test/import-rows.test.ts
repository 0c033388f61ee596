import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
  await authority.service('Travaux')
})

/** Sends a list; the address of the page that shows it row by row, or what is told. */
async function sent(content: string, name = 'liste.csv'): Promise<string> {
  const files = [new File([content], name)]
  const answer = await manager.visitor.post('/people/import', { files })
  const at = answer.headers.get('location')
  await authority.drain()
  return at ?? answer.text
}

test('a directory as text (LDIF) is read: folded lines, base64, groups left aside', async () => {
  const ldif = [
    'version: 1',
    'dn: uid=ines,ou=people,dc=beauval',
    'givenName:: SW7DqHM=',
    'sn: Long',
    ' ueville',
    'mail: ines@example.org',
    'uid: ines',
    'ou: Travaux',
    '',
    '# a group',
    'dn: cn=all,dc=beauval',
    'cn: all',
  ].join('\n')
  const at = await sent(ldif, 'annuaire.ldif')
  expect((await manager.visitor.get(at)).text).toContain('1 ligne sera ajoutée')
  await manager.visitor.post(at, {})
  await authority.drain()
  expect((await manager.visitor.get('/people?q=ines')).text).toContain('Longueville Inès')
})

test('a directory in which nobody is says that it holds no person', async () => {
  const ldif = 'version: 1\ndn: cn=all,dc=beauval\ncn: all\n'
  expect(await sent(ldif, 'annuaire.ldif')).toContain('LDIF ne compte aucune personne')
})

test('what is wrong in a row names the column in which it stands', async () => {
  const long = `${'a'.repeat(200)}@example.org`
  const head =
    'Nom;Prénom;Courriel;Identifiant;Matricule;Service;Fonction;Rôle;Premier jour;Dernier jour'
  const at = await sent(`${head}\nFaure;Lou;${long};${'b'.repeat(101)};;Lune;roi;pape;31/02/2026;`)
  const list = await manager.visitor.api('GET', at.replace('/import/', '/imports/'))
  const columns = list.text.match(/"column":"[^"]*"/g)
  expect(new Set(columns)).toEqual(
    new Set(
      ['Courriel', 'Identifiant', 'Service', 'Fonction', 'Rôle', 'Premier jour'].map(
        (name) => `"column":"${name}"`,
      ),
    ),
  )
})
