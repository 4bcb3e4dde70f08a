package app.downshift.sensor;

import java.util.List;

/** Hears and never speaks. */
record Listening(Decoder decoder) implements Conversation {

  @Override
  public Step opened(long nowNanos) {
    return Step.silent(this);
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Decoder.Decoded decoded = decoder.accept(bytes, length);
    return new Step(new Listening(decoded.next()), List.of(), decoded.events());
  }

  @Override
  public Step tick(long nowNanos) {
    return Step.silent(this);
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    return Step.silent(this);
  }
}
