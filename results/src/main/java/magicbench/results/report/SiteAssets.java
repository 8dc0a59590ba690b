package magicbench.results.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.Hashes;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/** What draws a site's plots in a browser: a library, which the build unpacks, and our script. */
final class SiteAssets {

  /** The script that a page with plots names, from the site's folder on. */
  static final String SCRIPT = "assets/plots.js";

  private static final String FOLDER = "/magicbench/report/";
  private static final List<String> OWN = List.of("plots.css", "plots.js");

  private SiteAssets() {}

  /**
   * A file of a library.
   *
   * @param file its name here
   * @param library which library
   * @param version of the library
   * @param sha256 of the file
   * @param licence its SPDX name
   */
  record Library(String file, String library, String version, String sha256, String licence) {}

  /**
   * Copies all of it.
   *
   * @param site the site's folder
   * @throws IllegalStateException when a library's file isn't the one that is recorded
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  static void write(Path site) {
    Path folder = site.resolve(SCRIPT).getParent();
    OWN.forEach(
        name -> WholeFile.writeUnforced(folder.resolve(name), bytes("interactive/" + name)));
    libraries()
        .forEach(each -> WholeFile.writeUnforced(folder.resolve(each.file()), checked(each)));
  }

  /** What is recorded of the libraries. */
  static List<Library> libraries() {
    try {
      return List.of(Json.json().readValue(bytes("libraries.json"), Library[].class));
    } catch (IOException e) {
      throw new IllegalStateException("the list of libraries is part of the jar", e);
    }
  }

  private static byte[] checked(Library library) {
    byte[] bytes = bytes("vendor/" + library.file());
    String found = Hashes.sha256(bytes);
    if (!found.equals(library.sha256())) {
      throw new IllegalStateException(
          library.file() + " has SHA-256 " + found + ", not the recorded " + library.sha256());
    }
    return bytes;
  }

  private static byte[] bytes(String name) {
    try (InputStream in = SiteAssets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing: build with Maven, which unpacks it");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name + " can't be read", e);
    }
  }
}
