import type { Figures } from './measure.ts';

/** Of each figure, what it is today and what it may become. Whoever makes sysmon cheaper writes both down anew. */
type Limits = { readonly [F in keyof Figures]: readonly [today: number, limit: number] };

/** The live view of the recorded machines, 160×48, as means of 40 samples; `allocated` is in bytes, its median. */
export const MACHINE_LIMITS: Readonly<Record<string, Limits>> = {
  vm: {
    opens: [1, 3],
    reads: [21, 25],
    files: [1.7, 4],
    lists: [3.2, 5],
    facts: [2.6, 4],
    nodes: [3, 8],
    written: [3_290, 4_000],
    allocated: [830_000, 1_010_000],
  },
  server: {
    opens: [7, 9],
    reads: [51, 58],
    files: [31.8, 36],
    lists: [18.5, 22],
    facts: [18.4, 22],
    nodes: [3, 8],
    written: [1_320, 1_900],
    allocated: [2_490_000, 3_150_000],
  },
  laptop: {
    opens: [22, 25],
    reads: [35, 40],
    files: [26.8, 31],
    lists: [15.2, 18],
    facts: [7.7, 10],
    nodes: [7, 12],
    written: [1_360, 1_900],
    allocated: [1_620_000, 2_060_000],
  },
  container: {
    opens: [1, 3],
    reads: [17, 21],
    files: [1.5, 4],
    lists: [2.9, 5],
    facts: [2.1, 4],
    nodes: [3, 8],
    written: [3_190, 3_900],
    allocated: [945_000, 1_080_000],
  },
  half: {
    opens: [10, 12],
    reads: [6, 9],
    files: [11.7, 14],
    lists: [3.2, 5],
    facts: [2, 4],
    nodes: [3, 8],
    written: [2_320, 2_900],
    allocated: [700_000, 900_000],
  },
};

/** What one more of a thing adds to a sample: everything that is asked of the system, together, and bytes allocated. */
export const SLOPE_LIMITS = {
  cores: { asked: [0, 0.05], allocated: [8_000, 11_000] },
  disks: { asked: [0.5, 0.7], allocated: [13_300, 18_000] },
  interfaces: { asked: [2.4, 3], allocated: [16_800, 23_000] },
} as const;
