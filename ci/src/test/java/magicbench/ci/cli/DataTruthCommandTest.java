package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table in the form of NAS-Bench-Macro, made by hand, as a truth of a mobile space. */
final class DataTruthCommandTest {

  private static final String BLOCKS = ".k3e3.k5e6.skip.project.skip.k3e3";
  private static final List<String> OTHERS =
      List.of("project.skip", "project.k3e3", "k3e3.skip", "k3e3.k5e6", "k5e6.k5e6");

  @TempDir private Path folder;
  private Bench bench;
  private Path table;
  private Path truth;

  @BeforeEach
  void writeTable() throws IOException {
    bench = new Bench(folder);
    table = folder.resolve("macro.json");
    truth = folder.resolve("truth.csv");
    StringJoiner entries = new StringJoiner(",", "{", "}");
    List<String> starts = List.of("00", "01", "10", "12", "22");
    for (int child = 0; child < starts.size(); child++) {
      double accuracy = 80 + child;
      entries.add(
          ("\"%s120001\":{\"test_acc\":[%s,%s,%s],\"mean_acc\":%s,\"std\":0.2,\"params\":1000,"
                  + "\"flops\":2000}")
              .formatted(starts.get(child), accuracy, accuracy + 0.25, accuracy - 0.25, accuracy));
    }
    Files.writeString(table, entries.toString());
  }

  private int convert(String more) {
    return bench.run("data truth %s%s --to %s".formatted(table, more, truth));
  }

  @Test
  void a_training_is_a_row() throws IOException {
    assertThat(convert("")).isZero();
    assertThat(Files.readAllLines(truth))
        .hasSize(1 + 15)
        .startsWith(
            "architecture,score,seed,key,trainedAs,parameters,multiplyAdds",
            "project.skip"
                + BLOCKS
                + ",80.0,1,00120001,project.skip.k3e3.k5e6.skip.project.k3e3.skip,1000,2000",
            "project.skip"
                + BLOCKS
                + ",80.25,2,00120001,project.skip.k3e3.k5e6.skip.project.k3e3.skip,1000,2000");
  }

  @Test
  void a_child_model_is_a_row_where_means_are_asked() throws IOException {
    assertThat(convert(" --mean")).isZero();
    assertThat(Files.readAllLines(truth))
        .hasSize(1 + 5)
        .startsWith("architecture,score,key,trainedAs,parameters,multiplyAdds");
  }

  @Test
  void the_table_is_told_by_its_hash_and_its_networks() {
    convert("");
    assertThat(bench.out())
        .contains("Child models: 5, which are 5 networks")
        .contains("macro.json, SHA-256 ");
  }

  @Test
  void scores_in_the_space_s_names_are_judged_by_it() throws IOException {
    StringBuilder scores = new StringBuilder("method,seed,architecture,score\n");
    for (int seed = 1; seed <= 8; seed++) {
      for (int child = 0; child < OTHERS.size(); child++) {
        scores.append("mine,%d,%s%s,%d\n".formatted(seed, OTHERS.get(child), BLOCKS, child));
      }
    }
    Path own = Files.writeString(folder.resolve("scores.csv"), scores);
    convert("");

    assertThat(bench.run("judge --scores %s --truth %s".formatted(own, truth))).isZero();
    assertThat(bench.out()).contains("Ranked are the 5 child models scored, of 5 in truth.csv.");
  }

  @Test
  void another_table_is_refused_in_one_line() throws IOException {
    Files.writeString(table, "[{\"id\": 7}]");

    assertThat(convert("")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("take NAS-Bench-Macro as published").hasLineCount(1);
  }

  @Test
  void a_place_must_be_named() {
    assertThat(bench.run("data truth " + table)).isEqualTo(ExitCode.USAGE.code());
  }
}
