#ifndef DOSSIER_CCURL_SHIM_H
#define DOSSIER_CCURL_SHIM_H

#include <curl/curl.h>

#endif
