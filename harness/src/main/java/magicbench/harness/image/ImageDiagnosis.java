package magicbench.harness.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.record.Diagnosis;

/**
 * Says which published sets of pictures are at hand, and whether each is the published one:
 * Fashion-MNIST always, MNIST and CIFAR-10 where a data folder is named. Scales whose pictures the
 * build draws need none of them, so a missing one only narrows what can be run.
 */
public final class ImageDiagnosis implements Diagnosis {

  private static final String DATA = "magicbench.data";

  private final Optional<Path> data;
  private final List<Path> fashionMnist;
  private final int cifarRecords;

  /**
   * Looks where the system property {@code magicbench.data} says, and where Debian's package is.
   */
  public ImageDiagnosis() {
    this(Optional.ofNullable(System.getProperty(DATA)).map(Path::of));
  }

  private ImageDiagnosis(Optional<Path> data) {
    this(data, FashionMnist.places(data), CifarBinary.RECORDS);
  }

  ImageDiagnosis(Optional<Path> data, List<Path> fashionMnist, int cifarRecords) {
    this.data = data;
    this.fashionMnist = List.copyOf(fashionMnist);
    this.cifarRecords = cifarRecords;
  }

  /**
   * A data set, and how it is looked at.
   *
   * @param name what the command that fetches it calls it
   * @param places where it may be
   * @param finder tells the one of them where it is
   * @param check reads it there
   * @param right what a reading without a fault shows
   */
  private record Source(
      String name,
      List<Path> places,
      Function<List<Path>, Optional<Path>> finder,
      Consumer<Path> check,
      String right) {}

  @Override
  public List<Finding> examine() {
    Stream<Finding> first =
        Stream.of(examine(fashionMnist(), "run 'apt-get install dataset-fashion-mnist', or "));
    return Stream.concat(
            first, data.stream().flatMap(this::sources).map(source -> examine(source, "run ")))
        .toList();
  }

  private Source fashionMnist() {
    return new Source(
        FashionMnist.NAME,
        fashionMnist,
        FashionMnist::folder,
        folder -> FashionMnist.read(List.of(folder)),
        "checksums right");
  }

  private Stream<Source> sources(Path folder) {
    return Stream.of(
        new Source(
            Mnist.NAME,
            Mnist.places(folder),
            Mnist::folder,
            found -> Mnist.read(List.of(found)),
            "checksums right"),
        new Source(
            CifarBinary.NAME,
            CifarBinary.places(folder),
            CifarBinary::folder,
            found -> CifarBinary.check(found, cifarRecords),
            "lengths and labels right"));
  }

  private Finding examine(Source source, String orElse) {
    String subject = "data " + source.name();
    String remedy = orElse + fetching(source.name());
    Optional<Path> folder = source.finder().apply(source.places());
    if (folder.isEmpty()) {
      return Finding.warn(subject, "is in none of " + source.places(), remedy);
    }
    try {
      source.check().accept(folder.get());
      return Finding.ok(subject, folder.get() + ", " + source.right());
    } catch (InputException e) {
      return Finding.warn(subject, e.getMessage(), remedy);
    }
  }

  private String fetching(String name) {
    String command = "'magicbench data fetch " + name + " --to ";
    return data.map(folder -> command + folder + "'")
        .orElse(command + "DIR' and give -D" + DATA + "=DIR");
  }
}
