#ifndef DOSSIER_CARCHIVE_SHIM_H
#define DOSSIER_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
