package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores that were made elsewhere, from two files to verdicts and a leaderboard. */
class OwnScoresTest {

  private static final int CHILDREN = 20;
  private static final int SEEDS = 8;

  @TempDir private Path folder;
  private Bench bench;
  private Path scores;
  private Path truth;

  @BeforeEach
  void writeFiles() throws IOException {
    bench = new Bench(folder);
    scores = folder.resolve("scores.csv");
    truth = folder.resolve("truth.csv");
    Files.writeString(scores, scores());
    Files.writeString(truth, truth());
  }

  /** One method sees the truth clearly, the other through a mist. */
  private static String scores() {
    StringBuilder text = new StringBuilder("method,seed,architecture,score\n");
    Random random = new Random(1);
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (int child = 0; child < CHILDREN; child++) {
        text.append("clear,%d,a%d,%s\n".formatted(seed, child, child + random.nextGaussian()));
        text.append("misty,%d,a%d,%s\n".formatted(seed, child, child + 20 * random.nextGaussian()));
      }
    }
    return text.toString();
  }

  private static String truth() {
    StringBuilder text = new StringBuilder("architecture,score,seed\n");
    for (int child = 0; child < CHILDREN; child++) {
      text.append("a%d,%d,1\na%d,%s,2\n".formatted(child, child, child, child + 0.25));
    }
    return text.toString();
  }

  private int judge(String more) {
    return bench.run("judge --scores %s --truth %s%s".formatted(scores, truth, more));
  }

  @Test
  void are_held_against_the_method_that_is_named() {
    assertThat(judge(" --against misty")).isZero();
    assertThat(bench.out()).contains("own.clear-over-misty").contains("REPRODUCED");
  }

  @Test
  void are_held_against_chance_where_none_is_named() {
    assertThat(judge("")).isZero();
    assertThat(bench.out())
        .contains("own.clear-over-random-scores")
        .contains("own.misty-over-random-scores");
  }

  @Test
  void get_a_leaderboard_with_ceiling() throws IOException {
    judge(" --against misty");
    Path page = folder.resolve("target/magicbench/own/site/leaderboards/own.html");
    assertThat(Files.readString(page)).contains("noise ceiling").contains("clear over misty");
  }

  @Test
  void need_a_reference_that_is_there() {
    assertThat(judge(" --against nobody")).isEqualTo(3);
    assertThat(bench.err()).contains("has the methods [clear, misty]").hasLineCount(1);
  }

  @Test
  void are_refused_with_row_and_column() throws IOException {
    Files.writeString(scores, "method,seed,architecture,score\nclear,1,a0,good\n");
    assertThat(judge("")).isEqualTo(3);
    assertThat(bench.err()).contains("row 1, column score: is good, no number").hasLineCount(1);
  }

  @Test
  void are_refused_without_a_column() throws IOException {
    Files.writeString(truth, "child,score\na0,1\n");
    assertThat(judge("")).isEqualTo(3);
    assertThat(bench.err()).contains("has no column architecture").hasLineCount(1);
  }

  @Test
  void are_refused_where_a_child_model_has_no_truth() throws IOException {
    Files.writeString(truth, truth().replaceAll("a7,.*\n", ""));
    assertThat(judge("")).isEqualTo(3);
    assertThat(bench.err())
        .contains("scores.csv: row 15, column architecture: a7 has no truth in truth.csv")
        .hasLineCount(1);
  }

  @Test
  void are_ranked_among_themselves_where_the_truth_knows_more_child_models() throws IOException {
    judge(" --against misty");
    String alone = bench.out();
    Files.writeString(truth, truth() + "never-scored,99,1\n");
    assertThat(judge(" --against misty")).isZero();
    assertThat(bench.out())
        .startsWith("Ranked are the 20 child models scored, of 21 in truth.csv.")
        .isEqualTo(alone.replace("of 20 in", "of 21 in"));
  }

  @Test
  void are_held_against_the_column_that_is_named() throws IOException {
    Files.writeString(truth, truth().replace("score", "glue").replace(",1\n", ",1,x\n"));
    Files.writeString(truth, Files.readString(truth).replace("seed\n", "seed,remark\n"));
    assertThat(judge(" --against misty --truth-column glue")).isZero();
    assertThat(bench.out()).contains("own.clear-over-misty").contains("REPRODUCED");
  }

  @Test
  void are_refused_with_the_row_of_the_column_that_is_named() throws IOException {
    Files.writeString(truth, "architecture,score,glue\na0,1,?\n");
    assertThat(judge(" --truth-column glue")).isEqualTo(3);
    assertThat(bench.err()).contains("row 1, column glue: is ?, no number").hasLineCount(1);
  }

  /** In the form of NAS-Bench-Macro, made by hand: more architectures than were scored. */
  private static String nasBenchMacro() {
    StringJoiner entries = new StringJoiner(",", "{", "}");
    for (int child = 0; child < CHILDREN + 7; child++) {
      double accuracy = 80 + 0.5 * child;
      entries.add(
          ("\"%s\":{\"test_acc\":[%s,%s,%s],\"mean_acc\":%s,\"std\":0.1,"
                  + "\"params\":1000,\"flops\":2000}")
              .formatted(chain(child), accuracy, accuracy + 0.75, accuracy - 0.25, accuracy));
    }
    return entries.toString();
  }

  private static String chain(int child) {
    return "%8s".formatted(Integer.toString(child, 3)).replace(' ', '0');
  }

  /** Judged against a truth in the form of NAS-Bench-Macro. */
  private int judgeChains(String more) throws IOException {
    truth = folder.resolve("nas-bench-macro.json");
    Files.writeString(truth, nasBenchMacro());
    String text = scores();
    for (int child = 0; child < CHILDREN; child++) {
      text = text.replace(",a" + child + ",", "," + chain(child) + ",");
    }
    Files.writeString(scores, text);
    return judge(more);
  }

  @Test
  void are_held_against_nas_bench_macro() throws IOException {
    assertThat(judgeChains(" --against misty")).isZero();
    assertThat(bench.out())
        .contains("Ranked are the 20 child models scored, of 27 in nas-bench-macro.json.")
        .contains("own.clear-over-misty")
        .contains("REPRODUCED");
  }

  @Test
  void have_a_ceiling_by_the_three_trainings_of_nas_bench_macro() throws IOException {
    judgeChains(" --against misty");
    Path page = folder.resolve("target/magicbench/own/site/leaderboards/own.html");
    assertThat(Files.readString(page)).contains("noise ceiling");
  }

  @Test
  void are_refused_where_their_low_ones_are_good_and_those_of_the_table_are_not()
      throws IOException {
    assertThat(judgeChains(" --lower-is-better")).isEqualTo(3);
    assertThat(bench.err()).contains("high scores are good").hasLineCount(1);
  }
}
