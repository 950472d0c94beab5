// libzip (Debian: libzip-dev), with which workbooks are unpacked.
#include <zip.h>
