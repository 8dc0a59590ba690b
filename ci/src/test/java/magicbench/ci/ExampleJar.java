package magicbench.ci;

import example.rotation.RotationMethod;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Packs the worked example as its author would: the method's classes and the files that tell it.
 */
final class ExampleJar {

  private ExampleJar() {}

  /** Writes the jar. */
  static Path write(Path jar) throws IOException, URISyntaxException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      Path classes = folderOf(RotationMethod.class.getResource("RotationMethod.class"));
      addAll(out, classes.getParent().getParent(), classes);
      Path files = folderOf(ExampleJar.class.getResource("/example-jar/META-INF"));
      addAll(out, files, files);
    }
    return jar;
  }

  private static Path folderOf(URL resource) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(resource).toURI()).getParent();
  }

  private static void addAll(JarOutputStream out, Path root, Path below) throws IOException {
    for (Path file : filesIn(below)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (!name.endsWith("Test.class")) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
