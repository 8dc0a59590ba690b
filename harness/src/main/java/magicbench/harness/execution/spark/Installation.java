package magicbench.harness.execution.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;

/**
 * Where magicbench lies on the cluster's machines.
 *
 * @param here its folder on this machine
 * @param there its folder on theirs, which may be the same
 */
record Installation(Path here, Path there) {

  /**
   * The folder above that of our jars.
   *
   * @param there its folder on the cluster's machines
   * @throws InputException when this process runs from folders of classes
   */
  static Installation at(String there) {
    Path jar = Path.of(SparkHome.adapter().split(File.pathSeparator, -1)[0]);
    if (!Files.isRegularFile(jar)) {
      throw new InputException(
          "--executor-home", "wants a distribution here, too", "use ./ci/magicbench or its zip");
    }
    return new Installation(jar.getParent().getParent(), Path.of(there));
  }

  /** A class path or an option with the folder of the cluster's machines. */
  String moved(String text) {
    return text.replace(here.toString(), there.toString());
  }

  /** Rewrites the argument file of a run's workers. */
  void move(Path arguments) {
    try {
      WholeFile.write(arguments, moved(Files.readString(arguments, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new InputException(
          arguments.toString(), "could not be read (" + e.getMessage() + ")", "run again", e);
    }
  }
}
