import type { TreeNode } from '#kernel/ui'

/** What stands in the order of its tree, each with its depth from 1, as the nodes of a tree table. */
export function nested<Row>(
  flat: readonly { id: string; depth: number; row: Row }[],
): TreeNode<Row>[] {
  const [first] = flat
  if (!first) return []
  const heads = flat.flatMap(({ depth }, at) => (depth <= first.depth ? [at] : []))
  return heads.flatMap((at, index) => {
    const [head, ...below] = flat.slice(at, heads[index + 1])
    return head ? [{ id: head.id, row: head.row, children: nested(below) }] : []
  })
}
