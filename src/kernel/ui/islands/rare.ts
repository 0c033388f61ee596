/** Islands that few pages have: each comes with the first page that has it, so that the first page of all is small. */
const rare: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  'cell-grid': async () => (await import('./cell-grid.ts')).CellGrid,
  'reorder-list': async () => (await import('./reorder-list.ts')).ReorderList,
  'roving-list': async () => (await import('./roving-list.ts')).RovingList,
  'tree-table': async () => (await import('./tree-table.ts')).TreeTable,
}

const known = new Set<string>()

function bring(): void {
  for (const [name, load] of Object.entries(rare)) {
    if (known.has(name) || !document.querySelector(name)) continue
    known.add(name)
    void define(name, load)
  }
}

async function define(name: string, load: () => Promise<CustomElementConstructor>): Promise<void> {
  try {
    customElements.define(name, await load())
  } catch {
    // It does not come: the page works as it does without scripts, and the next one asks again.
    known.delete(name)
  }
}

bring()
document.addEventListener('turbo:load', bring)
document.addEventListener('turbo:render', bring)
