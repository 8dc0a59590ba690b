package magicbench.results.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.plan.Trial;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Records for the tests of this package. */
final class RecordFixtures {

  private RecordFixtures() {}

  static RunRecord small() {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("validationLoss", 4.25);
    metrics.put("trainingSeconds", 12.5);
    metrics.put("unigramEntropy", null);
    Table pairs =
        new Table(
            3,
            new TreeMap<>(
                Map.of(
                    "differences", List.of(1.0, 2.0, 7.0),
                    "gradientCosine", List.of(0.1 + 0.2, -0.0, 1e-7))),
            new TreeMap<>(Map.of("operator", List.of("mha", "ffn", "sep3 \"é\""))));
    return record(1, metrics, Map.of("pairs", pairs));
  }

  static RunRecord record(long seed, Map<String, Double> metrics, Map<String, Table> tables) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        trial(seed),
        "tiny",
        Outcome.COMPLETED,
        "",
        new TreeMap<>(metrics),
        new TreeMap<>(Map.of("trainingLoss", new Curve(List.of(0L, 10L), List.of(6.5, 4.0)))),
        new TreeMap<>(tables),
        provenance());
  }

  static Trial trial(long seed) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode().put("learningRate", 0.002);
    return Trial.of("interference-probe", "spos", seed, List.of(), settings);
  }

  static Provenance provenance() {
    return new Provenance(
        "2026-11-24T05:00:00Z",
        new Provenance.Code("0.1.0", null, null, "00"),
        List.of(new Provenance.DataFile("wordnet", "3.1", "ff", 1_000_000L, "WordNet")),
        new Provenance.Platform("17.0.1 Vendor", "Linux 6", "amd64", null, 2, 8_000_000_000L),
        new Provenance.EngineInfo("PyTorch", "0.36.0", "2.7.1", "cpu", null, 1),
        new Provenance.MeasuredCost(12.5, 12.0, 500_000_000L, null));
  }

  /** As large as a laptop's: every similarity with all its digits. */
  static RunRecord laptopSized(int rows) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
    Map<String, List<Double>> numbers = new TreeMap<>();
    for (String name : List.of("gradientCosine", "inputSimilarity", "outputSimilarity")) {
      numbers.put(name, Stream.generate(random::nextDouble).limit(rows).toList());
    }
    for (String name : List.of("base", "differences", "layer")) {
      numbers.put(name, Stream.generate(() -> (double) random.nextInt(12)).limit(rows).toList());
    }
    numbers.put("trainedShare", Stream.generate(() -> 0.1).limit(rows).toList());
    List<String> operators = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      operators.add(List.of("mha", "ffn", "sep3", "sep5", "sep7").get(random.nextInt(5)));
    }
    Table pairs =
        new Table(rows, new TreeMap<>(numbers), new TreeMap<>(Map.of("operator", operators)));
    return record(1, Map.of(), Map.of("pairs", pairs));
  }
}
