#include "CICU.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

dossier_iterator *dossier_ubrk_open(int32_t type, const char *locale, int32_t *status) {
    UErrorCode code = *status;
    UBreakIterator *iterator = ubrk_open((UBreakIteratorType)type, locale, NULL, 0, &code);
    *status = code;
    return (dossier_iterator *)iterator;
}

void dossier_ubrk_close(dossier_iterator *iterator) { ubrk_close((UBreakIterator *)iterator); }

void dossier_ubrk_setUText(dossier_iterator *iterator, dossier_text *text, int32_t *status) {
    UErrorCode code = *status;
    ubrk_setUText((UBreakIterator *)iterator, (UText *)text, &code);
    *status = code;
}

int32_t dossier_ubrk_next(dossier_iterator *iterator) { return ubrk_next((UBreakIterator *)iterator); }

int32_t dossier_ubrk_getRuleStatus(dossier_iterator *iterator) {
    return ubrk_getRuleStatus((UBreakIterator *)iterator);
}

dossier_text *dossier_utext_openUTF8(const char *bytes, int64_t count, int32_t *status) {
    UErrorCode code = *status;
    UText *text = utext_openUTF8(NULL, bytes, count, &code);
    *status = code;
    return (dossier_text *)text;
}

void dossier_utext_close(dossier_text *text) { utext_close((UText *)text); }

int32_t dossier_u_charType(int32_t scalar) { return u_charType(scalar); }

int32_t dossier_u_getIntPropertyValue(int32_t scalar, int32_t property) {
    return u_getIntPropertyValue(scalar, (UProperty)property);
}

int32_t dossier_u_hasBinaryProperty(int32_t scalar, int32_t property) {
    return u_hasBinaryProperty(scalar, (UProperty)property);
}

int32_t dossier_uscript_getScript(int32_t scalar) {
    UErrorCode code = U_ZERO_ERROR;
    return uscript_getScript(scalar, &code);
}

static const dossier_normalizer *instance(const UNormalizer2 *(*get)(UErrorCode *), int32_t *status) {
    UErrorCode code = *status;
    const UNormalizer2 *normalizer = get(&code);
    *status = code;
    return (const dossier_normalizer *)normalizer;
}

const dossier_normalizer *dossier_unorm2_getNFKCCasefoldInstance(int32_t *status) {
    return instance(unorm2_getNFKCCasefoldInstance, status);
}

const dossier_normalizer *dossier_unorm2_getNFDInstance(int32_t *status) {
    return instance(unorm2_getNFDInstance, status);
}

const dossier_normalizer *dossier_unorm2_getNFCInstance(int32_t *status) {
    return instance(unorm2_getNFCInstance, status);
}

int32_t dossier_unorm2_normalize(const dossier_normalizer *form, const uint16_t *source, int32_t count, uint16_t *target,
                                 int32_t capacity, int32_t *status) {
    UErrorCode code = *status;
    int32_t length =
        unorm2_normalize((const UNormalizer2 *)form, (const UChar *)source, count, (UChar *)target, capacity, &code);
    *status = code;
    return length;
}

dossier_bidi *dossier_ubidi_open(void) { return (dossier_bidi *)ubidi_open(); }

void dossier_ubidi_close(dossier_bidi *order) { ubidi_close((UBiDi *)order); }

void dossier_ubidi_setPara(dossier_bidi *order, const uint16_t *text, int32_t count, int32_t level, int32_t *status) {
    UErrorCode code = *status;
    ubidi_setPara((UBiDi *)order, (const UChar *)text, count, (UBiDiLevel)level, NULL, &code);
    *status = code;
}

void dossier_ubidi_setLine(const dossier_bidi *paragraph, int32_t start, int32_t end, dossier_bidi *line, int32_t *status) {
    UErrorCode code = *status;
    ubidi_setLine((const UBiDi *)paragraph, start, end, (UBiDi *)line, &code);
    *status = code;
}

int32_t dossier_ubidi_countRuns(dossier_bidi *line, int32_t *status) {
    UErrorCode code = *status;
    int32_t count = ubidi_countRuns((UBiDi *)line, &code);
    *status = code;
    return count;
}

int32_t dossier_ubidi_getVisualRun(dossier_bidi *line, int32_t index, int32_t *start, int32_t *count) {
    return ubidi_getVisualRun((UBiDi *)line, index, start, count) == UBIDI_RTL;
}

int32_t dossier_u_charMirror(int32_t scalar) { return u_charMirror(scalar); }

typedef int32_t (*host_rule)(const UIDNA *, const char *, int32_t, char *, int32_t, UIDNAInfo *, UErrorCode *);

static int32_t host(host_rule rule, const char *name, int32_t count, char *target, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    UIDNA *idna = uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII
                                      | UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_USE_STD3_RULES,
                                  &code);
    if (U_FAILURE(code)) return -1;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t length = rule(idna, name, count, target, capacity, &info, &code);
    uidna_close(idna);
    return U_FAILURE(code) || info.errors != 0 ? -1 : length;
}

int32_t dossier_uidna_nameToASCII(const char *name, int32_t count, char *target, int32_t capacity) {
    return host(uidna_nameToASCII_UTF8, name, count, target, capacity);
}

int32_t dossier_uidna_nameToUnicode(const char *name, int32_t count, char *target, int32_t capacity) {
    return host(uidna_nameToUnicodeUTF8, name, count, target, capacity);
}

