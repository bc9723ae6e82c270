/** A figure that must not be above `atMost` or below `atLeast`, in the measurement's unit. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** `name` tells measurements apart, `note` says what was measured on what. Units: ms, s, MB, x, %, rows ... */
export type Measurement = { readonly name: string; readonly value: number; readonly unit: string; readonly goal?: Goal; readonly note?: string };

/** Collects what a benchmark measures. */
export type Report = {
  /** Prints it as a JSON line at once and keeps it for the table. */
  add(measurement: Measurement): void;
  /** Every measurement so far, in a table; numbers aligned, goals met or not. */
  table(): string;
  readonly missedGoals: number;
};

/** `print` gets one line at a time. */
export function createReport(bench: string, print: (line: string) => void): Report {
  const measurements: Measurement[] = [];
  return {
    add(measurement) {
      measurements.push(measurement);
      const { goal } = measurement;
      print(JSON.stringify({ bench, ...measurement, value: tidy(measurement.value), ...(goal ? { isMet: isMet(measurement.value, goal) } : {}) }));
    },
    table: () => drawTable(measurements),
    get missedGoals() {
      return measurements.filter(({ value, goal }) => goal && !isMet(value, goal)).length;
    },
  };
}

/** Not a number meets no goal. */
function isMet(value: number, goal: Goal): boolean {
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** Four figures that mean something; whole numbers stay whole. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}

function drawTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, value, unit, goal, note = '' }) => [name, String(tidy(value)), unit, goal ? goalText(goal) : '', goal ? (isMet(value, goal) ? 'met' : 'NOT MET') : '', note]);
  const all = [['measurement', 'value', 'unit', 'goal', '', 'note'], ...rows];
  const widths = all.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(cell.length, most[at] ?? 0)), []);
  return all.map((row) => row.map((cell, at) => (at === 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ').trimEnd()).join('\n');
}

const goalText = (goal: Goal) => ('atMost' in goal ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`);
