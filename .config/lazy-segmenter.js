// Stands in for Intl.Segmenter in the bundle: the first one takes 10 ms and 3 MB, and most screens have no text that needs one.
const { Segmenter } = Intl;

export class LazySegmenter {
  constructor(...options) {
    this.options = options;
  }

  segment(text) {
    this.segmenter ??= new Segmenter(...this.options);
    return this.segmenter.segment(text);
  }
}
