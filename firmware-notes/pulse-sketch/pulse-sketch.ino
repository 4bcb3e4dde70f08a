// A finger sensor whose beats are stamped on the board: HRLP/1 with HB lines, 115200 8N1.
// NEVER RUN ON HARDWARE by us; compiled for an Arduino Uno, its pulse detection tested on a computer.
//
// Needs the folder ../hrlp as a library. Wiring and use: ../README.md.
//
// PulseSensor on A0 as it stands. For a MAX30102/30105 breakout put 1 here; that needs SparkFun's
// MAX3010x library.
#define WITH_MAX3010X 0

#include <hrlp.h>
#include <pulse.h>
#include <strap.h>

#if WITH_MAX3010X
#include <MAX30105.h>
#include <Wire.h>
static MAX30105 light;
static const uint32_t PERIOD_US = 10000;  // the chip averages 4 of its 400 samples a second
static const long FINGER = 50000;         // infrared counts with a finger on the glass
static const char MODEL[] = "MAX3010x";
#else
static const int SIGNAL = A0;
static const uint32_t PERIOD_US = 4000;
static const char MODEL[] = "PulseSensor";
#endif

static const char FIRMWARE[] = "1.0.0";
static const uint32_t HEARTBEAT_MS = 1000;
static const uint32_t TICKS_PER_SECOND = 10000;

static struct hrlp out;
static struct hrlp_in in;
static struct pulse pulse;
static uint32_t sampleUs;
static uint32_t beatUs;
static bool beatKnown;
static uint32_t spokenMs;
static char identity[9];

static bool send(void *, const char *line, size_t length) {
  return Serial.write(reinterpret_cast<const uint8_t *>(line), length) == length;
}

static void hello() { hrlp_hello(&out, millis(), FIRMWARE, MODEL, identity, "B"); }

void setup() {
  Serial.begin(115200);
  hrlp_begin(&out, send, nullptr);
  hrlp_listen(&in);
  pulse_begin(&pulse, 1e6f / PERIOD_US);
  strcpy(identity, "0");
#if WITH_MAX3010X
  if (!light.begin(Wire, I2C_SPEED_FAST)) {
    hrlp_error(&out, millis(), HRLP_GATT_FAILED, "no MAX3010x on the bus");
  }
  light.setup(0x1F, 4, 2, 400, 411, 4096);  // red and infrared, four samples averaged
#endif
  hello();
  sampleUs = micros();
}

static bool sample(float *value, bool *finger) {
#if WITH_MAX3010X
  light.check();
  if (!light.available()) {
    return false;
  }
  long infrared = light.getFIFOIR();
  light.nextSample();
  *finger = infrared > FINGER;
  *value = -static_cast<float>(infrared);  // more blood, less light
  sampleUs += PERIOD_US;
  uint32_t late = micros() - sampleUs;
  if (late > 5 * PERIOD_US && late < 0x80000000UL) {
    sampleUs += late;  // samples were lost: the board's clock is the truth
    pulse_begin(&pulse, 1e6f / PERIOD_US);
    beatKnown = false;
  }
  return true;
#else
  if (micros() - sampleUs < PERIOD_US) {
    return false;
  }
  sampleUs += PERIOD_US;
  *finger = true;  // it cannot tell
  *value = analogRead(SIGNAL);
  return true;
#endif
}

static void tell(const struct pulse_beat &beat, bool finger) {
  uint32_t at = sampleUs - static_cast<uint32_t>(beat.before * PERIOD_US);
  // The instant on the millisecond clock of all lines, which began with the same power-on.
  uint32_t atMs = millis() - (micros() - at) / 1000;
  if (beatKnown) {
    uint32_t interval = (at - beatUs + 50) / (1000000UL / TICKS_PER_SECOND);
    hrlp_beat(&out, atMs, 0, finger ? HRLP_CONTACT_UNKNOWN : HRLP_CONTACT_LOST, TICKS_PER_SECOND,
              interval, beat.quality);
    spokenMs = millis();
  } else {
    hrlp_lost(&out, 0, 1);  // a beat whose interval nobody knows
  }
  beatUs = at;
  beatKnown = true;
}

static void answer() {
  struct hrlp_command command;
  while (Serial.available() > 0) {
    if (hrlp_accept(&in, static_cast<char>(Serial.read()), &command)) {
      bool query = strcmp(command.kind, "CQ") == 0;
      if (query) {
        hello();
      }
      hrlp_answer(&out, millis(), command.kind, command.seq,
                  query || strcmp(command.kind, "CP") == 0 ? 0 : 1);
    }
  }
}

void loop() {
  float value;
  bool finger;
  struct pulse_beat beat;
  answer();
  if (sample(&value, &finger)) {
    if (pulse_accept(&pulse, value, &beat)) {
      tell(beat, finger);
    }
    if (!pulse_there(&pulse)) {
      beatKnown = false;
    }
  }
  if (millis() - spokenMs >= HEARTBEAT_MS) {
    spokenMs = millis();
    hrlp_status(&out, spokenMs, 0, pulse_there(&pulse) ? "RDY" : "NOSKIN", MODEL, nullptr, 0, 255);
  }
}
