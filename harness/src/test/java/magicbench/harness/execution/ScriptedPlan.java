package magicbench.harness.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import magicbench.results.file.Json;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;

/** Plans of scripted trials. */
final class ScriptedPlan {

  private ScriptedPlan() {}

  static Trial trial(String act, long seed, Trial... needs) {
    return trial(settings(act), seed, needs);
  }

  static Trial shared(String act, long seed) {
    return Trial.of(SharedScriptedExperiment.KIND, "none", seed, List.of(), settings(act));
  }

  /** A trial that takes some time and no processor. */
  static Trial pausing(long millis, long seed) {
    return trial(settings("pause").put("millis", millis), seed);
  }

  static Trial waiting(Path file, Trial... needs) {
    return trial(settings("wait").put("file", file.toString()), 1, needs);
  }

  private static ObjectNode settings(String act) {
    return Json.json().createObjectNode().put("act", act);
  }

  private static Trial trial(ObjectNode settings, long seed, Trial... needs) {
    List<String> ids = List.of(needs).stream().map(Trial::id).toList();
    return Trial.of(ScriptedExperiment.KIND, "none", seed, ids, settings);
  }

  static Plan of(Trial... trials) {
    return new Plan(Plan.SCHEMA_VERSION, "tiny", "0".repeat(64), List.of(trials), new TreeMap<>());
  }
}
