import type { AuthorityView } from '#core/authority/authority-view.ts';
import type { GapBar } from '../../charts/gap-rows.ts';

/** One bar per school with a gap, the largest first; its key is the position of the school. */
export const schoolGapBars = ({ schools, byCategory }: AuthorityView): readonly GapBar[] =>
  schools
    .map(({ name }, at) => {
      const sums = { display: 0, accessory: 0, workplace: 0, network: 0, power: 0 };
      let total = 0;
      for (const { kind, cells } of byCategory) {
        const gap = cells[at]?.gap ?? 0;
        sums[kind] += gap;
        total += gap;
      }
      return { key: String(at), number: '', name, total, ...sums };
    })
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total);
