package example.alternating;

import java.util.List;
import java.util.Objects;
import magicbench.harness.space.ChainSpace;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;

/**
 * Alternating, the worked example of a space: as in BERT, what mixes places and what changes each
 * place take turns; which of them, each layer may choose.
 *
 * <p>Its child models are some of a chain's, so a chain's super-net holds their weights. Source:
 * none, it was made up for this example.
 */
// tag::space
public final class AlternatingSpace implements SearchSpace {

  private static final List<String> MIXERS = List.of("mha", "sep3", "sep5");
  private static final List<String> MAPS = List.of("ffn", "id");

  private final ChainSpace chain;

  /** Makes a space of so many layers and so wide a network. */
  public AlternatingSpace(int layers, int hidden) {
    List<String> all = List.of("mha", "sep3", "sep5", "ffn", "id");
    this.chain = new SpaceSettings(layers, all, hidden, 2, 4 * hidden, 2).space();
  }

  /** The chain whose super-net holds these child models. */
  public ChainSpace chain() {
    return chain;
  }

  @Override
  public int layers() {
    return chain.layers();
  }

  @Override
  public List<String> candidates(int layer) {
    return Objects.checkIndex(layer, layers()) % 2 == 0 ? MIXERS : MAPS;
  }

  @Override
  public long parameters(int layer, String operator) {
    return chain.parameters(layer, operator);
  }
}
// end::space
