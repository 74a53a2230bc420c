/** Base units, the only ones inside sysmon. People's units are made at the edge, in units/format. */
export type Bytes = number;
/** Seconds; durations and points of the monotonic clock. */
export type Seconds = number;
/** Milliseconds since 1970-01-01T00:00Z; points of the wall clock. */
export type EpochMs = number;
/** A share: 0 is none, 1 is all. */
export type Ratio = number;
export type Hertz = number;
export type Celsius = number;
export type Watts = number;
