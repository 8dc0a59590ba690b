package magicbench.harness.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.training.Recipe;
import magicbench.harness.training.TrainingSettings;
import magicbench.harness.truth.FixedPath;
import magicbench.results.file.Hashes;
import magicbench.results.file.WholeFile;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/**
 * Child models that share nothing: each is trained in a network of its own, for an equal part of
 * the updates that a super-net would get, and scored as a super-net scores it. Nothing interferes,
 * so what such scores lack they lack for want of training.
 *
 * @param settings a super-net's; its sampler, alignment and probe have no part in this
 */
record ApartRun(SuperNetSettings settings) {

  TrialResult of(Trial trial, ExperimentContext context) {
    List<Architecture> children = settings.children();
    List<TrialResult> results = new ArrayList<>();
    StringBuilder weights = new StringBuilder();
    for (int number = 0; number < children.size(); number++) {
      ChildContext own = new ChildContext(context, number, children.size());
      TrialResult result = alone(children.get(number)).of(trial, own);
      results.add(result);
      if (result.outcome() != Outcome.COMPLETED) {
        return JoinedResults.of(results);
      }
      weights.append(read(own.artifact().resolve(PacedTraining.WEIGHTS_HASH)));
    }
    WholeFile.write(
        context.artifact().resolve(PacedTraining.WEIGHTS_HASH),
        Hashes.sha256(weights.toString().getBytes(StandardCharsets.UTF_8)) + "\n");
    return JoinedResults.of(results);
  }

  private ScoredRun alone(Architecture child) {
    TrainingSettings part = part();
    SuperNetSettings own = settings.with(part);
    return new ScoredRun(
        own,
        task -> Recipe.of(new FixedPath(child)),
        new ScoredTraining.Questions(
            part,
            List.of(child),
            settings.scoring(),
            HeldOutUse.SCORE,
            Optional.empty(),
            Keeping.NOTHING));
  }

  /** How each child model is trained. */
  TrainingSettings part() {
    return settings.training().part(settings.architectures().size());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
