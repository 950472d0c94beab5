// zlib (Debian: zlib1g-dev), whose CRC-32 seals what the store keeps.
#include <zlib.h>
