/**
 * The transport problem: supplies may go to demands along arcs, each arc has a cost per unit, and what is not sent or
 * not met costs nothing. An arc with a negative cost is a gain. Solved exactly by the network simplex method on a
 * strongly feasible spanning tree (Cunningham 1976; Ahuja, Magnanti, Orlin: Network Flows, 1993, ch. 11), which in
 * practice grows close to linearly with the number of arcs and does not care how large the amounts are.
 */
export type TransportProblem = {
  /** Whole amounts above 0. */
  readonly supplies: readonly number[];
  readonly demands: readonly number[];
  /** One entry per arc, side by side. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Whole numbers; `tie` decides only between solutions of equal cost. */
  readonly cost: readonly number[];
  readonly tie: readonly number[];
};

/** Amount per arc, of one solution with the least cost and, among these, the least tie. */
export const solveTransport = (problem: TransportProblem): Float64Array => {
  const supplyCount = problem.supplies.length;
  const nodeCount = supplyCount + problem.demands.length + 1;
  const arcCount = problem.from.length;
  const root = nodeCount - 1;
  // Arcs: those of the problem, then one to the root per supply, then one from the root per demand. The latter two
  // carry what stays unused and unmet; they are the first tree.
  const total = arcCount + nodeCount - 1;
  const tail = new Int32Array(total);
  const head = new Int32Array(total);
  const cost = new Float64Array(total);
  const tie = new Float64Array(total);
  const flow = new Float64Array(total);
  for (let arc = 0; arc < arcCount; arc += 1) {
    tail[arc] = at(problem.from, arc);
    head[arc] = supplyCount + at(problem.to, arc);
    cost[arc] = at(problem.cost, arc);
    tie[arc] = at(problem.tie, arc);
  }
  const parent = new Int32Array(nodeCount).fill(-1);
  const parentArc = new Int32Array(nodeCount).fill(-1);
  const depth = new Int32Array(nodeCount).fill(1);
  const firstChild = new Int32Array(nodeCount).fill(-1);
  const nextSibling = new Int32Array(nodeCount).fill(-1);
  const previousSibling = new Int32Array(nodeCount).fill(-1);
  const potential = new Float64Array(nodeCount);
  const tiePotential = new Float64Array(nodeCount);

  const attach = (node: number, to: number, arc: number): void => {
    parent[node] = to;
    parentArc[node] = arc;
    const next = at(firstChild, to);
    nextSibling[node] = next;
    previousSibling[node] = -1;
    if (next >= 0) previousSibling[next] = node;
    firstChild[to] = node;
  };
  const detach = (node: number): void => {
    const next = at(nextSibling, node);
    const previous = at(previousSibling, node);
    if (previous >= 0) nextSibling[previous] = next;
    else firstChild[at(parent, node)] = next;
    if (next >= 0) previousSibling[next] = previous;
  };

  depth[root] = 0;
  for (let node = 0; node < root; node += 1) {
    const arc = arcCount + node;
    const isSupply = node < supplyCount;
    tail[arc] = isSupply ? node : root;
    head[arc] = isSupply ? root : node;
    flow[arc] = isSupply ? at(problem.supplies, node) : at(problem.demands, node - supplyCount);
    attach(node, root, arc);
  }

  /** Whether flow along the tree arc of `node` runs towards the root. */
  const pointsUp = (node: number): boolean => at(tail, at(parentArc, node)) === node;

  const pivot = (entering: number): void => {
    const start = at(tail, entering);
    const end = at(head, entering);
    let apex = start;
    for (let other = end; apex !== other;) {
      if (at(depth, apex) >= at(depth, other)) apex = at(parent, apex);
      else other = at(parent, other);
    }
    // The flow runs round: down from the apex to the start, along the entering arc, up from the end to the apex.
    // What blocks last on that way leaves the tree: this keeps the tree strongly feasible, so that it never cycles.
    let amount = Number.POSITIVE_INFINITY;
    let leaving = -1;
    let cutsStart = true;
    for (let node = start; node !== apex; node = at(parent, node)) {
      const carried = at(flow, at(parentArc, node));
      if (pointsUp(node) && carried < amount) {
        amount = carried;
        leaving = node;
      }
    }
    for (let node = end; node !== apex; node = at(parent, node)) {
      const carried = at(flow, at(parentArc, node));
      if (!pointsUp(node) && carried <= amount) {
        amount = carried;
        leaving = node;
        cutsStart = false;
      }
    }
    if (amount > 0) {
      flow[entering] = at(flow, entering) + amount;
      for (let node = start; node !== apex; node = at(parent, node)) {
        const arc = at(parentArc, node);
        flow[arc] = at(flow, arc) + (pointsUp(node) ? -amount : amount);
      }
      for (let node = end; node !== apex; node = at(parent, node)) {
        const arc = at(parentArc, node);
        flow[arc] = at(flow, arc) + (pointsUp(node) ? amount : -amount);
      }
    }
    // Hang the cut-off part onto the entering arc: turn round the tree arcs between its new and its old top.
    const reducedCost = at(cost, entering) + at(potential, start) - at(potential, end);
    const reducedTie = at(tie, entering) + at(tiePotential, start) - at(tiePotential, end);
    let node = cutsStart ? start : end;
    let above = cutsStart ? end : start;
    let arc = entering;
    const top = node;
    for (;;) {
      const oldParent = at(parent, node);
      const oldArc = at(parentArc, node);
      detach(node);
      attach(node, above, arc);
      if (node === leaving) break;
      above = node;
      arc = oldArc;
      node = oldParent;
    }
    shiftSubtree(top, cutsStart ? -reducedCost : reducedCost, cutsStart ? -reducedTie : reducedTie);
  };

  const shiftSubtree = (top: number, by: number, tieBy: number): void => {
    let node = top;
    for (;;) {
      potential[node] = at(potential, node) + by;
      tiePotential[node] = at(tiePotential, node) + tieBy;
      depth[node] = at(depth, at(parent, node)) + 1;
      let next = at(firstChild, node);
      while (next < 0 && node !== top) {
        next = at(nextSibling, node);
        if (next < 0) node = at(parent, node);
      }
      if (next < 0) return;
      node = next;
    }
  };

  // Takes the best arc of a block, block after block, until one round finds none.
  const blockSize = Math.max(16, Math.ceil(Math.sqrt(total)));
  let position = 0;
  let checked = 0;
  let best = -1;
  let bestCost = 0;
  let bestTie = 0;
  let inBlock = 0;
  while (checked < total) {
    const arc = position;
    position = position + 1 === total ? 0 : position + 1;
    checked += 1;
    inBlock += 1;
    const start = at(tail, arc);
    const end = at(head, arc);
    const reduced = at(cost, arc) + at(potential, start) - at(potential, end);
    if (reduced <= bestCost) {
      const reducedTie = at(tie, arc) + at(tiePotential, start) - at(tiePotential, end);
      if (reduced < bestCost || reducedTie < bestTie) {
        best = arc;
        bestCost = reduced;
        bestTie = reducedTie;
      }
    }
    if (inBlock >= blockSize || checked === total) {
      if (best >= 0) {
        pivot(best);
        best = -1;
        bestCost = 0;
        bestTie = 0;
        checked = 0;
      }
      inBlock = 0;
    }
  }
  return flow.slice(0, arcCount);
};

/** An index that is known to be inside: typed arrays are dense here, and a check in each step would cost a third of the time. */
const at = (array: ArrayLike<number>, index: number): number => array[index] as number;
