package magicbench.harness.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;

/**
 * Labelled pictures in folders, one for each class, as ImageNet's are handed on: {@code
 * train/n01440764/n01440764_10026.JPEG}. Opening lists the files; a picture is read and decoded
 * when it is asked for, upright and in three channels.
 *
 * <p>Classes and files are in the order of their names' code units, whatever the machine's
 * language. Names that start with a dot are left alone, and so is what doesn't end in .jpeg or
 * .jpg.
 */
public final class FolderImages implements ImageSet {

  private static final int MAX_FILE_BYTES = 64 << 20;
  private static final int MAX_CLASSES = Short.MAX_VALUE;
  private static final String LAYOUT = "lay it out as train/CLASS/*.JPEG and val/CLASS/*.JPEG";

  private final Path folder;
  private final List<String> classNames;
  private final String[] names;
  private final short[] labels;

  private FolderImages(Path folder, List<String> classNames, String[] names, short[] labels) {
    this.folder = folder;
    this.classNames = List.copyOf(classNames);
    this.names = names;
    this.labels = labels;
  }

  /**
   * Both parts of a data set.
   *
   * @param train what is trained on
   * @param validation what is scored on, with the same classes
   */
  public record Parts(FolderImages train, FolderImages validation) {}

  /**
   * Opens a data set.
   *
   * @param root holds the folders {@code train} and {@code val}
   * @return both parts
   * @throws InputException as for one part, and when the parts' classes differ
   */
  public static Parts openParts(Path root) {
    Path real = real(root);
    FolderImages train = open(root.resolve("train"), real);
    FolderImages validation = open(root.resolve("val"), real);
    List<String> odd =
        Stream.concat(train.classNames.stream(), validation.classNames.stream())
            .filter(name -> !(train.has(name) && validation.has(name)))
            .toList();
    if (!odd.isEmpty()) {
      throw new InputException(
          root.toString(), "only one of train and val has the class " + odd.get(0), LAYOUT);
    }
    return new Parts(train, validation);
  }

  /**
   * Opens one part.
   *
   * @param folder holds one folder for each class
   * @return its pictures
   * @throws InputException when it can't be listed, holds no class or one without a picture, or a
   *     symbolic link leads out of it
   */
  public static FolderImages open(Path folder) {
    return open(folder, real(folder));
  }

  private static FolderImages open(Path folder, Path realRoot) {
    requireInside(folder, realRoot);
    List<String> classNames = list(folder).stream().filter(isFolder(folder)).toList();
    if (classNames.isEmpty() || classNames.size() > MAX_CLASSES) {
      throw new InputException(
          folder.toString(), "holds " + classNames.size() + " folders of classes", LAYOUT);
    }
    List<String> names = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (String name : classNames) {
      requireInside(folder.resolve(name), realRoot);
      names.addAll(pictures(folder.resolve(name), realRoot));
      ends.add(names.size());
    }
    return new FolderImages(folder, classNames, names.toArray(String[]::new), labels(ends));
  }

  private static Predicate<String> isFolder(Path folder) {
    return name -> Files.isDirectory(folder.resolve(name));
  }

  private static List<String> pictures(Path folder, Path realRoot) {
    List<String> names = list(folder).stream().filter(FolderImages::isPicture).toList();
    if (names.isEmpty()) {
      throw new InputException(folder.toString(), "holds no picture", LAYOUT);
    }
    names.forEach(name -> requireInside(folder.resolve(name), realRoot));
    return names;
  }

  private static short[] labels(List<Integer> ends) {
    short[] labels = new short[ends.get(ends.size() - 1)];
    int index = 0;
    for (short label = 0; label < ends.size(); label++) {
      for (; index < ends.get(label); index++) {
        labels[index] = label;
      }
    }
    return labels;
  }

  private static boolean isPicture(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jpeg") || lower.endsWith(".jpg");
  }

  private static List<String> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InputException(folder.toString(), "can't be listed (" + e + ")", LAYOUT, e);
    }
  }

  private static void requireInside(Path path, Path realRoot) {
    if (Files.isSymbolicLink(path) && !real(path).startsWith(realRoot)) {
      throw new InputException(
          path.toString(),
          "is a symbolic link that leads out of " + realRoot,
          "put what it leads to there, or name the folder where that is");
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new InputException(path.toString(), "can't be found (" + e + ")", "check the path", e);
    }
  }

  private boolean has(String className) {
    return classNames.contains(className);
  }

  /**
   * Where the pictures are.
   *
   * @return the folder that was opened
   */
  public Path folder() {
    return folder;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int classes() {
    return classNames.size();
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  /**
   * A picture's file.
   *
   * @param index the picture's number, from 0
   * @return its class and its name, joined by a slash
   */
  public String name(int index) {
    return classNames.get(labels[index]) + "/" + names[index];
  }

  /** Its place in the folder; files that are equal aren't looked for. */
  @Override
  public ByteBuffer identity(int index) {
    return ByteBuffer.wrap(
        (folder.getFileName() + "/" + name(index)).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Picture picture(int index) {
    return decode(index).picture();
  }

  DecodedPicture decode(int index) {
    Path file = folder.resolve(classNames.get(labels[index])).resolve(names[index]);
    return new PictureDecoder(file.toString()).decode(BoundedInput.read(file, MAX_FILE_BYTES));
  }

  /**
   * The pictures without those that an audit found corrupt.
   *
   * @param audit of these pictures
   * @return the others, in the same order, with the same classes
   */
  public FolderImages without(FolderAudit audit) {
    return without(audit.corruptNames());
  }

  /** The pictures without some, by their names. */
  FolderImages without(List<String> left) {
    Set<String> corrupt = Set.copyOf(left);
    int[] kept =
        IntStream.range(0, size()).filter(index -> !corrupt.contains(name(index))).toArray();
    String[] keptNames = new String[kept.length];
    short[] keptLabels = new short[kept.length];
    for (int place = 0; place < kept.length; place++) {
      keptNames[place] = names[kept[place]];
      keptLabels[place] = labels[kept[place]];
    }
    return new FolderImages(folder, classNames, keptNames, keptLabels);
  }
}
