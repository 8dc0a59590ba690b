package magicbench.harness.execution;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import magicbench.harness.experiment.EngineVersions;
import magicbench.harness.experiment.Experiment;
import magicbench.harness.experiment.Experiments;
import magicbench.results.file.Hashes;
import magicbench.results.plan.Trial;

/** Computes the conditions that trials run under in this process. */
final class Fingerprints {

  private final String stamp;
  private final String code;
  private final String engine = EngineVersions.read().text();
  private final Experiments experiments;
  private final int threads;

  Fingerprints(Experiments experiments, int threads) {
    String classPath = System.getProperty("java.class.path");
    // The stamp comes first: what is built anew while the code is hashed then bears another one.
    this.stamp = ClassPathStamp.of(classPath);
    this.code = CodeFingerprint.of(classPath);
    this.experiments = experiments;
    this.threads = threads;
  }

  /** The stamp of the code that all conditions are of. */
  String classPathStamp() {
    return stamp;
  }

  /**
   * The conditions of one trial.
   *
   * @param trial the trial
   * @param needs the conditions of the trials that it reads
   */
  Fingerprint of(Trial trial, Collection<Fingerprint> needs) {
    Experiment experiment = experiments.of(trial.kind());
    StringBuilder inputs = new StringBuilder(experiment.inputs(trial));
    needs.forEach(need -> inputs.append('\n').append(need.folderName()));
    String hash = Hashes.sha256(inputs.toString().getBytes(StandardCharsets.UTF_8));
    return new Fingerprint(
        code,
        hash,
        engine,
        RandomVersions.text(),
        System.getProperty("os.arch"),
        experiment.device(trial).word(),
        threads);
  }
}
