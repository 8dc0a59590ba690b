package magicbench.harness.space;

/**
 * One candidate operator: what it is called, how many parameters it has, what it costs.
 *
 * <p>Every operator but the identity is the branch of a residual layer with one LayerNorm, whose
 * gain and shift (2H) belong to the operator: the layer's output is {@code x +
 * branch(LayerNorm(x))}, or {@code LayerNorm(x + branch(x))} in BERT's form ({@link Form}). The
 * identity's output is {@code x}.
 *
 * <p>FLOPs are those of one forward pass over one sequence, two for each multiply-add of a matrix
 * product or a convolution. LayerNorm, softmax, GELU, biases and additions are not counted.
 */
public sealed interface OperatorSpec {

  /**
   * The operator's name within architectures.
   *
   * @return a short lower-case word, for instance {@code sep3}
   */
  String name();

  /**
   * The number of trainable parameters, biases and LayerNorm included.
   *
   * @param hidden the hidden size H
   * @return 0 or more
   */
  long parameters(int hidden);

  /**
   * The floating-point operations of one forward pass over one sequence.
   *
   * @param hidden the hidden size H
   * @param sequence the sequence's length S
   * @return 0 or more
   */
  long flops(int hidden, int sequence);

  /**
   * Multi-head self-attention with one fused projection to queries, keys and values.
   *
   * @param heads the number of heads; divides the hidden size
   */
  record Attention(int heads) implements OperatorSpec {

    /** Checks the number of heads. */
    public Attention {
      Ranges.check("heads", heads, 1, 1024);
    }

    @Override
    public String name() {
      return "mha";
    }

    @Override
    public long parameters(int hidden) {
      return layerNorm(hidden) + linear(hidden, 3L * hidden) + linear(hidden, hidden);
    }

    @Override
    public long flops(int hidden, int sequence) {
      long projections = product(sequence, hidden, 3L * hidden) + product(sequence, hidden, hidden);
      return projections + 2 * product(sequence, hidden, sequence);
    }
  }

  /**
   * Two position-wise linear maps with a GELU between them.
   *
   * @param inner the size between the two maps
   */
  record FeedForward(int inner) implements OperatorSpec {

    /** Checks the inner size. */
    public FeedForward {
      Ranges.check("inner", inner, 1, 1 << 20);
    }

    @Override
    public String name() {
      return "ffn";
    }

    @Override
    public long parameters(int hidden) {
      return layerNorm(hidden) + linear(hidden, inner) + linear(inner, hidden);
    }

    @Override
    public long flops(int hidden, int sequence) {
      return 2 * product(sequence, hidden, inner);
    }
  }

  /**
   * Separable convolution along the sequence.
   *
   * <p>Expansion 0 is NAS-BERT's form, K·H + H² weights: depthwise, GELU, pointwise H×H. Expansion
   * e ≥ 1: pointwise H→eH, depthwise, GELU, pointwise eH→H.
   *
   * @param kernel the odd kernel size K
   * @param expansion 0, or how many times wider the depthwise convolution is than the hidden size
   */
  record SeparableConvolution(int kernel, int expansion) implements OperatorSpec {

    /** Checks kernel and expansion. */
    public SeparableConvolution {
      Ranges.check("kernel", kernel, 1, 63);
      Ranges.check("expansion", expansion, 0, 16);
      if (kernel % 2 == 0) {
        throw new IllegalArgumentException("kernel " + kernel + " is even; it must be odd");
      }
    }

    /**
     * The number of channels that the depthwise convolution runs over.
     *
     * @param hidden the hidden size H
     * @return H for expansion 0, otherwise expansion times H
     */
    public int channels(int hidden) {
      return Math.max(1, expansion) * hidden;
    }

    @Override
    public String name() {
      return "sep" + kernel;
    }

    @Override
    public long parameters(int hidden) {
      long channels = channels(hidden);
      long widening = expansion == 0 ? 0 : linear(hidden, channels);
      return layerNorm(hidden) + widening + (kernel + 1) * channels + linear(channels, hidden);
    }

    @Override
    public long flops(int hidden, int sequence) {
      long channels = channels(hidden);
      long pointwise = product(sequence, hidden, channels) * (expansion == 0 ? 1 : 2);
      return pointwise + 2L * sequence * channels * kernel;
    }
  }

  /** Passes its input on: makes a path shallower. */
  record Identity() implements OperatorSpec {

    @Override
    public String name() {
      return "id";
    }

    @Override
    public long parameters(int hidden) {
      return 0;
    }

    @Override
    public long flops(int hidden, int sequence) {
      return 0;
    }
  }

  private static long layerNorm(long hidden) {
    return 2 * hidden;
  }

  private static long linear(long from, long to) {
    return from * to + to;
  }

  private static long product(long rows, long inner, long columns) {
    return 2 * rows * inner * columns;
  }
}
