import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { PlainShell } from '../index.ts'

/** By what a page names them, the parts of a hue that its sheet knows. */
const parts = new Map(
  [
    ...readFileSync(join(projectRoot, 'src/kernel/ui/css/hue.css'), 'utf8').matchAll(
      /\[data-hue~='(\d+)'\] \{\s*(--h\d): (\d+);/g,
    ),
  ].map(([, name = '', property = '', part]) => [name, { property, part: Number(part) }]),
)

test('every hue that an authority may have is said by its page as its sheet reads it', () => {
  expect(new Set([...parts.values()].map(({ property }) => property)).size).toBe(parts.size)
  for (let hue = 0; hue < 360; hue += 1) {
    const page = String(
      <PlainShell kind="narrow" title="Beauval" authority={{ name: 'Beauval', hue }} />,
    )
    const said = / data-hue="([^"]*)"/.exec(page)?.[1]
    const names = said?.split(' ').filter(Boolean) ?? [Number.NaN]
    expect(
      names.reduce<number>((sum, name) => sum + (parts.get(String(name))?.part ?? Number.NaN), 0),
    ).toBe(hue)
  }
})
