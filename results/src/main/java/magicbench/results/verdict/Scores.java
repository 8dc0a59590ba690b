package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;

/**
 * What trials of one method say of child models: a number for each seed, each evaluation along
 * training and each child model. It matters not whether one trial scored them all (a super-net) or
 * one trial each (stand-alone training).
 */
final class Scores {

  static final String ARCHITECTURE = "architecture";

  private final List<Long> seeds;
  private final List<Double> shares;
  private final List<String> architectures;
  private final double[][][] values;

  private Scores(
      List<Long> seeds, List<Double> shares, List<String> architectures, double[][][] values) {
    this.seeds = seeds;
    this.shares = shares;
    this.architectures = architectures;
    this.values = values;
  }

  /**
   * Reads the scores of one method.
   *
   * @param reader who reads them, for messages
   * @param records of one method, at least one
   * @param tableName the table that holds them
   * @param column the numeric column that holds them
   * @throws InputException when a record lacks them, or a seed lacks a child model or an evaluation
   *     that another one has
   */
  static Scores of(String reader, List<RunRecord> records, String tableName, String column) {
    SortedMap<Long, SortedMap<Double, SortedMap<String, Double>>> bySeed = new TreeMap<>();
    for (RunRecord record : records) {
      Rows rows = Rows.of(reader, tableName, List.of(record));
      double[] shares = rows.numbers(Rows.TRAINED_SHARE);
      double[] numbers = rows.numbers(column);
      List<String> names = rows.texts(ARCHITECTURE);
      for (int row = 0; row < rows.size(); row++) {
        bySeed
            .computeIfAbsent(record.trial().seed(), seed -> new TreeMap<>())
            .computeIfAbsent(shares[row], share -> new TreeMap<>())
            .put(names.get(row), numbers[row]);
      }
    }
    return squared(reader, tableName, bySeed);
  }

  private static Scores squared(
      String reader,
      String tableName,
      SortedMap<Long, SortedMap<Double, SortedMap<String, Double>>> bySeed) {
    TreeSet<Double> shares = new TreeSet<>();
    TreeSet<String> names = new TreeSet<>();
    bySeed.values().forEach(seed -> shares.addAll(seed.keySet()));
    bySeed.values().forEach(seed -> seed.values().forEach(found -> names.addAll(found.keySet())));
    double[][][] values = new double[bySeed.size()][shares.size()][];
    int seedIndex = 0;
    for (long seed : bySeed.keySet()) {
      int shareIndex = 0;
      for (double share : shares) {
        SortedMap<String, Double> found = bySeed.get(seed).getOrDefault(share, new TreeMap<>());
        requireAll(reader, where(tableName, seed, share), names, found);
        values[seedIndex][shareIndex++] =
            found.values().stream().mapToDouble(Double::doubleValue).toArray();
      }
      seedIndex++;
    }
    return new Scores(
        List.copyOf(bySeed.keySet()), List.copyOf(shares), List.copyOf(names), values);
  }

  private static String where(String tableName, long seed, double share) {
    return "table %s of seed %d at %s %s"
        .formatted(tableName, seed, Rows.TRAINED_SHARE, Numbers.plain(share));
  }

  private static void requireAll(
      String reader, String where, SortedSet<String> names, SortedMap<String, Double> found) {
    if (found.size() < names.size()) {
      TreeSet<String> missing = new TreeSet<>(names);
      missing.removeAll(found.keySet());
      throw new InputException(
          reader,
          where + " has no score of " + missing.first(),
          "score the same child models at the same shares in every seed");
    }
  }

  List<Long> seeds() {
    return seeds;
  }

  List<Double> shares() {
    return shares;
  }

  List<String> architectures() {
    return architectures;
  }

  /** The scores of one seed at one evaluation, in the order of the child models. */
  double[] at(int seed, int share) {
    return values[seed][share].clone();
  }

  /** The mean over seeds at one evaluation, in the order of the child models. */
  double[] meanAt(int share) {
    double[] mean = new double[architectures.size()];
    Arrays.setAll(
        mean,
        child ->
            IntStream.range(0, seeds.size())
                .mapToDouble(seed -> values[seed][share][child])
                .average()
                .orElseThrow());
    return mean;
  }

  /**
   * The evaluation after a share of training.
   *
   * @throws InputException when there is none
   */
  int shareIndex(String reader, double trainedShare) {
    for (int index = 0; index < shares.size(); index++) {
      if (Metric.isSameShare(shares.get(index), trainedShare)) {
        return index;
      }
    }
    throw new InputException(
        reader,
        "nothing was scored at " + Rows.TRAINED_SHARE + " " + Numbers.plain(trainedShare),
        "score there too; scored was at " + shares);
  }

  /**
   * The same for some of the child models.
   *
   * @param chosen in their own order
   * @throws InputException when one has no score
   */
  Scores of(String reader, List<String> chosen) {
    int[] places = new int[chosen.size()];
    for (int child = 0; child < places.length; child++) {
      places[child] = architectures.indexOf(chosen.get(child));
      if (places[child] < 0) {
        throw new InputException(
            reader,
            "child model " + chosen.get(child) + " has no score",
            "score the same child models under every method and in the truth");
      }
    }
    double[][][] picked = new double[seeds.size()][shares.size()][];
    for (int seed = 0; seed < seeds.size(); seed++) {
      for (int share = 0; share < shares.size(); share++) {
        picked[seed][share] = pick(values[seed][share], places);
      }
    }
    return new Scores(seeds, shares, List.copyOf(chosen), picked);
  }

  static double[] pick(double[] values, int[] places) {
    return IntStream.of(places).mapToDouble(place -> values[place]).toArray();
  }
}
