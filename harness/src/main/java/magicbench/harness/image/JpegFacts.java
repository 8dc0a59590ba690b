package magicbench.harness.image;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a JPEG file says of itself before its pixels come.
 *
 * @param components 1 for grey, 3 for colour, 4 for printing inks (CMYK or YCCK); 0 for unknown
 * @param orientation how it was held
 */
record JpegFacts(int components, Orientation orientation) {

  private static final int MARKER = 0xFF;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  /** Whether a file starts as JPEG files do. */
  static boolean isJpeg(byte[] file) {
    return file.length > 2 && isMarker(file, 0, START_OF_IMAGE);
  }

  /**
   * Whether the last scan of a JPEG file comes to an end. Decoders fill up with grey what is
   * missing of one that doesn't. Within a scan no marker but a restart can occur, and thumbnails
   * lie before the first scan.
   */
  static boolean isWhole(byte[] jpeg) {
    return last(jpeg, END_OF_IMAGE) > last(jpeg, START_OF_SCAN);
  }

  private static int last(byte[] jpeg, int marker) {
    int place = jpeg.length - 2;
    while (place >= 0 && !isMarker(jpeg, place, marker)) {
      place--;
    }
    return place;
  }

  private static boolean isMarker(byte[] jpeg, int place, int marker) {
    return (jpeg[place] & 0xFF) == MARKER && (jpeg[place + 1] & 0xFF) == marker;
  }

  /**
   * Reads the segments before the first scan.
   *
   * @param jpeg the file
   * @throws IOException when it ends in one of them
   * @throws JpegProcessingException when they aren't JPEG's
   */
  static JpegFacts of(byte[] jpeg) throws IOException, JpegProcessingException {
    Metadata metadata =
        JpegMetadataReader.readMetadata(
            new ByteArrayInputStream(jpeg), List.of(new JpegReader(), new ExifReader()));
    OptionalInt components =
        number(metadata, JpegDirectory.class, JpegDirectory.TAG_NUMBER_OF_COMPONENTS);
    OptionalInt orientation =
        number(metadata, ExifIFD0Directory.class, ExifDirectoryBase.TAG_ORIENTATION);
    return new JpegFacts(components.orElse(0), Orientation.of(orientation));
  }

  private static OptionalInt number(
      Metadata metadata, Class<? extends Directory> directory, int tag) {
    return Optional.ofNullable(metadata.getFirstDirectoryOfType(directory))
        .flatMap(found -> Optional.ofNullable(found.getInteger(tag)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
