package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import magicbench.ci.MavenOptions;
import magicbench.ci.Recipes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a recipe calls, it calls with options that exist. */
final class RecipeCommandsTest {

  private static List<Recipes.Call> calls(String program) {
    return Recipes.scripts().stream()
        .filter(script -> !script.where().contains("/bench/"))
        .flatMap(script -> Recipes.calls(script).stream())
        .filter(call -> call.program().equals(program))
        .toList();
  }

  static List<Recipes.Call> magicbench() {
    return calls("./ci/magicbench");
  }

  static List<Recipes.Call> maven() {
    return calls("mvn");
  }

  @Test
  void the_recipes_call_every_command_of_a_run_that_is_shared_out() {
    assertThat(magicbench().stream().map(call -> call.arguments().get(0)).distinct())
        .containsExactlyInAnyOrder("doctor", "plan", "run", "merge", "judge", "report", "gate");
  }

  @ParameterizedTest
  @MethodSource("magicbench")
  void a_call_of_magicbench_can_be_parsed(Recipes.Call call) {
    assertThatCode(
            () ->
                Magicbench.commandLine(Surroundings.ofProcess())
                    .parseArgs(call.arguments().toArray(String[]::new)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("maven")
  void a_call_of_maven_names_goals_profiles_and_properties_that_exist(Recipes.Call call) {
    assertThat(MavenOptions.unknown(call.arguments())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Pgqu", "-Dscael=smoke", "verfiy", "--no-transfer-progres"})
  void a_slip_in_a_call_of_maven_is_found(String word) {
    assertThat(MavenOptions.unknown(List.of("-B", "verify", word))).containsExactly(word);
  }

  @Test
  void the_first_recipe_of_all_is_the_readmes_test_command() {
    assertThat(maven())
        .filteredOn(call -> call.where().equals(".ci/run"))
        .extracting(Recipes.Call::arguments)
        .containsExactly(List.of("-B", "--no-transfer-progress", "verify", "-Dscale=smoke"));
  }
}
