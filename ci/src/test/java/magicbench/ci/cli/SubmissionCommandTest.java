package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TestAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fine-tuned from two seeds, of which the first scores higher. */
final class SubmissionCommandTest {

  @TempDir private Path root;

  private Bench bench(boolean answered) {
    Bench bench =
        new Bench(root)
            .with(
                (plan, request, progress) ->
                    FakeLaboratory.whereCosinesFall().run(plan, request, progress).stream()
                        .map(record -> fineTuned(record, answered))
                        .toList());
    assertThat(bench.run("fine-tune --scale tiny --glue /data/glue")).isZero();
    return bench;
  }

  private static RunRecord fineTuned(RunRecord record, boolean answered) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("taskScore", 90.0 - record.trial().seed());
    SortedMap<String, Table> tables = new TreeMap<>();
    if (answered && record.trial().kind().equals("fine-tuning")) {
      String seed = "seed " + record.trial().seed();
      tables.put(TestAnswers.TABLE, TestAnswers.table(List.of(seed, "0", "1")));
    }
    return FakeLaboratory.measuring(record, metrics, tables);
  }

  @Test
  void packs_one_file_a_data_set_as_the_server_takes_it() throws IOException {
    Bench bench = bench(true);

    assertThat(bench.run("submission --scale tiny")).as(bench.err()).isZero();

    SortedMap<String, String> files =
        unpacked(root.resolve("target/magicbench/tiny/glue-submission.zip"));
    assertThat(files).containsOnlyKeys("CoLA.tsv", "RTE.tsv");
    assertThat(files.get("RTE.tsv")).isEqualTo("index\tprediction\n0\tseed 2\n1\t0\n2\t1\n");
  }

  @Test
  void tells_whose_answers_are_sent() {
    Bench bench = bench(true);

    bench.run("submission --scale tiny");

    assertThat(bench.out())
        .containsPattern("RTE +2 +88\\.0 +[0-9a-f]{32}")
        .contains("Files:   CoLA.tsv, RTE.tsv")
        .contains("Missing: AX.tsv, MNLI-m.tsv, MNLI-mm.tsv, MRPC.tsv");
  }

  @Test
  void writes_the_archive_where_it_is_told_to() {
    Bench bench = bench(true);

    assertThat(bench.run("submission --scale tiny --out " + root.resolve("my.zip"))).isZero();

    assertThat(root.resolve("my.zip")).isRegularFile();
  }

  @Test
  void without_answers_it_is_one_line_and_no_archive() {
    Bench bench = bench(false);

    assertThat(bench.run("submission --scale tiny")).isEqualTo(ExitCode.BAD_INPUT.code());

    assertThat(bench.err().lines())
        .singleElement()
        .asString()
        .contains("no record has answers to a test part; put GLUE's own test.tsv beside");
    assertThat(root.resolve("target/magicbench/tiny/glue-submission.zip")).doesNotExist();
  }

  @Test
  void without_records_it_is_one_line() {
    Bench bench = new Bench(root);

    assertThat(bench.run("submission --records nowhere")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("fine-tune --glue DIR");
  }

  private static SortedMap<String, String> unpacked(Path archive) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
