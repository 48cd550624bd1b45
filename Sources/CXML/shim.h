#ifndef DOSSIER_CXML_SHIM_H
#define DOSSIER_CXML_SHIM_H

/* Debian's libxml2 names ICU's types in one structure that nothing of ours reads. A module that meets them beside those of
   Foundation's own ICU does not compile, so they are left out. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>

#endif
