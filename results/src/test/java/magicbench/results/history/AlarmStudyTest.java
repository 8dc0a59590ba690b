package magicbench.results.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlarmStudyTest {

  private static final int SPLITS = 200;
  private static final AlarmRates RATES = study(Past.repetitions(60, 7));

  @TempDir private Path folder;

  @Test
  void repetitions_of_one_law_hardly_ever_alarm() {
    assertThat(RATES.alarms()).allMatch(alarms -> alarms.alarmed() <= 0.01);
  }

  @Test
  void a_first_run_is_suspected_about_as_often_as_one_side_of_the_level_says() {
    assertThat(RATES.alarms()).allMatch(alarms -> alarms.suspected() < 0.06);
  }

  @Test
  void a_larger_cause_is_found_oftener() {
    List<Double> found =
        RATES.power().stream()
            .filter(power -> power.window() == 20)
            .map(AlarmRates.Power::found)
            .toList();

    assertThat(found).isSorted().hasSize(4);
    assertThat(found.get(3)).isGreaterThan(0.95);
  }

  @Test
  void the_same_history_gives_the_same_rates() {
    assertThat(study(Past.repetitions(60, 7))).isEqualTo(RATES);
  }

  @Test
  void few_repetitions_are_refused() {
    assertThatThrownBy(() -> study(Past.repetitions(23, 7)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds 23 repetitions, fewer than 24");
  }

  @Test
  void rates_read_back_as_they_were() {
    Path file = folder.resolve(AlarmRatesFile.NAME);
    AlarmRatesFile.write(file, RATES);

    assertThat(AlarmRatesFile.read(file)).hasValue(RATES);
  }

  private static AlarmRates study(List<HistoryEntry> history) {
    return AlarmStudy.of(history, Past.claims(), Past.RULES, SPLITS);
  }
}
