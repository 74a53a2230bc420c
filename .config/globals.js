// What the bundle has instead of some of Node's globals, which take long to come to life: build.js puts these in their places.
const { Segmenter } = Intl;

/** The first Intl.Segmenter takes 10 ms and 3 MB, and most screens have no text that needs one. */
export class LazySegmenter {
  constructor(...options) {
    this.options = options;
  }

  segment(text) {
    this.segmenter ??= new Segmenter(...this.options);
    return this.segmenter.segment(text);
  }
}

/** Node's own comes with all that can be measured: 1 ms and 2 MB. Ours has another origin, which nobody asks about. */
export const stopwatch = {
  now() {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6;
  },
};