const int32_t dossier_UBRK_CHARACTER = UBRK_CHARACTER;
const int32_t dossier_UBRK_LINE = UBRK_LINE;
const int32_t dossier_UBRK_SENTENCE = UBRK_SENTENCE;
const int32_t dossier_UBRK_WORD = UBRK_WORD;
const int32_t dossier_UCHAR_DEFAULT_IGNORABLE_CODE_POINT = UCHAR_DEFAULT_IGNORABLE_CODE_POINT;
const int32_t dossier_UCHAR_EAST_ASIAN_WIDTH = UCHAR_EAST_ASIAN_WIDTH;
const int32_t dossier_UCHAR_EMOJI = UCHAR_EMOJI;
const int32_t dossier_UCHAR_EXTENDED_PICTOGRAPHIC = UCHAR_EXTENDED_PICTOGRAPHIC;
const int32_t dossier_UCHAR_GRAPHEME_CLUSTER_BREAK = UCHAR_GRAPHEME_CLUSTER_BREAK;
const int32_t dossier_UCHAR_HANGUL_SYLLABLE_TYPE = UCHAR_HANGUL_SYLLABLE_TYPE;
const int32_t dossier_UCHAR_IDEOGRAPHIC = UCHAR_IDEOGRAPHIC;
const int32_t dossier_UCHAR_INDIC_SYLLABIC_CATEGORY = UCHAR_INDIC_SYLLABIC_CATEGORY;
const int32_t dossier_UCHAR_JOINING_TYPE = UCHAR_JOINING_TYPE;
const int32_t dossier_UCHAR_LINE_BREAK = UCHAR_LINE_BREAK;
const int32_t dossier_UCHAR_LOWERCASE = UCHAR_LOWERCASE;
const int32_t dossier_UCHAR_UPPERCASE = UCHAR_UPPERCASE;
const int32_t dossier_USCRIPT_GREEK = USCRIPT_GREEK;
const int32_t dossier_USCRIPT_HIRAGANA = USCRIPT_HIRAGANA;
const int32_t dossier_USCRIPT_KATAKANA = USCRIPT_KATAKANA;
const int32_t dossier_USCRIPT_LATIN = USCRIPT_LATIN;
const int32_t dossier_U_COMBINING_SPACING_MARK = U_COMBINING_SPACING_MARK;
const int32_t dossier_U_CONTROL_CHAR = U_CONTROL_CHAR;
const int32_t dossier_U_DECIMAL_DIGIT_NUMBER = U_DECIMAL_DIGIT_NUMBER;
const int32_t dossier_U_EA_FULLWIDTH = U_EA_FULLWIDTH;
const int32_t dossier_U_EA_WIDE = U_EA_WIDE;
const int32_t dossier_U_ENCLOSING_MARK = U_ENCLOSING_MARK;
const int32_t dossier_U_FORMAT_CHAR = U_FORMAT_CHAR;
const int32_t dossier_U_GCB_CONTROL = U_GCB_CONTROL;
const int32_t dossier_U_GCB_CR = U_GCB_CR;
const int32_t dossier_U_GCB_EXTEND = U_GCB_EXTEND;
const int32_t dossier_U_GCB_LF = U_GCB_LF;
const int32_t dossier_U_GCB_OTHER = U_GCB_OTHER;
const int32_t dossier_U_GCB_PREPEND = U_GCB_PREPEND;
const int32_t dossier_U_GCB_SPACING_MARK = U_GCB_SPACING_MARK;
const int32_t dossier_U_GCB_ZWJ = U_GCB_ZWJ;
const int32_t dossier_U_HST_TRAILING_JAMO = U_HST_TRAILING_JAMO;
const int32_t dossier_U_HST_VOWEL_JAMO = U_HST_VOWEL_JAMO;
const int32_t dossier_U_INSC_INVISIBLE_STACKER = U_INSC_INVISIBLE_STACKER;
const int32_t dossier_U_INSC_OTHER = U_INSC_OTHER;
const int32_t dossier_U_INSC_VIRAMA = U_INSC_VIRAMA;
const int32_t dossier_U_JT_NON_JOINING = U_JT_NON_JOINING;
const int32_t dossier_U_JT_TRANSPARENT = U_JT_TRANSPARENT;
const int32_t dossier_U_LB_COMPLEX_CONTEXT = U_LB_COMPLEX_CONTEXT;
const int32_t dossier_U_LETTER_NUMBER = U_LETTER_NUMBER;
const int32_t dossier_U_LINE_SEPARATOR = U_LINE_SEPARATOR;
const int32_t dossier_U_LOWERCASE_LETTER = U_LOWERCASE_LETTER;
const int32_t dossier_U_MODIFIER_LETTER = U_MODIFIER_LETTER;
const int32_t dossier_U_NON_SPACING_MARK = U_NON_SPACING_MARK;
const int32_t dossier_U_OTHER_LETTER = U_OTHER_LETTER;
const int32_t dossier_U_OTHER_NUMBER = U_OTHER_NUMBER;
const int32_t dossier_U_PARAGRAPH_SEPARATOR = U_PARAGRAPH_SEPARATOR;
const int32_t dossier_U_PRIVATE_USE_CHAR = U_PRIVATE_USE_CHAR;
const int32_t dossier_U_SPACE_SEPARATOR = U_SPACE_SEPARATOR;
const int32_t dossier_U_SURROGATE = U_SURROGATE;
const int32_t dossier_U_TITLECASE_LETTER = U_TITLECASE_LETTER;
const int32_t dossier_U_UNASSIGNED = U_UNASSIGNED;
const int32_t dossier_U_UPPERCASE_LETTER = U_UPPERCASE_LETTER;
