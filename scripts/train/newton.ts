/** How a log-likelihood rises at a point in each direction, and how much it bends against it. */
export interface Derivatives {
  readonly slope: Float64Array;
  readonly curvature: readonly Float64Array[];
}

const STEPS = 60;
const SMALL_STEP = 1e-6;
/** Far from the top a step of Newton's may overshoot. */
const LONGEST_STEP = 2;

/** Finds where a concave function of so many numbers is highest, by Newton's method from 0. */
export function maximise(size: number, derivativesAt: (point: Float64Array) => Derivatives): Float64Array {
  const point = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const { slope, curvature } = derivativesAt(point);
    const move = solve(curvature, slope);
    const length = Math.hypot(...move);
    const share = Math.min(1, LONGEST_STEP / length);
    for (let i = 0; i < size; i++) point[i] = (point[i] as number) + share * (move[i] as number);
    if (length < SMALL_STEP) break;
  }
  return point;
}

/** Derivatives of a pull towards 0, to add to. */
export function pullTowardsZero(point: Float64Array, strengths: ArrayLike<number>): Derivatives {
  const slope = Float64Array.from(point, (value, i) => -(strengths[i] as number) * value);
  const curvature = Array.from(point, (_, i) => {
    const row = new Float64Array(point.length);
    row[i] = strengths[i] as number;
    return row;
  });
  return { slope, curvature };
}

/** The vector that a matrix makes this one of, by Gaussian elimination with the largest pivot. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows.slice(column).reduce((best, row, i) => {
      const isLarger = Math.abs(row[column] as number) > Math.abs(rows[best]?.[column] ?? 0);
      return isLarger ? column + i : best;
    }, column);
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    for (const row of rows) {
      if (row === top) continue;
      const factor = (row[column] as number) / (top[column] as number);
      for (let i = column; i < row.length; i++) row[i] = (row[i] as number) - factor * (top[i] as number);
    }
  }
  return Float64Array.from(rows, (row, i) => (row.at(-1) as number) / (row[i] as number));
}
