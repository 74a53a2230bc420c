declare module 'asciichart' {
  export interface PlotConfig {
    readonly min?: number;
    readonly max?: number;
    readonly height?: number;
    /** Columns before the line begins. */
    readonly offset?: number;
    /** @param row counted from the top. */
    format?(value: number, row: number): string;
  }
  const asciichart: {
    /** Throws on an empty series and on values that are not numbers. */
    plot(series: number[], config?: PlotConfig): string;
  };
  export default asciichart;
}
