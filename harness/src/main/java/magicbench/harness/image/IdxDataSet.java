package magicbench.harness.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import magicbench.harness.data.DataOrigin;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;

/**
 * A data set of four IDX files under MNIST's names, each known by the hash of its uncompressed
 * bytes: whoever compressed it, it is the same file.
 *
 * @param title what people call it
 * @param remedy what gets it
 * @param classNames what the classes are called
 * @param train the training part
 * @param test the test part
 */
record IdxDataSet(String title, String remedy, List<String> classNames, Part train, Part test) {

  /**
   * Two of the four files.
   *
   * @param prefix what their names start with
   * @param picturesSha256 of the uncompressed pictures
   * @param labelsSha256 of the uncompressed labels
   */
  record Part(String prefix, String picturesSha256, String labelsSha256) {

    String pictures() {
      return prefix + "-images-idx3-ubyte";
    }

    String labels() {
      return prefix + "-labels-idx1-ubyte";
    }
  }

  /**
   * Reads the files from the first folder that has one of them.
   *
   * @param places folders, looked through in this order; the others needn't exist
   * @param side how large the pictures are to be; empty for what they are
   * @throws MissingDataException when a file is missing
   * @throws InputException when a file is not the published one
   */
  ImageParts read(List<Path> places, OptionalInt side) {
    Path folder =
        folder(places)
            .orElseThrow(() -> new MissingDataException(title, "is in none of " + places, remedy));
    List<DataOrigin> origins = new ArrayList<>();
    MemoryImages training = read(folder, train, side, origins);
    return new ImageParts(training, read(folder, test, side, origins), origins);
  }

  /**
   * The folder that is read.
   *
   * @param places folders, looked through in this order; the others needn't exist
   * @return the first that has one of the files
   */
  Optional<Path> folder(List<Path> places) {
    return places.stream()
        .filter(place -> names().anyMatch(name -> find(place, name).isPresent()))
        .findFirst();
  }

  private Stream<String> names() {
    return Stream.of(train, test).flatMap(part -> Stream.of(part.pictures(), part.labels()));
  }

  private static Optional<Path> find(Path folder, String name) {
    return Stream.of(folder.resolve(name + ".gz"), folder.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private MemoryImages read(Path folder, Part part, OptionalInt side, List<DataOrigin> origins) {
    Path pictures = require(folder, part.pictures());
    Path labels = require(folder, part.labels());
    IdxReader.Contents contents =
        side.isPresent()
            ? IdxReader.read(pictures, labels, classNames, side.getAsInt())
            : IdxReader.read(pictures, labels, classNames);
    check(pictures, part.picturesSha256(), contents.picturesSha256());
    check(labels, part.labelsSha256(), contents.labelsSha256());
    origins.add(new DataOrigin(title + " " + part.pictures(), contents.picturesSha256()));
    origins.add(new DataOrigin(title + " " + part.labels(), contents.labelsSha256()));
    return contents.images();
  }

  private Path require(Path folder, String name) {
    return find(folder, name)
        .orElseThrow(
            () ->
                new MissingDataException(
                    folder.toString(), "holds files of " + title + ", but no " + name, remedy));
  }

  private void check(Path file, String published, String found) {
    if (!found.equals(published)) {
      throw new InputException(
          file.toString(),
          "its uncompressed bytes have the SHA-256 " + found + ", " + title + "'s " + published,
          "delete it and " + remedy);
    }
  }
}
