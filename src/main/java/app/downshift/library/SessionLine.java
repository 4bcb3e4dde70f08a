package app.downshift.library;

import java.time.Instant;

/** A session in a list of sessions of many clients. */
public record SessionLine(
    SessionId id,
    ClientId client,
    String code,
    Instant started,
    String protocol,
    double seconds,
    int beats) {}
