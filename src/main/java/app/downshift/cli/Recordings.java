package app.downshift.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The files behind the words of a command: files as they are named, folders with everything below
 * them in the order of names. In folders, hidden files are left out, and those that only belong to
 * another one: headers and signals of WFDB, tables beside a table of beats.
 *
 * @param complaints what could not be looked into
 */
public record Recordings(List<Path> files, List<String> complaints) {
  private static final Set<String> COMPANIONS = Set.of("hea", "dat");

  public Recordings {
    files = List.copyOf(files);
    complaints = List.copyOf(complaints);
  }

  /** Looks through the folders among the words. */
  public static Recordings behind(List<Path> words) {
    List<Path> files = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (Path word : words) {
      if (!Files.isDirectory(word)) {
        files.add(word);
        continue;
      }
      int before = files.size() + complaints.size();
      List<Path> below = new ArrayList<>();
      walk(word, below, complaints);
      Collections.sort(below);
      files.addAll(below);
      if (files.size() + complaints.size() == before) {
        complaints.add(word + ": there are no files in this folder; choose another");
      }
    }
    return new Recordings(files, complaints);
  }

  private static void walk(Path folder, List<Path> files, List<String> complaints) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes what) {
              return !below.equals(folder) && isHidden(below)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes what) {
              if (what.isRegularFile() && !isHidden(file) && !isCompanion(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              complaints.add(
                  file + ": it cannot be read (" + why.getMessage() + "); check its rights");
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException broken) {
      complaints.add(
          folder + ": it cannot be looked through (" + broken.getMessage() + "); check its rights");
    }
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private static boolean isCompanion(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1);
    for (String table : List.of("events.csv", "figures.csv")) {
      if (name.endsWith(table)) {
        String stem = name.substring(0, name.length() - table.length());
        return Files.exists(file.resolveSibling(stem + "beats.csv"));
      }
    }
    return COMPANIONS.contains(ending) && name.indexOf('.') > 0;
  }
}
