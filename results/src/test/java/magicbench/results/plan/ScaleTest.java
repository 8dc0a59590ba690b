package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  @ParameterizedTest
  @CsvSource({"1, 16, 1", "8, 16, 8", "8, 2, 2"})
  void runs_as_many_trials_at_once_as_it_asks_for_and_there_are_cores_for(
      int workers, int processors, int atOnce) {
    Scale scale = new Scale("tiny", "", 1, workers, new TreeMap<>());
    assertThat(scale.workersOn(processors)).isEqualTo(atOnce);
  }
}
