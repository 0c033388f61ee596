import type { Person } from './person.ts'

/** The titles of the points, in the order of the agenda that the person sees. */
export async function agendaOn({ page }: Person): Promise<string[]> {
  return page.locator('.outline-body > a').allInnerTexts()
}

/** The menu of a point moves it one place up or down. */
export async function moveOf(person: Person, title: string, way: 'Monter' | 'Descendre') {
  const row = person.page.locator('.outline-item').filter({ hasText: title })
  await row.locator('summary').click()
  await person.presses(way, row)
}

/** Notes the answer of one member: their presence or their ballot. */
export async function answers({ page }: Person, name: string, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name }).getByLabel(answer, { exact: true }).check()
}
