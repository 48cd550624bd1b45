#ifndef DOSSIER_CICU_SHIM_H
#define DOSSIER_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

// ICU appends its version to every symbol by a macro, which Swift does not see. One accessor for each function used.

static inline UBreakIterator *dossier_ubrk_open(UBreakIteratorType type, const char *locale, UErrorCode *status) {
    return ubrk_open(type, locale, NULL, 0, status);
}
static inline void dossier_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void dossier_ubrk_setUText(UBreakIterator *iterator, UText *text, UErrorCode *status) {
    ubrk_setUText(iterator, text, status);
}
static inline int32_t dossier_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t dossier_ubrk_getRuleStatus(UBreakIterator *iterator) { return ubrk_getRuleStatus(iterator); }
static inline UText *dossier_utext_openUTF8(const char *bytes, int64_t count, UErrorCode *status) {
    return utext_openUTF8(NULL, bytes, count, status);
}
static inline void dossier_utext_close(UText *text) { utext_close(text); }
static inline int8_t dossier_u_charType(UChar32 scalar) { return u_charType(scalar); }
static inline int32_t dossier_u_getIntPropertyValue(UChar32 scalar, UProperty property) {
    return u_getIntPropertyValue(scalar, property);
}
static inline UBool dossier_u_hasBinaryProperty(UChar32 scalar, UProperty property) {
    return u_hasBinaryProperty(scalar, property);
}
static inline int32_t dossier_uscript_getScript(UChar32 scalar) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(scalar, &status);
}
static inline const UNormalizer2 *dossier_unorm2_getNFKCCasefoldInstance(UErrorCode *status) {
    return unorm2_getNFKCCasefoldInstance(status);
}
static inline const UNormalizer2 *dossier_unorm2_getNFDInstance(UErrorCode *status) {
    return unorm2_getNFDInstance(status);
}
static inline const UNormalizer2 *dossier_unorm2_getNFCInstance(UErrorCode *status) {
    return unorm2_getNFCInstance(status);
}
static inline int32_t dossier_unorm2_normalize(const UNormalizer2 *form, const UChar *source, int32_t count,
                                               UChar *target, int32_t capacity, UErrorCode *status) {
    return unorm2_normalize(form, source, count, target, capacity, status);
}

#endif
