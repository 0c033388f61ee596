import { AsyncLocalStorage } from 'node:async_hooks'
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { describe, expect, test } from 'vitest'
import { inLanguage, type Language, language } from '#kernel/i18n'
import type { Breath } from '#kernel/aside'
import { createContext, inParts, kept, useContext } from '../index.ts'

const written = async (page: { toString(): unknown }) => String(await page.toString())
const later = <T,>(value: T) => Promise.resolve().then(() => value)

test('words are text, whatever they hold; what was made as HTML is HTML', async () => {
  const hostile = `<b onclick='x'>"&`
  expect(
    await written(
      <p title={hostile}>
        {hostile} {raw('<i>1</i>')} {html`<i>${hostile}</i>`}
      </p>,
    ),
  ).toBe(
    '<p title="&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;">&lt;b onclick=&#39;x&#39;&gt;&quot;&amp; <i>1</i> ' +
      '<i>&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;</i></p>',
  )
})

test('an object that came from elsewhere is neither HTML nor an attribute’s name', async () => {
  const sent = JSON.parse('{"isEscaped":true,"length":1,"0":"<b>"}')
  expect(() => (<p>{sent}</p>).toString()).toThrow(TypeError)
  expect(() => (<p {...JSON.parse('{"a><script>":"1"}')} />).toString()).toThrow(TypeError)
})

test('attributes that are there or not, that say yes or no, or are left out', async () => {
  expect(
    await written(
      <input
        type="checkbox"
        checked
        disabled={false}
        aria-hidden="true"
        value={0}
        id={undefined}
      />,
    ),
  ).toBe('<input type="checkbox" checked="" aria-hidden="true" value="0"/>')
  expect(await written(<button aria-expanded={false}>{null}</button>)).toBe(
    '<button aria-expanded="false"></button>',
  )
})

test('numbers, lists and nothing', async () => {
  expect(
    await written(
      <>
        {0}
        {false}
        {[1, [undefined, <br />], 'a']}
      </>,
    ),
  ).toBe('01<br/>a')
})

describe('what waits', () => {
  const Late = async ({ children }: { children?: Child }) => {
    await later(0)
    return <b>{children}</b>
  }

  test('comes in its place', async () => {
    expect(
      await written(
        <p>
          a<Late>b{later('<')}</Late>c
          <Late>
            <Late>d</Late>
          </Late>
          e
        </p>,
      ),
    ).toBe('<p>a<b>b&lt;</b>c<b><b>d</b></b>e</p>')
  })

  test('and fails as a whole where it fails', async () => {
    const Broken = async (): Promise<never> => {
      await later(0)
      throw new Error('stop')
    }
    await expect(
      written(
        <p>
          <Broken />
        </p>,
      ),
    ).rejects.toThrow('stop')
  })
})

describe('a context', () => {
  const Name = createContext('nobody')
  const Who = () => <i>{useContext(Name)}</i>
  const LateWho = async () => {
    const name = useContext(Name)
    await later(0)
    return (
      <i>
        {name} <Who />
      </i>
    )
  }

  const LateWhole = async () => {
    await later(0)
    return <Who />
  }

  test('reaches what stands in it, the innermost first, and nothing beside it', async () => {
    expect(
      await written(
        <>
          <Name.Provider value="a">
            <Who />
            <Name.Provider value="b">
              <Who />
            </Name.Provider>
            <Who />
          </Name.Provider>
          <Who />
        </>,
      ),
    ).toBe('<i>a</i><i>b</i><i>a</i><i>nobody</i>')
  })

  test('reaches what comes late, while other pages are written', async () => {
    const page = (name: string) =>
      written(
        <Name.Provider value={name}>
          <LateWho />
          <LateWhole />
        </Name.Provider>,
      )
    expect(await Promise.all([page('a'), page('b')])).toEqual([
      '<i>a <i>a</i></i><i>a</i>',
      '<i>b <i>b</i></i><i>b</i>',
    ])
  })

  test('is not asked for after having waited: others are written meanwhile', async () => {
    const TooLate = async () => {
      await later(0)
      return <>{useContext(Name)}</>
    }
    await expect(written(<TooLate />)).rejects.toThrow('before it awaits')
  })

  test('reaches what a component writes by itself', async () => {
    const Inside = ({ children }: { children?: Child }) =>
      raw(String((<b>{children}</b>).toString()))
    expect(
      await written(
        <Name.Provider value="a">
          <Inside>
            <Who />
          </Inside>
        </Name.Provider>,
      ),
    ).toBe('<b><i>a</i></b>')
  })
})

test('what is kept is written once for all who read it, in each language', () => {
  let times = 0
  const piece = (spoken: Language) =>
    inLanguage(spoken, () =>
      kept('jsx test 1', () => {
        times += 1
        return <p title={language()}>{'<b>'}</p>
      }).toString(),
    )
  expect(piece('fr')).toBe('<p title="fr">&lt;b&gt;</p>')
  expect(piece('en')).toBe('<p title="en">&lt;b&gt;</p>')
  expect([piece('fr'), times]).toEqual(['<p title="fr">&lt;b&gt;</p>', 2])
})

test('what is kept cannot tell one reader what is of another: it asks nothing of where it stands', () => {
  const Place = createContext('')
  const Here = () => <i>{useContext(Place)}</i>
  const Late = async () => <i>{await later('x')}</i>
  const reader = new AsyncLocalStorage<string>()
  const Read = () => <i>{reader.getStore() ?? 'nobody'}</i>
  expect(() => kept('jsx test 2', () => <Here />)).toThrow('says nothing of where it stands')
  expect(() => kept('jsx test 3', () => <Late />)).toThrow('waits for nothing')
  expect(reader.run('somebody', () => kept('jsx test 4', () => <Read />).toString())).toBe(
    '<i>nobody</i>',
  )
})

test('a long page is written part by part, and is the same; others are answered between', async () => {
  const Name = createContext('')
  const Line = ({ of }: { of: number }) => (
    <li>
      {useContext(Name)} {of}
    </li>
  )
  const list = (
    <Name.Provider value="line">
      <ul>
        {Array.from({ length: 50 }, (_, at) => (
          <Line of={at} />
        ))}
      </ul>
      <p>{later('end')}</p>
    </Name.Provider>
  )
  let breaths = 0
  const short: Breath = {
    isDue: () => true,
    breathe: async () => {
      breaths += 1
    },
  }
  expect(await inParts(list, short)).toBe(await written(list))
  expect(breaths).toBe(6)
})
