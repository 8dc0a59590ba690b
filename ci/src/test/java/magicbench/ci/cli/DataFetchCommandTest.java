package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import magicbench.ci.fetch.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFetchCommandTest {

  @TempDir private Path root;

  @Test
  void a_file_that_is_not_the_known_one_is_one_line() {
    Bench bench = new Bench(root);
    try (Offer offer = Offer.of(Offer.cola("a\t1\t\tThe cat sat.\n"))) {
      int code =
          bench.run("data fetch glue --task CoLA --to " + root + " --from " + offer.place() + "/");

      assertThat(code).isEqualTo(ExitCode.BAD_INPUT.code());
      assertThat(bench.err().lines())
          .singleElement()
          .asString()
          .contains("not f212fcd832b8f7b435fb991f101abf89f96b933ab400603bf198960dfc32cbff");
    }
  }

  @Test
  void what_was_fetched_is_listed_with_how_its_hash_was_known() {
    Bench bench = new Bench(root);
    try (Offer offer = Offer.of(Offer.cola("a\t1\t\tThe cat sat.\n"))) {
      int code =
          bench.run(
              "data fetch glue --task CoLA --accept CoLA.zip --to "
                  + root
                  + " --from "
                  + offer.place());

      assertThat(code).as(bench.err()).isZero();
      assertThat(bench.out()).contains("accepted though other than known", "Data:    " + root);
      assertThat(root.resolve("glue/CoLA/train.tsv")).isRegularFile();
    }
  }

  @Test
  void a_folder_must_be_named() {
    Bench bench = new Bench(root);

    assertThat(bench.run("data fetch glue")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("Name a folder with --to");
  }

  @Test
  void a_data_set_to_be_had_by_hand_says_how() {
    Bench bench = new Bench(root);

    assertThat(bench.run("data fetch glue --task MRPC --to " + root))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("MRPC: can't be fetched");
  }

  @Test
  void data_alone_is_a_usage_fault() {
    Bench bench = new Bench(root);

    assertThat(bench.run("data")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("which sub-command?");
  }
}
