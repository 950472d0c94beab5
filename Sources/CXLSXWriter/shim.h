// libxlsxwriter (Debian: libxlsxwriter-dev), with which workbooks are written.
#include <xlsxwriter.h>
