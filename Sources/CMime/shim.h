#ifndef DOSSIER_CMIME_SHIM_H
#define DOSSIER_CMIME_SHIM_H

#include <gmime/gmime.h>

#endif
