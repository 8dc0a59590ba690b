package magicbench.baselines.twins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.space.Layout;
import magicbench.harness.twin.TwinMaker;

/**
 * BERT's layout, self-attention and a position-wise network by turns (Devlin et al. 2019, after
 * Vaswani et al. 2017), as large as another network: the number of such pairs and the inner size of
 * the position-wise networks are what is chosen.
 *
 * <p>For each number of pairs the inner size is the one that comes nearest in parameters. Among
 * those that come within {@value #PARAMETER_TOLERANCE} of the other's parameters the nearest in
 * forward FLOPs is taken; where none comes so near, the nearest in parameters.
 */
public final class BertTwin implements TwinMaker {

  /** Which share of the other network's parameters a twin may have more or fewer. */
  static final double PARAMETER_TOLERANCE = 0.02;

  private static final int MOST_PAIRS = 48;

  /** A maker. */
  public BertTwin() {}

  @Override
  public String name() {
    return "bert";
  }

  @Override
  public Layout like(Layout found, Text text) {
    Target target = new Target(found, text);
    List<Layout> nearest =
        IntStream.rangeClosed(1, MOST_PAIRS)
            .mapToObj(pairs -> nearestInParameters(target, pairs))
            .toList();
    return nearest.stream()
        .filter(twin -> target.parametersApart(twin) <= PARAMETER_TOLERANCE)
        .min(Comparator.comparingDouble(target::flopsApart))
        .orElseGet(
            () ->
                nearest.stream()
                    .min(Comparator.comparingDouble(target::parametersApart))
                    .orElseThrow());
  }

  /** Parameters rise by the same number with every unit of the inner size. */
  private static Layout nearestInParameters(Target target, int pairs) {
    long one = target.parameters(layout(target.found(), pairs, 1));
    long step = target.parameters(layout(target.found(), pairs, 2)) - one;
    long inner = 1 + Math.round((double) (target.parameters(target.found()) - one) / step);
    return layout(target.found(), pairs, (int) Math.max(1, inner));
  }

  private static Layout layout(Layout found, int pairs, int inner) {
    List<String> operators = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      operators.add("mha");
      operators.add("ffn");
    }
    return new Layout(
        found.space().with(operators.size(), List.of("mha", "ffn"), inner),
        String.join(".", operators));
  }

  /**
   * What is to be matched.
   *
   * @param found the other network
   * @param text the embeddings of both
   */
  private record Target(Layout found, Text text) {

    long parameters(Layout layout) {
      return layout.size(text.vocabulary(), text.sequence()).parameters(layout.child());
    }

    private long flops(Layout layout) {
      return layout.size(text.vocabulary(), text.sequence()).forwardFlops(layout.child());
    }

    double parametersApart(Layout twin) {
      return Math.abs((double) parameters(twin) / parameters(found) - 1);
    }

    double flopsApart(Layout twin) {
      return Math.abs((double) flops(twin) / flops(found) - 1);
    }
  }
}
