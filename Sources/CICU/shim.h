#ifndef DOSSIER_CICU_SHIM_H
#define DOSSIER_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utext.h>

#endif
