import type { Person } from './person.ts'

/** The beginnings of the titles, in the order of the agenda that the person sees. */
export async function agendaOn({ page }: Person): Promise<string[]> {
  const titles = await page.locator('.outline-body > a').allInnerTexts()
  return titles.map((title) => title.split(/\s+/).slice(0, 3).join(' '))
}

/** The menu of a point moves it one place up or down. */
export async function moves(person: Person, title: string, way: 'Monter' | 'Descendre') {
  const point = person.line(title)
  await point.locator('summary').click()
  await person.presses(way, point)
}

/** Notes the answer of one member: their presence or their ballot. */
export async function answers({ page }: Person, name: string, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name }).getByLabel(answer, { exact: true }).check()
}
