package app.downshift.library;

/** Told how far long work has come. */
@FunctionalInterface
public interface Progress {
  Progress NOBODY = (done, of) -> {};

  void at(int done, int of);
}
