package magicbench.harness.space;

import java.util.List;

/**
 * What a masked language model over a chain space holds and costs, child model by child model.
 *
 * <p>Shared by all child models: the token table V·H, the position table S·H, the final LayerNorm
 * 2H and the output bias V; in BERT's form also the embedding's LayerNorm and the head's linear map
 * ({@link Form}). The head's matrix is the token table and is counted once. Embedding costs no
 * FLOPs (a look-up); the head costs one H×V product at each masked place, in BERT's form also its
 * linear map.
 *
 * @param space the chain space
 * @param vocabulary the number of tokens V, at least 2
 * @param sequence the sequence length S, at least 1
 */
public record NetworkSize(ChainSpace space, int vocabulary, int sequence) implements SizedSpace {

  /** How many forward passes a training step costs: one forward, two backward. */
  private static final int FORWARD_PASSES_A_STEP = 3;

  private static final int MASKED_PERCENT = 15;

  /** Checks the sizes. */
  public NetworkSize {
    Ranges.check("vocabulary", vocabulary, 2, 1 << 24);
    Ranges.check("sequence", sequence, 1, 1 << 16);
  }

  /**
   * The parameters that every child model uses.
   *
   * @return embeddings, final LayerNorm and output bias
   */
  public long sharedParameters() {
    long hidden = space.hidden();
    return (vocabulary + sequence) * hidden
        + 2 * hidden
        + vocabulary
        + space.form().sharedParameters(hidden);
  }

  @Override
  public long parameters(Architecture architecture) {
    return sharedParameters()
        + path(architecture).stream().mapToLong(o -> o.parameters(space.hidden())).sum();
  }

  @Override
  public long superNetParameters() {
    long layer = space.operators().stream().mapToLong(o -> o.parameters(space.hidden())).sum();
    return sharedParameters() + space.layers() * layer;
  }

  /**
   * The FLOPs of a forward pass of one child model over a batch.
   *
   * @param architecture a child model of the space
   * @param batch the number of sequences
   * @param masked the number of masked places in the whole batch
   * @return two for each multiply-add of a matrix product or a convolution
   */
  public long forwardFlops(Architecture architecture, int batch, int masked) {
    long path = path(architecture).stream().mapToLong(o -> o.flops(space.hidden(), sequence)).sum();
    long hidden = space.hidden();
    return batch * path + masked * (2 * hidden * vocabulary + space.form().flopsAMask(hidden));
  }

  /**
   * The FLOPs of a forward pass of one child model over one sequence, of which 15 % of the places
   * are masked, rounded down, at least one: what two networks are compared by.
   *
   * @param architecture a child model of the space
   * @return as {@link #forwardFlops(Architecture, int, int)}
   */
  @Override
  public long forwardFlops(Architecture architecture) {
    return forwardFlops(architecture, 1, Math.max(1, sequence * MASKED_PERCENT / 100));
  }

  /**
   * The FLOPs of one training step of one child model: a backward pass costs two forward ones. The
   * optimiser's are not counted.
   *
   * @param architecture a child model of the space
   * @param batch the number of sequences
   * @param masked the number of masked places in the whole batch
   * @return three times the forward FLOPs
   */
  public long trainingFlops(Architecture architecture, int batch, int masked) {
    return FORWARD_PASSES_A_STEP * forwardFlops(architecture, batch, masked);
  }

  private List<OperatorSpec> path(Architecture architecture) {
    space.check(architecture);
    return architecture.operators().stream().map(space::operator).toList();
  }
}
