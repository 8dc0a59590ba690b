package magicbench.harness.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.harness.search.LatencyTable;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.OperatorSpec;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.TokenArrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Times the parts of a network's forward pass as this harness makes it, on one thread where it runs
 * on a processor: in rounds, each part once a round, so that what slows the machine for a while
 * slows all of them; the median of the rounds counts.
 *
 * <p>An operator is timed in all layers in a row, each with weights of its own, and one number is
 * read at the end of whatever is timed, since a GPU only queues what it is told.
 */
final class LatencyMeter {

  private static final int WARMING_ROUNDS = 3;
  private static final double MEDIAN = 50;
  private static final double NANOS_A_MILLI = 1e6;
  private static final int MASKED_PERCENT = 15;
  private static final String SHARED = "";
  private static final String WHOLE = " ";

  private final ChainSuperNet net;
  private final int batch;
  private final Runnable alive;

  /**
   * A meter.
   *
   * @param net whose operators are timed; its weights have no say
   * @param batch sequences of a forward pass
   * @param alive is called every now and then
   */
  LatencyMeter(ChainSuperNet net, int batch, Runnable alive) {
    this.net = net;
    this.batch = batch;
    this.alive = alive;
  }

  /**
   * What was timed.
   *
   * @param table the parts
   * @param wholeMillis a whole child model in the same rounds, to see how far the sum of its parts
   *     is from it
   */
  record Timed(LatencyTable table, double wholeMillis) {}

  /**
   * Times every operator, what all child models share, and one whole child model.
   *
   * @param rounds how often each
   * @param child the child model
   */
  Timed timed(int rounds, Architecture child) {
    SortedMap<String, List<Double>> times = new TreeMap<>();
    for (int round = -WARMING_ROUNDS; round < rounds; round++) {
      boolean counts = round >= 0;
      note(times, SHARED, passMillis(List.of()), counts);
      note(times, WHOLE, passMillis(child.operators()), counts);
      for (OperatorSpec operator : net.size().space().operators()) {
        note(times, operator.name(), layerMillis(operator.name()), counts);
      }
      alive.run();
    }
    double shared = median(times.remove(SHARED));
    double whole = median(times.remove(WHOLE));
    SortedMap<String, Double> operators = new TreeMap<>();
    times.forEach((name, all) -> operators.put(name, median(all)));
    return new Timed(new LatencyTable(shared, operators), whole);
  }

  private static void note(
      SortedMap<String, List<Double>> times, String part, double millis, boolean counts) {
    if (counts) {
      times.computeIfAbsent(part, name -> new ArrayList<>()).add(millis);
    }
  }

  private static double median(List<Double> times) {
    double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
    return StatUtils.percentile(all, MEDIAN);
  }

  /** Embedding, the layers of some operators, output. */
  private double passMillis(List<String> operators) {
    try (NDManager scope = net.newScope()) {
      TokenArrays arrays = arrays(scope);
      long start = System.nanoTime();
      NDArray stream = net.embed(arrays);
      for (int layer = 0; layer < operators.size(); layer++) {
        stream = net.layer(layer, operators.get(layer), stream);
      }
      read(net.score(stream, arrays.positions()));
      return (System.nanoTime() - start) / NANOS_A_MILLI;
    }
  }

  private double layerMillis(String operator) {
    int layers = net.size().space().layers();
    try (NDManager scope = net.newScope()) {
      NDArray stream = net.embed(arrays(scope));
      read(stream);
      long start = System.nanoTime();
      for (int layer = 0; layer < layers; layer++) {
        stream = net.layer(layer, operator, stream);
      }
      read(stream);
      return (System.nanoTime() - start) / NANOS_A_MILLI / layers;
    }
  }

  /** Waits for the device. */
  private static void read(NDArray array) {
    array.flatten().getFloat(0);
  }

  private TokenArrays arrays(NDManager scope) {
    int sequence = net.size().sequence();
    int[] ids =
        IntStream.range(0, batch * sequence).map(i -> i % net.size().vocabulary()).toArray();
    int masked = Math.max(1, ids.length * MASKED_PERCENT / 100);
    int[] positions = IntStream.range(0, masked).map(i -> i * ids.length / masked).toArray();
    int[] targets = IntStream.of(positions).map(place -> ids[place]).toArray();
    return TokenArrays.of(scope, ids, sequence, positions, targets);
  }
}
