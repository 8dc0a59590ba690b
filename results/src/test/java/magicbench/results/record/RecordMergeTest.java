package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordMergeTest {

  @TempDir private Path root;
  private Path one;
  private Path two;
  private Path target;

  @BeforeEach
  void makeFolders() throws IOException {
    one = Files.createDirectories(root.resolve("one"));
    two = Files.createDirectories(root.resolve("two"));
    target = root.resolve("all");
  }

  private static RunRecord measured(long seed, double loss, double seconds) {
    return RecordFixtures.record(
        seed, Map.of("validationLoss", loss, "trainingSeconds", seconds), Map.of());
  }

  private static RunRecord ending(Outcome outcome) {
    RunRecord whole = measured(1, 4, 9);
    return new RunRecord(
        whole.schemaVersion(),
        whole.trial(),
        whole.scale(),
        outcome,
        "as the test wanted",
        whole.metrics(),
        whole.curves(),
        whole.tables(),
        whole.provenance());
  }

  private static Path put(Path folder, RunRecord record) {
    Path file = folder.resolve(record.trial().id() + ".json");
    RecordFile.write(file, record);
    return file;
  }

  private RecordMerge.Summary merge() {
    return RecordMerge.into(target, List.of(two, one), "tiny", () -> {});
  }

  /** Every record file of the target, byte by byte. */
  private SortedMap<String, String> held() {
    SortedMap<String, String> held = new TreeMap<>();
    try (Stream<Path> files = Files.list(target)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        held.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return held;
  }

  @Test
  void records_of_other_trials_come_together() {
    put(one, measured(1, 4, 9));
    put(two, measured(2, 5, 9));

    assertThat(merge()).isEqualTo(new RecordMerge.Summary(2, 2));
    assertThat(RecordFile.readAll(target))
        .containsExactlyInAnyOrder(measured(1, 4, 9), measured(2, 5, 9));
  }

  @Test
  void a_record_keeps_its_bytes() {
    Path file = put(one, RecordFixtures.small());

    merge();

    assertThat(target.resolve(file.getFileName())).hasSameBinaryContentAs(file);
  }

  @Test
  void a_second_merge_changes_nothing() {
    put(one, measured(1, 4, 9));
    put(two, measured(2, 5, 9));
    merge();
    SortedMap<String, String> before = held();

    assertThat(merge()).isEqualTo(new RecordMerge.Summary(2, 0));
    assertThat(held()).isEqualTo(before);
  }

  @Test
  void the_first_folder_by_name_gives_the_record_of_a_trial_that_two_ran() {
    put(one, measured(1, 4, 9));
    put(two, measured(1, 4, 7));

    merge();

    assertThat(RecordFile.readAll(target)).containsExactly(measured(1, 4, 9));
  }

  @Test
  void a_record_that_is_there_already_stays() {
    put(one, measured(1, 4, 9));
    put(target, measured(1, 4, 8));

    assertThat(merge()).isEqualTo(new RecordMerge.Summary(1, 0));
    assertThat(RecordFile.readAll(target)).containsExactly(measured(1, 4, 8));
  }

  @Test
  void a_completed_trial_takes_the_place_of_a_failed_one() {
    put(target, ending(Outcome.FAILED));
    put(one, measured(1, 4, 9));

    assertThat(merge()).isEqualTo(new RecordMerge.Summary(1, 1));
    assertThat(RecordFile.readAll(target)).containsExactly(measured(1, 4, 9));
  }

  @Test
  void a_failed_trial_never_takes_the_place_of_a_completed_one() {
    put(target, measured(1, 4, 9));
    put(one, ending(Outcome.FAILED));

    assertThat(merge()).isEqualTo(new RecordMerge.Summary(1, 0));
    assertThat(RecordFile.readAll(target)).containsExactly(measured(1, 4, 9));
  }

  @Test
  void a_trial_that_diverged_for_one_and_completed_for_another_is_a_conflict() {
    put(one, measured(1, 4, 9));
    put(two, ending(Outcome.DIVERGED));

    assertThatThrownBy(this::merge)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("outcome: COMPLETED and DIVERGED");
  }

  @Test
  void a_conflict_names_both_files_and_the_first_difference() {
    Path first = put(one, measured(1, 4, 9));
    Path second = put(two, measured(1, 4.5, 9));

    assertThatThrownBy(this::merge)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            first
                + ": measured otherwise than "
                + second
                + ": metric validationLoss: 4.0 and 4.5; ");
  }

  @Test
  void a_conflict_between_sources_leaves_no_folder_behind() {
    put(one, measured(1, 4, 9));
    put(two, measured(1, 4.5, 9));
    put(two, measured(2, 4, 9));

    assertThatThrownBy(this::merge).isInstanceOf(InputException.class);
    assertThat(target).doesNotExist();
  }

  @Test
  void a_conflict_with_what_is_there_writes_nothing() {
    put(target, measured(2, 4, 9));
    put(one, measured(1, 4, 9));
    put(two, measured(2, 4.5, 9));
    SortedMap<String, String> before = held();

    assertThatThrownBy(this::merge).isInstanceOf(InputException.class);
    assertThat(held()).isEqualTo(before);
  }

  @Test
  void a_record_that_was_cut_off_is_refused_by_name() throws IOException {
    Path file = put(one, measured(1, 4, 9));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    assertThatThrownBy(this::merge)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString());
    assertThat(target).doesNotExist();
  }

  @Test
  void json_that_is_no_record_is_refused_by_name() throws IOException {
    Path file = Files.writeString(one.resolve("plan.json"), "{}");

    assertThatThrownBy(this::merge)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString());
  }

  @Test
  void a_record_under_another_trials_name_is_refused_by_name() throws IOException {
    Path file = put(one, measured(1, 4, 9));
    Path other = Files.move(file, one.resolve(RecordFixtures.trial(2).id() + ".json"));

    assertThatThrownBy(this::merge)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(other + ": holds the record of another trial");
  }

  @Test
  void a_record_of_another_scale_is_refused_by_name() {
    Path file = put(one, measured(1, 4, 9));

    assertThatThrownBy(() -> RecordMerge.into(target, List.of(one), "gpu", () -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": holds a record of scale tiny");
  }

  @Test
  void a_folder_that_is_not_there_is_refused_by_name() {
    Path gone = root.resolve("gone");

    assertThatThrownBy(() -> RecordMerge.into(target, List.of(one, gone), "tiny", () -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(gone + ": no such folder of records");
    assertThat(target).doesNotExist();
  }

  @Test
  void half_written_files_are_left_alone() throws IOException {
    put(one, measured(1, 4, 9));
    Files.writeString(one.resolve(".some.json.0.partial"), "{");

    assertThat(merge()).isEqualTo(new RecordMerge.Summary(1, 1));
  }
}
