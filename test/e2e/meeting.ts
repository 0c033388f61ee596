import type { Person } from './person.ts'

/** The beginnings of the titles, in the order of the agenda that the person sees. */
export async function agendaOn({ page }: Person): Promise<string[]> {
  const titles = await page.locator('.outline-body > a').allInnerTexts()
  return titles.map((title) => title.split(/\s+/).slice(0, 3).join(' '))
}

/** The menu of a point moves it one place up or down. */
export async function moves(person: Person, title: string, way: 'Monter' | 'Descendre') {
  const point = person.line(title)
  await point.getByRole('link', { name: /^Déplacer/ }).click()
  await person.presses(way, point)
}

/** Convokes all of the organ on paper, for an urgency where the delay of the law is over. */
export async function convokes(aline: Person, meeting: string) {
  await aline.goes(`${meeting}/convocation`)
  const urgency = aline.page.getByRole('textbox', { name: /^Urgence/ })
  if ((await urgency.count()) > 0) await urgency.fill('La convention expire demain.')
  const paper = aline.page.getByRole('group', { name: /^Sur papier/ })
  for (const box of await paper.getByRole('checkbox').all()) await box.check()
  await aline.moves(() => aline.page.getByRole('button', { name: /^Convoquer \d/ }).click())
  await aline.sees('Réception du papier')
}

/** Notes the answer of one member: their presence or their ballot. */
export async function answers({ page }: Person, name: string, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name }).getByLabel(answer, { exact: true }).check()
}

/** Grabs a point by its handle with the keyboard and drops it so many places further down. */
export async function movesByKeyboard(person: Person, title: string, places: number) {
  const { keyboard } = person.page
  await person.line(title).locator('[data-grip]').focus()
  await keyboard.press('Space')
  for (let step = 0; step < places; step += 1) await keyboard.press('ArrowDown')
  await person.moves(() => keyboard.press('Space'))
}

/** Drags a point by its handle to just above another. */
export async function drags(person: Person, title: string, above: string) {
  const { mouse } = person.page
  await person.line(title).locator('[data-grip]').hover()
  await mouse.down()
  const goal = await person.line(above).boundingBox()
  if (!goal) throw new Error(`« ${above} » is not in sight`)
  await mouse.move(goal.x + 30, goal.y + 5, { steps: 8 })
  await person.moves(() => mouse.up())
}
