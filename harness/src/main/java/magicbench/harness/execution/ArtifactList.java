package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * Names and sizes of an artifact's files, kept beside it: a record may stand for a new run only as
 * long as what it made is still there.
 */
final class ArtifactList {

  private final Path artifact;
  private final Path list;

  ArtifactList(Path artifact, Path list) {
    this.artifact = artifact;
    this.list = list;
  }

  /** The list's content. */
  private record Content(SortedMap<String, Long> bytesByName) {}

  void write() {
    WholeFile.write(list, Json.write(new Content(found())));
  }

  boolean matches() {
    try {
      return Files.exists(list)
          && Json.json().readValue(list.toFile(), Content.class).bytesByName().equals(found());
    } catch (IOException e) {
      // A list that can't be read vouches for nothing.
      return false;
    }
  }

  private SortedMap<String, Long> found() {
    SortedMap<String, Long> found = new TreeMap<>();
    if (!Files.exists(artifact)) {
      return found;
    }
    try (Stream<Path> files = Files.walk(artifact)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(artifact.relativize(file).toString(), Files.size(file));
      }
      return found;
    } catch (IOException e) {
      throw new InputException(
          artifact.toString(), "could not be listed (" + e.getMessage() + ")", "delete it", e);
    }
  }
}
