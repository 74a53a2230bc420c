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
