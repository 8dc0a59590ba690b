package magicbench.harness.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.results.file.InputException;

/**
 * What one pass over all files of a folder found. {@link FolderImages#without} leaves out what is
 * corrupt: what can't be read or decoded, or is larger than a picture may be.
 *
 * @param decoded files that gave a picture
 * @param corrupt files that gave none
 * @param cmyk of the decoded, those of printing inks (CMYK or YCCK)
 * @param greyscale of the decoded, those without colours
 * @param rotated of the decoded, those that were to be turned or mirrored
 * @param corruptNames the corrupt files, as {@link FolderImages#name} calls them, in its order
 */
public record FolderAudit(
    int decoded, int corrupt, int cmyk, int greyscale, int rotated, List<String> corruptNames) {

  private static final int MOST_CORRUPT_PERCENT = 1;

  /** Keeps an immutable copy. */
  public FolderAudit {
    corruptNames = List.copyOf(corruptNames);
  }

  /** What is known of a file once its pixels are forgotten. */
  private record Found(boolean cmyk, boolean greyscale, boolean rotated) {

    static Optional<Found> of(FolderImages images, int index) {
      try {
        DecodedPicture picture = images.decode(index);
        return Optional.of(new Found(picture.isCmyk(), picture.isGreyscale(), picture.rotated()));
      } catch (InputException e) {
        return Optional.empty(); // its name is all that is told of it
      }
    }
  }

  /**
   * Decodes every file once.
   *
   * @param images the folder's pictures
   * @param threads how many decode beside the caller's, 0 for none
   * @return what was found, the same for every number of threads
   * @throws InputException as soon as more than 1 % are corrupt, naming the first
   */
  public static FolderAudit of(FolderImages images, int threads) {
    List<Found> found = new ArrayList<>();
    List<String> corrupt = new ArrayList<>();
    try (AheadLoader<Optional<Found>> files =
        new AheadLoader<>(
            index -> Found.of(images, (int) index), threads, 4 * threads, images.size())) {
      for (int index = 0; index < images.size(); index++) {
        int number = index;
        files.at(index).ifPresentOrElse(found::add, () -> corrupt.add(images.name(number)));
        requireFew(images, corrupt);
      }
    }
    return of(found, corrupt);
  }

  private static void requireFew(FolderImages images, List<String> corrupt) {
    if (100L * corrupt.size() > (long) MOST_CORRUPT_PERCENT * images.size()) {
      throw new InputException(
          images.folder().toString(),
          String.format(
              "more than %d %% of its %d pictures can't be decoded, the first: %s",
              MOST_CORRUPT_PERCENT, images.size(), corrupt.get(0)),
          "fetch the pictures again");
    }
  }

  private static FolderAudit of(List<Found> found, List<String> corrupt) {
    return new FolderAudit(
        found.size(),
        corrupt.size(),
        (int) found.stream().filter(Found::cmyk).count(),
        (int) found.stream().filter(Found::greyscale).count(),
        (int) found.stream().filter(Found::rotated).count(),
        corrupt);
  }
}
