#ifndef DOSSIER_CUCHARDET_SHIM_H
#define DOSSIER_CUCHARDET_SHIM_H

#include <uchardet.h>

#endif
