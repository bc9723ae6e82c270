import { expect } from 'chai';
import { createReport } from './report.js';

describe('bench report', () => {
  it('prints each measurement as a JSON line as it comes', () => {
    const lines: string[] = [];
    const report = createReport('storage', (line) => lines.push(line));
    report.add({ name: 'commit', value: 12.34567, unit: 'ms', goal: { atMost: 20 }, note: '10,000 rows' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).to.deep.equal([{ bench: 'storage', name: 'commit', value: 12.35, unit: 'ms', goal: { atMost: 20 }, note: '10,000 rows', isMet: true }]);
  });

  it('says which goals were met, at the limit too, and counts those that were not', () => {
    const report = createReport('x', () => undefined);
    report.add({ name: 'at the limit', value: 20, unit: 'ms', goal: { atMost: 20 } });
    report.add({ name: 'too slow', value: 20.01, unit: 'ms', goal: { atMost: 20 } });
    report.add({ name: 'too few', value: 399, unit: 'x', goal: { atLeast: 400 } });
    report.add({ name: 'never measured', value: Number.NaN, unit: 'ms', goal: { atMost: 20 } });
    report.add({ name: 'no goal', value: 1, unit: 'MB' });
    expect(report.missedGoals).to.equal(3);
    const rows = report.table().split('\n').slice(1);
    expect(rows.map((row) => /NOT MET|met/.exec(row)?.[0] ?? '')).to.deep.equal(['met', 'NOT MET', 'NOT MET', 'NOT MET', '']);
  });
});
