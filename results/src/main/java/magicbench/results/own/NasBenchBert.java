package magicbench.results.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import magicbench.results.file.InputException;
import magicbench.results.file.JsonForm;

/**
 * NAS-Bench-BERT (Serianni and Kalita, ACL 2023, arXiv 2306.00288): encoders of the FlexiBERT
 * search space with their GLUE scores, {@code data/BERT_benchmark.json} of {@code
 * github.com/aaronserianni/training-free-nas}.
 *
 * <p>An architecture's name is its {@code id}; each was trained once, so there is no noise ceiling.
 */
final class NasBenchBert {

  private static final JsonForm FORM = JsonForm.of("nas-bench-bert");
  private static final List<String> FIGURES =
      List.of("glue", "cola", "mnli", "mrpc", "qnli", "qqp", "rte", "sst", "sts");

  private NasBenchBert() {}

  static List<ScoreTable.Row> rows(
      String where, JsonNode tree, Optional<String> column, String remedy) {
    String figure = PublicTable.figure(where, column, FIGURES);
    FORM.check(where, tree, remedy);
    Set<String> seen = new HashSet<>();
    List<ScoreTable.Row> rows = new ArrayList<>();
    for (JsonNode entry : tree) {
      String name = entry.get("id").asText();
      if (!seen.add(name)) {
        throw new InputException(
            where + " /" + rows.size() + "/id", "is " + name + " again", "keep one of the two");
      }
      rows.add(new ScoreTable.Row("", 1, name, entry.get("scores").get(figure).doubleValue()));
    }
    return rows;
  }
}
