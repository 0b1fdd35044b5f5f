/** Least squares by Householder reflections, with classic and heteroskedasticity-robust standard errors and Student intervals. */
import { tQuantile } from "#methods/statistics/distributions.ts";
import { sumOf } from "#methods/statistics/mean.ts";

/** How standard errors are computed: under equal spread, or White’s with the small-sample factor n / (n − k) (MacKinnon and White 1985). */
export type ErrorKind = "classic" | "HC1";

/** One coefficient with its interval. `se` and the interval are in units of the outcome per unit of the column. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/** A fitted model. */
export interface Fit {
  readonly coefficients: readonly Coefficient[];
  readonly residuals: readonly number[];
  /** Residual degrees of freedom, n − k. */
  readonly df: number;
  readonly n: number;
  /** Ratio of the largest to the smallest diagonal of R after columns are scaled to length one: a lower bound of the condition number. */
  readonly condition: number;
}

/** Thrown when the columns are so nearly dependent that their coefficients mean nothing. */
export class Collinear extends RangeError {
  constructor() {
    super("the columns are collinear");
    this.name = "Collinear";
  }
}

/** Above this ratio about half of the digits of a double are lost. */
const WORST_CONDITION = 1e7;

type Matrix = number[][];

const norm = (values: readonly number[]): number => Math.hypot(...values);

/** Columns scaled to length one, so that units do not look like collinearity. Throws Collinear for a column of zeros. */
function scaled(columns: readonly (readonly number[])[]): { readonly columns: Matrix; readonly lengths: number[] } {
  const lengths = columns.map(norm);
  if (lengths.some((length) => !(length > 0))) throw new Collinear();
  return { columns: columns.map((column, j) => column.map((value) => value / (lengths[j] as number))), lengths };
}

const dot = (a: readonly number[], b: readonly number[]): number => sumOf(a.map((value, i) => value * (b[i] as number)));

/** Takes the reflection that empties column `j` below its diagonal and applies it to the columns behind it and to `y`. */
function reflect(columns: Matrix, y: number[], j: number): void {
  const pivot = columns[j] as number[];
  const below = pivot.slice(j);
  const length = norm(below);
  const alpha = (below[0] as number) > 0 ? -length : length;
  const v = below.slice();
  v[0] = (v[0] as number) - alpha;
  const size = dot(v, v);
  if (size === 0) return;
  for (const target of [...columns.slice(j), y]) {
    const factor = (2 * dot(v, target.slice(j))) / size;
    for (const [i, value] of v.entries()) target[j + i] = (target[j + i] as number) - factor * value;
  }
}

/** R⁻¹ of the upper triangle held in the first k rows of the reflected columns. */
function inverseOf(columns: Matrix): Matrix {
  const k = columns.length;
  const inverse: Matrix = Array.from({ length: k }, () => Array.from({ length: k }, () => 0));
  for (let c = 0; c < k; c++)
    for (let r = c; r >= 0; r--) {
      let value = r === c ? 1 : 0;
      for (let m = r + 1; m <= c; m++) value -= (columns[m]?.[r] as number) * (inverse[m]?.[c] as number);
      (inverse[r] as number[])[c] = value / (columns[r]?.[r] as number);
    }
  return inverse;
}

function variances(inverse: Matrix, x: Matrix, residuals: readonly number[], errors: ErrorKind): number[] {
  const k = inverse.length;
  const n = residuals.length;
  const spread = (row: readonly number[]): number => dot(row, row);
  if (errors === "classic") {
    const sigma = spread(residuals) / (n - k);
    return inverse.map((row) => sigma * spread(row));
  }
  // Var b = R⁻¹ (Σ eᵢ² qᵢ qᵢᵀ) R⁻ᵀ with qᵢ = R⁻ᵀ xᵢ: the influence of row i on b is R⁻¹ qᵢ eᵢ.
  const transposed = inverse.map((_, j) => inverse.map((row) => row[j] as number));
  return inverse.map((row) => {
    const influence = residuals.map((residual, i) => {
      const xi = x.map((column) => column[i] as number);
      return (
        residual *
        dot(
          row,
          transposed.map((line) => dot(line, xi)),
        )
      );
    });
    return (spread(influence) * n) / (n - k);
  });
}

/**
 * Fits y = Σ bⱼ·xⱼ; a constant is a column of ones. Columns are scaled, then reduced by Householder reflections (Golub 1965), never by
 * normal equations. Throws RangeError without residual degrees of freedom or with a value that is not finite, Collinear when a column follows from the others.
 */
export function leastSquares(
  y: readonly number[],
  columns: Readonly<Record<string, readonly number[]>>,
  how: { readonly errors?: ErrorKind; readonly confidence?: number } = {},
): Fit {
  const names = Object.keys(columns);
  const given = Object.values(columns);
  const n = y.length;
  const df = n - names.length;
  if (df < 1) throw new RangeError("no degrees of freedom are left");
  if (given.some((column) => column.length !== n)) throw new RangeError("a column is not as long as the outcome");
  if (![...given, y].flat().every(Number.isFinite)) throw new RangeError("a value is not a finite number");
  const { columns: x, lengths } = scaled(given);
  const r = x.map((column) => column.slice());
  const rotated = y.slice();
  for (let j = 0; j < names.length; j++) reflect(r, rotated, j);
  const diagonal = r.map((column, j) => Math.abs(column[j] as number));
  const condition = Math.max(...diagonal) / Math.min(...diagonal);
  if (!(condition < WORST_CONDITION)) throw new Collinear();
  const inverse = inverseOf(r);
  const b = inverse.map((row) => dot(row, rotated.slice(0, names.length)));
  const residuals = y.map((value, i) => value - sumOf(x.map((column, j) => (column[i] as number) * (b[j] as number))));
  const t = tQuantile(0.5 + (how.confidence ?? 0.95) / 2, df);
  const spread = variances(inverse, x, residuals, how.errors ?? "HC1");
  const coefficients = names.map((name, j) => {
    const estimate = (b[j] as number) / (lengths[j] as number);
    const se = Math.sqrt(spread[j] as number) / (lengths[j] as number);
    return { name, estimate, se, low: estimate - t * se, high: estimate + t * se };
  });
  return { coefficients, residuals, df, n, condition };
}
