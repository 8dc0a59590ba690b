package magicbench.results.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.file.JsonForm;

/**
 * NAS-Bench-Macro (Su et al., CVPR 2021, arXiv 2103.11922): the README of {@code
 * github.com/xiusu/NAS-Bench-Macro} describes the file.
 *
 * <p>An architecture keeps its key as its name, one digit a layer. Its trainings are the seeds 1,
 * 2, ... in the order of {@code test_acc}.
 */
final class NasBenchMacro {

  private static final JsonForm FORM = JsonForm.of("nas-bench-macro");
  private static final String EACH = "test_acc";
  private static final String MEAN = "mean_acc";
  private static final List<String> FIGURES = List.of(EACH, MEAN);

  private NasBenchMacro() {}

  static List<ScoreTable.Row> rows(
      String where, JsonNode tree, Optional<String> column, String remedy) {
    String figure = PublicTable.figure(where, column, FIGURES);
    List<ScoreTable.Row> rows = new ArrayList<>();
    for (MacroTruth.Entry entry : entries(where, tree, remedy)) {
      List<Double> scores = figure.equals(EACH) ? entry.accuracies() : List.of(entry.mean());
      for (int seed = 1; seed <= scores.size(); seed++) {
        rows.add(new ScoreTable.Row("", seed, entry.key(), scores.get(seed - 1)));
      }
    }
    return rows;
  }

  static List<MacroTruth.Entry> entries(String where, JsonNode tree, String remedy) {
    FORM.check(where, tree, remedy);
    int trainings = tree.elements().next().get(EACH).size();
    List<MacroTruth.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      requireAll(where, entry, trainings);
      entries.add(entry(entry.getKey(), entry.getValue()));
    }
    return entries;
  }

  private static MacroTruth.Entry entry(String key, JsonNode node) {
    List<Double> accuracies = new ArrayList<>();
    node.get(EACH).forEach(accuracy -> accuracies.add(accuracy.doubleValue()));
    return new MacroTruth.Entry(
        key,
        accuracies,
        node.get(MEAN).doubleValue(),
        node.get("params").longValue(),
        node.get("flops").longValue());
  }

  private static void requireAll(String where, Map.Entry<String, JsonNode> entry, int trainings) {
    int found = entry.getValue().get(EACH).size();
    if (found != trainings) {
      throw new InputException(
          where + " /" + entry.getKey() + "/" + EACH,
          "has %d trainings where the first has %d".formatted(found, trainings),
          "keep the architectures that were trained equally often");
    }
  }
}
