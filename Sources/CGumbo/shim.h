#ifndef DOSSIER_CGUMBO_SHIM_H
#define DOSSIER_CGUMBO_SHIM_H

#include <gumbo.h>

#endif
