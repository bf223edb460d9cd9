/**
 * The nodes of a directed graph from which a way leads back to themselves (Tarjan's strongly connected components):
 * in time with the number of edges, because a profile of a stranger may hold many.
 *
 * @param edges by node: where it leads to; what is no node itself leads nowhere
 * @returns in the order of the nodes
 */
export const findCircles = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const onCircle = new Set<string>();

  const close = (node: string): void => {
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) isOpen.delete(member);
    const isCircle = component.length > 1 || edges.get(node)?.includes(node) === true;
    if (isCircle) for (const member of component) onCircle.add(member);
  };
  const lower = (node: string, to: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? to, to));
  };
  /** Without recursion: a chain may be as long as the profile. */
  const visit = (start: string): void => {
    const way: { readonly node: string; next: number }[] = [];
    const enter = (node: string): void => {
      order.set(node, order.size);
      lower(node, order.size - 1);
      open.push(node);
      isOpen.add(node);
      way.push({ node, next: 0 });
    };
    enter(start);
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const { node } = at;
      const target = edges.get(node)?.[at.next];
      at.next += 1;
      if (target !== undefined) {
        if (!edges.has(target)) continue;
        if (!order.has(target)) enter(target);
        else if (isOpen.has(target)) lower(node, order.get(target) ?? 0);
        continue;
      }
      way.pop();
      if (lowest.get(node) === order.get(node)) close(node);
      const parent = way.at(-1);
      if (parent !== undefined && isOpen.has(node)) lower(parent.node, lowest.get(node) ?? 0);
    }
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return [...edges.keys()].filter((node) => onCircle.has(node));
};
