package magicbench.harness.ranking;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.Batch;

/**
 * Scores many child models on the same batches. Child models that begin alike share the layers that
 * they begin with, so that each distinct beginning is computed once a batch.
 *
 * @param net the super-net, with inherited weights
 * @param alive is told of every batch
 */
public record PathScorer(SuperNet net, Runnable alive) {

  /**
   * A scorer that tells nobody how far it is.
   *
   * @param net the super-net, with inherited weights
   */
  public PathScorer(SuperNet net) {
    this(net, () -> {});
  }

  /**
   * The masked-LM losses.
   *
   * @param paths child models, each at most once
   * @param batches held-out batches, at least one; each counts by its masked places
   * @return nats for one masked token, in the order of the paths
   */
  public double[] losses(List<Architecture> paths, List<? extends Batch> batches) {
    paths.forEach(net.size().space()::check);
    Branching root = new Branching();
    for (int index = 0; index < paths.size(); index++) {
      root.add(paths.get(index), 0, index);
    }
    double[] sums = new double[paths.size()];
    long places = 0;
    for (Batch batch : batches) {
      places += batch.told();
      add(root, batch, sums);
      alive.run();
    }
    for (int index = 0; index < sums.length; index++) {
      sums[index] /= places;
    }
    return sums;
  }

  private void add(Branching root, Batch batch, double[] sums) {
    try (NDManager scope = net.newScope()) {
      Walk walk = new Walk(batch.arrays(scope), batch.told(), sums);
      walk.from(root, 0, net.embed(walk.batch));
    }
  }

  /** The child models that share a beginning, by what follows it. */
  private static final class Branching {
    private final Map<String, Branching> following = new LinkedHashMap<>();
    private final List<Integer> ending = new ArrayList<>();

    void add(Architecture path, int layer, int index) {
      if (layer == path.operators().size()) {
        ending.add(index);
      } else {
        following
            .computeIfAbsent(path.operators().get(layer), name -> new Branching())
            .add(path, layer + 1, index);
      }
    }
  }

  /** One batch's way through all beginnings, depth first: as many streams live as layers. */
  private final class Walk {
    private final BatchArrays batch;
    private final int places;
    private final double[] sums;

    Walk(BatchArrays batch, int places, double[] sums) {
      this.batch = batch;
      this.places = places;
      this.sums = sums;
    }

    void from(Branching branching, int layer, NDArray stream) {
      for (int index : branching.ending) {
        inScope(stream, end -> sums[index] += places * (double) net.loss(end, batch).getFloat());
      }
      branching.following.forEach(
          (operator, next) ->
              inScope(
                  stream,
                  input -> from(next, layer + 1, net.layer(layer, operator, input, batch))));
    }

    /** Everything made from the stream inside dies at the end; the stream itself stays. */
    private void inScope(NDArray stream, Consumer<NDArray> work) {
      try (NDManager inner = stream.getManager().newSubManager()) {
        NDArray view = stream.expandDims(0).squeeze(0);
        view.attach(inner);
        work.accept(view);
      }
    }
  }
}
