package magicbench.ci.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.results.packing.Pack;
import magicbench.results.packing.Packs;
import magicbench.results.packing.Stage;

/** A small run that is shared out, whose names and paths try to break out of a script. */
final class Cluster {

  /** A path as nobody should have one, and somebody has. */
  static final String NASTY = "/shared/it's $(touch broken) \"a\" `b` $HOME \\ run";

  private static final Path GOLDEN = Path.of("src", "test", "resources", "cluster");

  private Cluster() {}

  static ClusterRun run(String folder) {
    return new ClusterRun(
        packs(),
        List.of("--scale", "tiny", "--data", folder + "/text"),
        folder + "/bin/magicbench",
        Path.of(folder, "cache"),
        3,
        new ClusterRun.Ask(1, 2, 16, 2));
  }

  private static Packs packs() {
    return new Packs(
        Packs.SCHEMA_VERSION,
        "tiny",
        "0".repeat(64),
        "a test",
        List.of(
            new Stage("00-text", "text", 0, List.of(), false, packs(1, null)),
            new Stage("01-net", "net", 1, List.of("00-text"), true, packs(4, 90_000.0)),
            new Stage("02-probe", "probe", 2, List.of("00-text", "01-net"), true, packs(2, 60.0))));
  }

  private static List<Pack> packs(int number, Double seconds) {
    return IntStream.range(0, number)
        .mapToObj(i -> new Pack(seconds, List.of(String.format("%032x", i))))
        .toList();
  }

  /** After an intended change run once with {@code -Dmagicbench.golden.write=true}. */
  static void assertGolden(String text, String name) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("magicbench.golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
