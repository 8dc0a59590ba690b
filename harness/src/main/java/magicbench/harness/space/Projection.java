package magicbench.harness.space;

/**
 * The identity where the shape changes: a pointwise convolution with the layer's stride, followed
 * by a normalisation and no activation (He et al. 2016, "Deep Residual Learning", section 3.3,
 * option B of a shortcut). NAS-Bench-Macro's layers have it where they halve the image.
 *
 * @param input channels that enter
 * @param output channels that leave
 * @param stride 1 or 2
 */
public record Projection(int input, int output, int stride) implements ImageBlock {

  /** Its name within architectures. */
  public static final String NAME = "project";

  private static final int WIDEST = 1 << 14;

  /** Checks every measure. */
  public Projection {
    Ranges.check("input", input, 1, WIDEST);
    Ranges.check("output", output, 1, WIDEST);
    Ranges.check("stride", stride, 1, 2);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public long parameters() {
    return (long) input * output + 2L * output;
  }

  @Override
  public long flops(int side) {
    return 2L * leaving(side) * leaving(side) * input * output;
  }
}
