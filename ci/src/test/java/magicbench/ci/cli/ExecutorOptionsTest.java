package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.record.TrialExecutor;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecutorOptionsTest {

  @TempDir private Path root;

  private final List<SortedMap<String, String>> asked = new ArrayList<>();
  private final List<TrialRunner.Request> requests = new ArrayList<>();

  @Test
  void the_named_executor_gets_what_the_command_line_says_of_it() {
    assertThat(
            bench()
                .run(
                    "run --scale tiny --executor faraway --master spark://a:1 --spark-home /s"
                        + " --conf spark.x=1 --conf spark.y=a=b"))
        .isZero();

    assertThat(asked)
        .containsExactly(
            new TreeMap<>(
                Map.of(
                    "master", "spark://a:1",
                    "home", "/s",
                    "root", root.toString(),
                    "spark.x", "1",
                    "spark.y", "a=b")));
  }

  @Test
  void a_cluster_runs_as_many_trials_at_once_as_the_scale_says() {
    bench().run("run --scale tiny --executor faraway");

    assertThat(requests).extracting(TrialRunner.Request::workers).containsExactly(2);
  }

  @Test
  void an_unknown_executor_is_a_usage_fault_that_lists_those_there_are() {
    Bench bench = bench();

    assertThat(bench.run("run --scale tiny --executor ray")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("--executor is ray, but must be one of local, faraway");
  }

  @Test
  void options_of_a_cluster_want_one() {
    Bench bench = bench();

    assertThat(bench.run("run --scale tiny --master spark://a:1")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("want --executor spark");
  }

  @Test
  void what_an_executor_lacks_is_one_line_and_nothing_is_written() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).with(new Missing());

    assertThat(bench.run("run --scale tiny --executor missing"))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).isEqualToIgnoringNewLines("magicbench: jars: are missing; fetch them");
    assertThat(root).isEmptyDirectory();
  }

  private Bench bench() {
    return new Bench(root).with(FakeLaboratory.whereCosinesFall()).with(new FarAway());
  }

  private final class FarAway implements TrialExecutor {

    @Override
    public String name() {
      return "faraway";
    }

    @Override
    public TrialRunner runner(SortedMap<String, String> settings) {
      asked.add(settings);
      return (plan, request, progress) -> {
        requests.add(request);
        return FakeLaboratory.whereCosinesFall().run(plan, request, progress);
      };
    }
  }

  private static final class Missing implements TrialExecutor {

    @Override
    public String name() {
      return "missing";
    }

    @Override
    public TrialRunner runner(SortedMap<String, String> settings) {
      throw new InputException("jars", "are missing", "fetch them");
    }
  }
}
