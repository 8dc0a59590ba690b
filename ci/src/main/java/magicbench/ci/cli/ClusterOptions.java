package magicbench.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import magicbench.ci.cluster.ClusterRun;
import magicbench.ci.cluster.KubernetesFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for {@code plan --format slurm} and {@code k8s}: where to, and what elements ask for. */
final class ClusterOptions {

  private static final String PROGRAM = "magicbench";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "slurm, k8s: the folder that the files go to, which every node sees; the run's own"
              + " files will lie there, too.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "slurm, k8s: the store that all elements share (default: cache in --out).")
  private Optional<Path> cache = Optional.empty();

  @Option(
      names = "--elements",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "slurm, k8s: at most so many elements a stage; more trials than that are shared out in"
              + " packs that are predicted to take equally long (default: ${DEFAULT-VALUE}).")
  private int elements = 1000;

  @Option(
      names = "--gpus",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "slurm, k8s: GPUs of an element whose trials compute, one trial on each"
              + " (default: ${DEFAULT-VALUE}).")
  private int gpus = 1;

  @Option(
      names = "--cpus",
      paramLabel = "N",
      defaultValue = "2",
      description = "slurm, k8s: processor cores of an element (default: ${DEFAULT-VALUE}).")
  private int cpus = 2;

  @Option(
      names = "--memory",
      paramLabel = "GIB",
      defaultValue = "16",
      description = "slurm, k8s: memory of an element, in GiB (default: ${DEFAULT-VALUE}).")
  private int memoryGib = 16;

  @Option(
      names = "--time-factor",
      paramLabel = "X",
      defaultValue = "2",
      description =
          "slurm, k8s: an element may take so many times what it is predicted to, and half an hour"
              + " (default: ${DEFAULT-VALUE}).")
  private double timeFactor = 2;

  @Option(
      names = "--measured",
      paramLabel = "DIR",
      description =
          "slurm, k8s: records of the same scale and kind of device that correct the predictions"
              + " (default: results/records/SCALE).")
  private Optional<Path> measured = Optional.empty();

  @Option(
      names = "--command",
      paramLabel = "PROGRAM",
      description =
          "slurm, k8s: magicbench as the elements find it (default: slurm: this project's"
              + " ci/magicbench; k8s: magicbench on the image's PATH).")
  private Optional<String> command = Optional.empty();

  @Option(
      names = "--partition",
      paramLabel = "NAME",
      description = "slurm: the partition (default: the cluster's own).")
  private Optional<String> partition = Optional.empty();

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description = "k8s: the container's image, which holds a built magicbench.")
  private Optional<String> image = Optional.empty();

  @Option(
      names = "--volume",
      paramLabel = "CLAIM",
      description = "k8s: the persistent volume claim that all elements share; copy DIR into it.")
  private Optional<String> volume = Optional.empty();

  @Option(
      names = "--mount",
      paramLabel = "PATH",
      defaultValue = "/magicbench",
      description = "k8s: where containers see DIR's files (default: ${DEFAULT-VALUE}).")
  private String mount = "/magicbench";

  Path folder() {
    return out.map(folder -> folder.toAbsolutePath().normalize())
        .orElseThrow(() -> fault("--out names the folder that every node sees"));
  }

  int elements() {
    return atLeast(1, "--elements", elements);
  }

  ClusterRun.Ask ask() {
    if (!(timeFactor >= 1)) {
      throw fault("--time-factor is " + timeFactor + ", but must be at least 1");
    }
    return new ClusterRun.Ask(
        atLeast(0, "--gpus", gpus),
        atLeast(1, "--cpus", cpus),
        atLeast(1, "--memory", memoryGib),
        timeFactor);
  }

  /** The kind of device that elements run on. */
  String device() {
    return gpus > 0 ? "gpu" : "cpu";
  }

  Path measured(Path committed) {
    return measured.orElse(committed);
  }

  Optional<String> partition() {
    return partition;
  }

  String image() {
    return image.orElseThrow(() -> fault("--format k8s wants --image"));
  }

  KubernetesFiles.Volume volume() {
    String claim = volume.orElseThrow(() -> fault("--format k8s wants --volume"));
    return new KubernetesFiles.Volume(claim, mount);
  }

  /** The store as Slurm's elements see it. */
  Path cache() {
    return cache.map(path -> path.toAbsolutePath().normalize()).orElse(folder().resolve("cache"));
  }

  /** The store as containers see it. */
  Path cacheInContainers() {
    return cache.orElse(Path.of(mount, "cache"));
  }

  String programOf(Path root) {
    Path built = root.resolve("ci").resolve(PROGRAM);
    return command.orElse(Files.isExecutable(built) ? built.toString() : PROGRAM);
  }

  String programInContainers() {
    return command.orElse(PROGRAM);
  }

  private int atLeast(int least, String name, int value) {
    if (value < least) {
      throw fault(name + " is " + value + ", but must be at least " + least);
    }
    return value;
  }

  private ParameterException fault(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
