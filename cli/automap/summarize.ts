import type { Proposal } from './proposal.js';

type Row = { readonly label: string; readonly count: number };

/** A table of how many tenants came out how, and why some need a person. */
export function summarize(proposals: readonly Proposal[]): string {
  const count = (isOne: (proposal: Proposal) => boolean) => proposals.filter(isOne).length;
  const bands = ['certain', 'high', 'low'].map((band): Row => ({ label: `  ${band}`, count: count((one) => one.outcome === 'matched' && one.band === band) }));
  const outcomes: Row[] = [
    { label: 'matched', count: count(({ outcome }) => outcome === 'matched') },
    ...bands.filter((row) => row.count > 0),
    { label: 'needs review', count: count(({ outcome }) => outcome === 'needs-review') },
    { label: 'unmatched', count: count(({ outcome }) => outcome === 'unmatched') },
    { label: 'already mapped', count: count(({ outcome }) => outcome === 'already-mapped') },
    { label: 'all', count: proposals.length },
  ];
  const doubts = new Map<string, number>();
  for (const doubt of proposals.flatMap((one) => one.doubts)) doubts.set(doubt, (doubts.get(doubt) ?? 0) + 1);
  const reasons = [...doubts].map(([label, times]): Row => ({ label, count: times })).sort((left, right) => right.count - left.count);
  const parts = [draw('Outcome', outcomes, proposals.length), ...(reasons.length > 0 ? [draw('Why review', reasons, proposals.length)] : [])];
  return parts.join('\n\n');
}

function draw(title: string, rows: readonly Row[], total: number): string {
  const width = Math.max(title.length, ...rows.map(({ label }) => label.length));
  const line = (label: string, ...cells: readonly string[]) => `${label.padEnd(width)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  return [line(title, 'tenants', 'share'), ...rows.map(({ label, count }) => line(label, count.toLocaleString('en'), total > 0 ? `${((100 * count) / total).toFixed(1)} %` : '-'))].join('\n');
}
