import type { Figures } from './measure.ts';

/** Of each figure, what it is today and what it may become. Whoever makes sysmon cheaper writes both down anew. */
type Limits = { readonly [F in keyof Figures]: readonly [today: number, limit: number] };

/** The live view of the recorded machines, 160×48, as means of 40 samples; `allocated` is in bytes, its median. */
export const MACHINE_LIMITS: Readonly<Record<string, Limits>> = {
  vm: {
    opens: [1, 3],
    reads: [40, 44],
    files: [1.7, 4],
    lists: [3.2, 5],
    facts: [2.6, 4],
    nodes: [3, 8],
    written: [3_480, 4_200],
    allocated: [1_540_000, 2_000_000],
  },
  server: {
    opens: [7, 9],
    reads: [85, 95],
    files: [33.3, 38],
    lists: [18.5, 22],
    facts: [18.9, 22],
    nodes: [3, 8],
    written: [1_420, 2_000],
    allocated: [4_940_000, 6_400_000],
  },
  laptop: {
    opens: [22, 25],
    reads: [62, 70],
    files: [28.7, 33],
    lists: [15.2, 18],
    facts: [8.3, 11],
    nodes: [7, 12],
    written: [1_610, 2_200],
    allocated: [4_160_000, 5_400_000],
  },
  container: {
    opens: [1, 3],
    reads: [34, 38],
    files: [1.5, 4],
    lists: [2.9, 5],
    facts: [2.1, 4],
    nodes: [3, 8],
    written: [2_970, 3_600],
    allocated: [1_650_000, 2_150_000],
  },
  half: {
    opens: [10, 12],
    reads: [12, 15],
    files: [11.7, 14],
    lists: [3.2, 5],
    facts: [2, 4],
    nodes: [3, 8],
    written: [2_880, 3_500],
    allocated: [1_440_000, 1_900_000],
  },
};

/** What one more of a thing adds to a sample: everything that is asked of the system, together, and bytes allocated. */
export const SLOPE_LIMITS = {
  cores: { asked: [0, 0.05], allocated: [15_100, 20_000] },
  disks: { asked: [0.5, 0.7], allocated: [14_400, 19_000] },
  interfaces: { asked: [2.4, 3], allocated: [21_200, 28_000] },
} as const;
