package magicbench.harness.space;

/**
 * An inverted residual block (Sandler et al. 2018, MobileNetV2, section 3.3): a pointwise
 * convolution that widens, a depthwise one, and a pointwise one that narrows, each followed by a
 * normalisation, the first two also by an activation. No biases. Expansion 1 has no widening
 * convolution. Where stride is 1 and both widths are equal, the input is added to the output.
 *
 * @param input channels that enter
 * @param output channels that leave
 * @param stride of the depthwise convolution, 1 or 2
 * @param kernel the odd size of the depthwise convolution
 * @param expansion how many times wider the depthwise convolution is than the input
 */
public record MobileBlock(int input, int output, int stride, int kernel, int expansion)
    implements ImageBlock {

  private static final int WIDEST = 1 << 14;
  private static final int LARGEST_KERNEL = 31;
  private static final int MOST_EXPANSION = 16;

  /** Checks every measure. */
  public MobileBlock {
    Ranges.check("input", input, 1, WIDEST);
    Ranges.check("output", output, 1, WIDEST);
    Ranges.check("stride", stride, 1, 2);
    Ranges.check("kernel", kernel, 1, LARGEST_KERNEL);
    Ranges.check("expansion", expansion, 1, MOST_EXPANSION);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel " + kernel + " is even; it must be odd");
    }
  }

  @Override
  public String name() {
    return "k" + kernel + "e" + expansion;
  }

  /**
   * The channels of the depthwise convolution.
   *
   * @return expansion times the input
   */
  public int inner() {
    return input * expansion;
  }

  /**
   * Whether the input is added to the output.
   *
   * @return whether both have the same shape
   */
  public boolean isResidual() {
    return stride == 1 && input == output;
  }

  @Override
  public long parameters() {
    long inner = inner();
    long widening = expansion == 1 ? 0 : input * inner + 2 * inner;
    return widening + inner * kernel * kernel + 2 * inner + inner * output + 2L * output;
  }

  @Override
  public long flops(int side) {
    long inner = inner();
    long entering = (long) side * side;
    long leaving = (long) leaving(side) * leaving(side);
    long widening = expansion == 1 ? 0 : entering * input * inner;
    return 2 * (widening + leaving * inner * kernel * kernel + leaving * inner * output);
  }
}
