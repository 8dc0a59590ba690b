package magicbench.harness.execution.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.SparkConf;
import scala.Tuple2;

/**
 * A store of trials in any file system that Hadoop knows. Names are relative to its root, with
 * slashes; a file is there whole or not at all.
 */
final class HadoopStore {

  private static final String SETTINGS = "spark.hadoop.";

  private final FileSystem files;
  private final Path root;

  private HadoopStore(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * Opens a store.
   *
   * @param url of its root
   * @param spark settings that begin with {@code spark.hadoop.} are Hadoop's
   * @throws IOException when no such file system can be reached
   */
  static HadoopStore open(String url, SparkConf spark) throws IOException {
    Configuration hadoop = new Configuration();
    for (Tuple2<String, String> setting : spark.getAll()) {
      if (setting._1().startsWith(SETTINGS)) {
        hadoop.set(setting._1().substring(SETTINGS.length()), setting._2());
      }
    }
    return new HadoopStore(FileSystem.get(URI.create(url), hadoop), new Path(url));
  }

  boolean has(String name) throws IOException {
    return files.exists(path(name));
  }

  private Path path(String name) {
    return new Path(root, name);
  }

  /** The names of all files in a folder, relative to it; none where there is no such folder. */
  List<String> list(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    if (files.exists(path(folder))) {
      String base = files.makeQualified(path(folder)).toString();
      RemoteIterator<LocatedFileStatus> found = files.listFiles(path(folder), true);
      while (found.hasNext()) {
        names.add(found.next().getPath().toString().substring(base.length() + 1));
      }
    }
    return names;
  }

  /** Copies a file from the store. */
  void pull(String name, java.nio.file.Path to) throws IOException {
    Files.createDirectories(to.getParent());
    java.nio.file.Path partial =
        to.resolveSibling("." + to.getFileName() + "." + UUID.randomUUID() + ".partial");
    try {
      try (FSDataInputStream in = files.open(path(name))) {
        Files.copy(in, partial);
      }
      Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** Copies a file from the store to somewhere. */
  void copy(String name, OutputStream to) throws IOException {
    try (FSDataInputStream in = files.open(path(name))) {
      in.transferTo(to);
    }
  }

  /** Copies a file into the store, beside its place first. */
  void push(java.nio.file.Path file, String name) throws IOException {
    Path partial = path(name + "." + UUID.randomUUID() + ".partial");
    try (FSDataOutputStream out = files.create(partial)) {
      Files.copy(file, out);
    }
    moveTo(partial, path(name));
  }

  /** Hadoop's rename replaces nothing. */
  private void moveTo(Path partial, Path place) throws IOException {
    files.delete(place, false);
    if (!files.rename(partial, place)) {
      files.delete(partial, false);
      throw new IOException(place + " could not be written");
    }
  }

  /** A short text; empty where there is no such file. */
  Optional<String> read(String name) throws IOException {
    if (!has(name)) {
      return Optional.empty();
    }
    try (FSDataInputStream in = files.open(path(name))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  void write(String name, String text) throws IOException {
    Path partial = path(name + "." + UUID.randomUUID() + ".partial");
    try (FSDataOutputStream out = files.create(partial)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    moveTo(partial, path(name));
  }

  /** Deletes a file or a folder, if there is one. */
  void delete(String name) throws IOException {
    files.delete(path(name), true);
  }
}
