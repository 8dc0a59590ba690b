package magicbench.harness.space;

/** What a layer of an image network computes where it isn't left out. */
public sealed interface ImageBlock permits MobileBlock, Projection {

  /**
   * The name within architectures.
   *
   * @return for instance {@code k5e3}
   */
  String name();

  /**
   * The step from pixel to pixel.
   *
   * @return 1 or 2
   */
  int stride();

  /**
   * The number of trainable parameters: kernels, and gain and shift of each normalisation.
   *
   * @return at least 1
   */
  long parameters();

  /**
   * The floating-point operations of one image's forward pass: two for each multiply-add of a
   * convolution; normalisations and activations are not counted.
   *
   * @param side the pixels of a side of what enters
   * @return at least 1
   */
  long flops(int side);

  /**
   * The pixels of a side of what leaves.
   *
   * @param side those of what enters
   * @return the same, or half of it, rounded up
   */
  default int leaving(int side) {
    return (side + stride() - 1) / stride();
  }
}
