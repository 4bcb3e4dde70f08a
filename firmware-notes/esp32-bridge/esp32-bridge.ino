// A Bluetooth heart-rate strap on a serial port: ESP32 with NimBLE-Arduino 2.x, HRLP/1, 115200 8N1.
// NEITHER RUN ON HARDWARE NOR COMPILED by us; the portable part it stands on is tested on a computer.
//
// Needs the folder ../hrlp and NimBLE-Arduino (h2zero) as libraries. Use: ../README.md.
#include <NimBLEDevice.h>
#include <hrlp.h>
#include <heart_rate.h>
#include <strap.h>

static const char FIRMWARE[] = "1.0.0";
static const char MODEL[] = "ESP32";
static const NimBLEUUID HEART_RATE((uint16_t)0x180D);
static const NimBLEUUID MEASUREMENT((uint16_t)0x2A37);
static const NimBLEUUID BATTERY((uint16_t)0x180F);
static const NimBLEUUID LEVEL((uint16_t)0x2A19);
static const uint32_t STATUS_MS = 10000;
static const uint32_t HEARTBEAT_MS = 1000;
static const uint32_t SCAN_MS = 5000;
static const uint32_t QUIET_MS = 5000;  // subscribed and nothing comes: connect anew
static const uint8_t NO_BATTERY = 255;

// What the radio's task hands to the loop. Only the loop writes to the cable.
struct Notified {
  uint32_t ms;
  uint8_t length;
  uint8_t payload[20];
};

static struct hrlp out;
static struct hrlp_in in;
static struct strap_wish wish;
static QueueHandle_t notified;
static volatile uint16_t beatsLost;  // in notifications that found the queue full
static volatile bool linkLost;
static volatile bool found;
static NimBLEAddress foundAddress;
static std::string foundName;
static volatile int8_t foundRssi;
static NimBLEClient *client;
static const char *state = "IDLE";
static uint8_t battery = NO_BATTERY;
static uint32_t spokenMs;
static uint32_t statusMs;
static uint32_t notifiedMs;
static char identity[13];

static bool send(void *, const char *line, size_t length) {
  return Serial.write(reinterpret_cast<const uint8_t *>(line), length) == length;
}

static void hello() { hrlp_hello(&out, millis(), FIRMWARE, MODEL, identity, "RV"); }

static void tellStatus() {
  std::string address = foundName.empty() ? "" : foundAddress.toString();
  statusMs = spokenMs = millis();
  hrlp_status(&out, statusMs, 0, state, foundName.c_str(), address.c_str(), foundRssi, battery);
}

static void become(const char *next) {
  state = next;
  tellStatus();
}

static void onNotified(NimBLERemoteCharacteristic *, uint8_t *data, size_t length, bool) {
  Notified one;
  one.ms = millis();
  one.length = length > sizeof one.payload ? sizeof one.payload : length;
  memcpy(one.payload, data, one.length);
  if (xQueueSend(notified, &one, 0) != pdTRUE) {
    struct heart_rate lost;
    heart_rate_read(one.payload, one.length, &lost);
    beatsLost = beatsLost + lost.count;
  }
}

class Links : public NimBLEClientCallbacks {
  void onDisconnect(NimBLEClient *, int) override { linkLost = true; }
};

class Straps : public NimBLEScanCallbacks {
  void onResult(const NimBLEAdvertisedDevice *heard) override {
    std::string name = heard->getName();
    std::string address = heard->getAddress().toString();
    if (!found && heard->isAdvertisingService(HEART_RATE) &&
        strap_wanted(&wish, name.c_str(), address.c_str())) {
      foundName = name.empty() ? "strap" : name;
      foundAddress = heard->getAddress();
      foundRssi = heard->getRSSI();
      found = true;
      NimBLEDevice::getScan()->stop();
    }
  }
};

static Links links;
static Straps straps;

void setup() {
  Serial.begin(115200);
  hrlp_begin(&out, send, nullptr);
  hrlp_listen(&in);
  strap_begin(&wish);
  notified = xQueueCreate(32, sizeof(Notified));
  uint64_t mac = ESP.getEfuseMac();
  snprintf(identity, sizeof identity, "%04X%08lX", (unsigned)(mac >> 32), (unsigned long)mac);
  NimBLEDevice::init("");
  client = NimBLEDevice::createClient();
  client->setClientCallbacks(&links, false);
  NimBLEScan *scan = NimBLEDevice::getScan();
  scan->setScanCallbacks(&straps, false);
  scan->setActiveScan(true);  // names are in the scan response
  hello();
}

static void look() {
  found = false;
  become("SCAN");
  NimBLEDevice::getScan()->start(SCAN_MS, false, true);
}

static void connectToFound() {
  become("CONN");
  linkLost = false;
  if (!client->connect(foundAddress)) {
    hrlp_error(&out, millis(), HRLP_CONNECT_FAILED, foundName.c_str());
    become("LOST");
    return;
  }
  NimBLERemoteService *heart = client->getService(HEART_RATE);
  NimBLERemoteCharacteristic *measurement =
      heart == nullptr ? nullptr : heart->getCharacteristic(MEASUREMENT);
  if (measurement == nullptr || !measurement->subscribe(true, onNotified)) {
    hrlp_error(&out, millis(), HRLP_GATT_FAILED, "no heart rate to subscribe to");
    client->disconnect();
    become("LOST");
    return;
  }
  NimBLERemoteService *power = client->getService(BATTERY);
  NimBLERemoteCharacteristic *level = power == nullptr ? nullptr : power->getCharacteristic(LEVEL);
  battery = level == nullptr ? NO_BATTERY : level->readValue<uint8_t>();
  notifiedMs = millis();
  become("RDY");
}

static void passOn(const Notified &one) {
  struct heart_rate read;
  uint16_t lost = beatsLost;
  beatsLost = beatsLost - lost;
  if (lost > 0) {
    hrlp_lost(&out, 0, lost);
  }
  notifiedMs = one.ms;
  heart_rate_read(one.payload, one.length, &read);
  hrlp_heart_rate(&out, one.ms, 0, read.contact, read.bpm, 1024, read.rr, read.count);
  spokenMs = millis();
}

static void answer() {
  struct hrlp_command command;
  while (Serial.available() > 0) {
    if (!hrlp_accept(&in, static_cast<char>(Serial.read()), &command)) {
      continue;
    }
    int rc;
    enum strap_order order = strap_command(&wish, &command, &rc);
    hrlp_answer(&out, millis(), command.kind, command.seq, rc);
    if (order == STRAP_HELLO) {
      hello();
      tellStatus();
    } else if (order == STRAP_CHOSEN || order == STRAP_LEFT) {
      NimBLEDevice::getScan()->stop();
      found = false;
      client->disconnect();
      battery = NO_BATTERY;
      foundName.clear();
      become("IDLE");
    }
  }
}

void loop() {
  Notified one;
  answer();
  while (xQueueReceive(notified, &one, 0) == pdTRUE) {
    passOn(one);
  }
  bool ready = strcmp(state, "RDY") == 0;
  if (ready && linkLost) {
    linkLost = false;
    become("LOST");
  } else if (ready && millis() - notifiedMs > QUIET_MS) {
    client->disconnect();
    become("LOST");
  } else if (!ready && found) {
    found = false;
    connectToFound();
  } else if (!ready && wish.connect && !NimBLEDevice::getScan()->isScanning()) {
    look();
  }
  if (millis() - statusMs >= STATUS_MS || millis() - spokenMs >= HEARTBEAT_MS) {
    tellStatus();
  }
  delay(1);
}
