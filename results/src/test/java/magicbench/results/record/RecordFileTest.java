package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTest {

  private static final String REMEDY = "; delete the file and run the trial again";

  @TempDir private Path folder;

  @Test
  void writes_the_golden_record() throws IOException {
    Path file = folder.resolve("a.json");

    RecordFile.write(file, RecordFixtures.small());

    assertThat(file).hasContent(golden());
  }

  @Test
  void reads_what_it_wrote() {
    Path file = folder.resolve("a.json");
    RecordFile.write(file, RecordFixtures.small());

    assertThat(RecordFile.read(file)).isEqualTo(RecordFixtures.small());
  }

  @Test
  void keeps_the_place_of_a_record_that_a_cluster_made() throws IOException {
    RunRecord small = RecordFixtures.small();
    Provenance here = small.provenance();
    Provenance there =
        new Provenance(
            here.startedAt(),
            here.code(),
            here.data(),
            here.platform(),
            here.engine(),
            here.cost(),
            new Provenance.Place("node-3", "17"));
    RunRecord record =
        new RunRecord(
            small.schemaVersion(),
            small.trial(),
            small.scale(),
            small.outcome(),
            small.note(),
            small.metrics(),
            small.curves(),
            small.tables(),
            there);
    Path file = folder.resolve("a.json");

    RecordFile.write(file, record);

    assertThat(file).content().contains("node-3");
    assertThat(RecordFile.read(file)).isEqualTo(record);
  }

  @Test
  void says_nothing_of_a_place_where_there_is_none() {
    assertThat(RecordFile.text(RecordFixtures.small())).doesNotContain("place", "executor");
  }

  @Test
  void notices_a_changed_digit() throws IOException {
    Path file = write(golden().replace("4.25", "4.24"));

    assertThatThrownBy(() -> RecordFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + " /sha256: the content was changed after it was written" + REMEDY);
  }

  @Test
  void does_not_mind_another_layout() throws IOException {
    Path file = write(golden().replaceAll("\n +", " "));

    assertThat(RecordFile.read(file)).isEqualTo(RecordFixtures.small());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.5, 0.99})
  void names_a_truncated_file(double share) throws IOException {
    Path file = write(golden().substring(0, (int) (share * golden().length())));

    assertThatThrownBy(() -> RecordFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageEndingWith(REMEDY)
        .hasMessageNotContaining("\n");
  }

  @Test
  void names_an_unknown_field() throws IOException {
    Path file = write(golden().replace("\"outcome\"", "\"result\""));

    assertThatThrownBy(() -> RecordFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + " /record: property 'result' is not defined in the schema");
  }

  @Test
  void refuses_text_where_a_number_belongs() throws IOException {
    Path file = write(golden().replace("[1,2,7]", "[1,\"NaN\",7]"));

    assertThatThrownBy(() -> RecordFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            file + " /record/tables/pairs/numbers/differences/1: string found, number expected");
  }

  @Test
  void a_laptop_sized_record_stays_small() {
    String text = RecordFile.text(RecordFixtures.laptopSized(2_700));

    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
  }

  @Test
  void a_table_s_column_is_one_line() {
    assertThat(RecordFile.text(RecordFixtures.laptopSized(2_700)).lines()).hasSizeLessThan(100);
  }

  @Test
  void reads_a_folder_by_trial_id() {
    RunRecord one = RecordFixtures.record(1, Map.of(), Map.of());
    RunRecord two = RecordFixtures.record(2, Map.of(), Map.of());
    RecordFile.write(folder.resolve(one.trial().id() + ".json"), one);
    RecordFile.write(folder.resolve(two.trial().id() + ".json"), two);

    assertThat(RecordFile.readAll(folder))
        .containsExactlyInAnyOrder(one, two)
        .isSortedAccordingTo((a, b) -> a.trial().id().compareTo(b.trial().id()));
  }

  @Test
  void names_a_file_that_bears_another_trial_s_name() {
    Path file = folder.resolve("copy.json");
    RecordFile.write(file, RecordFixtures.small());

    assertThatThrownBy(() -> RecordFile.readAll(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": holds the record of another trial; rename it to "
                + RecordFixtures.trial(1).id()
                + ".json");
  }

  @Test
  void names_a_folder_that_is_not_there() {
    assertThatThrownBy(() -> RecordFile.readAll(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("none: no such folder of records; run the trials or check the path");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.json"), text);
  }

  private static String golden() throws IOException {
    try (InputStream in = RecordFileTest.class.getResourceAsStream("record.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
